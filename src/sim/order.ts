import {assert, type Order, type OrderSpec, type OrderTable} from './kernel/index.ts';
import {INSPECT_ORDERS} from './inspect-orders.ts';
import {SUBSYSTEM_NAMES, SUBSYSTEMS, type SubsystemName} from './subsystems.ts';

/** The closed grammar of everything an operator can attempt: the rows of every subsystem, and the looks. */
export const ORDERS: OrderTable = Object.assign(
	{},
	INSPECT_ORDERS,
	...SUBSYSTEM_NAMES.map(name => SUBSYSTEMS[name].orders),
) as OrderTable;

const OWNERS = new Map<string, SubsystemName>(
	SUBSYSTEM_NAMES.flatMap(name =>
		Object.keys(SUBSYSTEMS[name].orders).map(id => [id, name] as const),
	),
);

/** The subsystem that obeys an order; null for looks, which change nothing. */
export function ownerOf(order: Pick<Order, 'id'>): SubsystemName | null {
	return OWNERS.get(order.id) ?? null;
}

export function specOf(order: Order): OrderSpec {
	const spec = ORDERS[order.id];
	assert(spec !== undefined, `${order.id} is an order`);
	return spec;
}

/** An order in its canonical words: the first form of its row that its arguments fill exactly. */
export function wordsOf(order: Order): string {
	const {args} = order;
	const given = Object.keys(args).length;
	const form = specOf(order).forms.find(candidate => {
		const blanks = blanksOf(candidate);
		return blanks.length === given && blanks.every(name => name in args);
	});
	assert(form !== undefined, `${order.id} has a form for its arguments`);
	return filledForm(form, order);
}

/** A form with what an order holds in its blanks. */
export function filledForm(form: string, {args}: Order): string {
	return form.replace(/<([a-z-]+)>/g, (_, name: string) => String(args[name]));
}

export function blanksOf(form: string): readonly string[] {
	return [...form.matchAll(/<([a-z-]+)>/g)].map(match => match[1]!);
}

/** Whether an order is one of those that begin so. */
export function beginsAsOneOf(beginnings: readonly string[], words: string): boolean {
	const typed = words.toLowerCase();
	return beginnings.some(begins => typed === begins || typed.startsWith(`${begins} `));
}
