import {ORDERS, ordersIn, type Cast, type OrderSpec} from '../../../session/index.ts';

/** One way to give one order, as it stands in the table. */
export type OrderForm = {readonly id: string; readonly form: string; readonly spec: OrderSpec};

/** Every form of every order, in the table's order. */
export const ORDER_FORMS: readonly OrderForm[] = Object.entries(ORDERS).flatMap(([id, spec]) =>
	spec.forms.map(form => ({id, form, spec})),
);

/** Those of a cast. */
export function formsIn(cast: Cast): readonly OrderForm[] {
	const orders = ordersIn(cast);
	return ORDER_FORMS.filter(({id}) => Object.hasOwn(orders, id));
}

/** Forms that every word of the query speaks of: in the order itself, or in what is said of it. Best first. */
export function findOrders(query: string, forms: readonly OrderForm[]): readonly OrderForm[] {
	const words = query
		.toLowerCase()
		.split(/\s+/u)
		.filter(word => word !== '');
	if (words.length === 0) return forms;
	return forms
		.map(form => ({form, weight: words.reduce((sum, word) => joined(sum, weigh(form, word)), 0)}))
		.filter(({weight}) => weight > 0)
		.sort((a, b) => b.weight - a.weight)
		.map(({form}) => form);
}

/** Nothing where any word finds nothing. */
function joined(sum: number, weight: number): number {
	return weight === 0 || sum < 0 ? -1 : sum + weight;
}

/** The nearer to what would be typed, the more it weighs. */
function weigh({form, spec}: OrderForm, word: string): number {
	const typed = form.toLowerCase().split(' ');
	if (typed[0]?.startsWith(word) === true) return 12;
	if (typed.some(each => each.startsWith(word))) return 10;
	if (choicesIn(spec).some(choice => choice.startsWith(word))) return 7;
	const said = `${spec.what} ${spec.touches ?? ''}`.toLowerCase().split(/[^\p{L}\p{N}-]+/u);
	if (said.some(each => each.startsWith(word))) return 5;
	if (form.includes(word)) return 3;
	if (`${spec.risk} ${spec.danger ?? ''}`.toLowerCase().includes(word)) return 2;
	return isSkipping(form.replace(/<[^>]*>/gu, ''), word) ? 1 : 0;
}

function choicesIn(spec: OrderSpec): readonly string[] {
	return Object.values(spec.blanks).flatMap(blank => (blank.kind === 'word' ? blank.words : []));
}

/** The letters of the word in their order, such as `rdwa` in `restart dwfm all`. */
function isSkipping(text: string, word: string): boolean {
	let at = 0;
	for (const letter of word) {
		at = text.indexOf(letter, at) + 1;
		if (at === 0) return false;
	}
	return word.length >= 3;
}
