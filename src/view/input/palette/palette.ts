import {castSeen, type Observation} from '../../../observe/index.ts';
import {expectedNext, parseOrder, type Blank} from '../../../session/index.ts';
import type {Act} from '../../say/fact.types.ts';
import type {Palette} from '../ui.types.ts';
import type {PanelId} from '../../../observe/index.ts';
import {findOrders, formsIn, ORDER_FORMS, type OrderForm} from './find-orders.ts';
import {ordersOf} from './panel-orders.ts';

export const EMPTY_PALETTE: Palette = {
	query: '',
	at: 0,
	acts: null,
	form: null,
	values: [],
	problem: '',
};

type NumberBlank = Extract<Blank, {readonly kind: 'whole' | 'decimal'}>;

export type Choice = {
	/** As it is shown. */
	readonly text: string;
	readonly what: string;
	/** What taking it puts in: a form, a value or a whole order. */
	readonly takes: string;
	/** Whether it belongs to the panel in focus. */
	readonly near: boolean;
};

/** What can be chosen now, best first. */
export function choicesOf(
	palette: Palette,
	focus: PanelId,
	observation: Observation,
): readonly Choice[] {
	const {acts, form, query} = palette;
	if (acts !== null) return actChoices(acts, query);
	if (form === null) return orderChoices(query, focus, observation);
	return valuesFor(palette, observation).map(value => ({
		text: value,
		what: '',
		takes: value,
		near: false,
	}));
}

function actChoices(acts: readonly Act[], query: string): readonly Choice[] {
	return acts
		.filter(({label, order}) => `${label} ${order}`.toLowerCase().includes(query.toLowerCase()))
		.map(({key, label, order}) => ({
			text: `${key} ${label}`,
			what: order,
			takes: order,
			near: true,
		}));
}

/** Those of the panel first; then, among equals, as they stand in the table. */
function orderChoices(query: string, focus: PanelId, observation: Observation): readonly Choice[] {
	const cast = castSeen(observation);
	const forms = formsIn(cast);
	const own = ordersOf(focus, cast);
	const rank = ({id}: OrderForm) => (own.includes(id) ? own.indexOf(id) : own.length);
	const near = forms.filter(({id}) => own.includes(id)).sort((a, b) => rank(a) - rank(b));
	const rest = forms.filter(({id}) => !own.includes(id));
	return [...findOrders(query, near), ...findOrders(query, rest)].map(({id, form, spec}) => ({
		text: form,
		what: spec.what,
		takes: form,
		near: own.includes(id),
	}));
}

/** The blank that is to be filled next, as the form names it. */
export function nextBlank(palette: Palette): {readonly name: string; readonly blank: Blank} | null {
	const name = namesIn(palette.form ?? '')[palette.values.length];
	if (name === undefined) return null;
	const blanks = ORDER_FORMS.flatMap(({form, spec}) =>
		form === palette.form ? (spec.blanks[name] ?? []) : [],
	);
	const [blank] = blanks;
	if (blank?.kind !== 'word') return blank === undefined ? null : {name, blank};
	// Several orders may read alike, as pausing does: which one is meant, the word decides.
	const words = blanks.flatMap(each => (each.kind === 'word' ? each.words : []));
	return {name, blank: {...blank, words: [...new Set(words)]}};
}

/** Words that hold what was typed; of numbers, what was typed and those that begin like it. */
function valuesFor(palette: Palette, observation: Observation): readonly string[] {
	const typed = palette.query.trim();
	const blank = nextBlank(palette)?.blank;
	if (blank?.kind !== 'whole' && blank?.kind !== 'decimal') {
		const held = typed.toLowerCase();
		return wordsIn(palette, observation).filter(word => word.toLowerCase().includes(held));
	}
	const numbers = numbersFor(blank).map(String);
	if (typed === '') return numbers;
	return [...new Set([typed, ...numbers.filter(number => number.startsWith(typed))])];
}

/** Whoever has no keyboard picks a number from these. */
const ROUND_NUMBERS = [
	...[0, 0.1, 0.2, 0.5, 1, 2, 3, 4, 5, 8, 10, 15, 20, 30, 40, 50, 60, 80, 100, 120, 150, 190, 200],
	...[300, 500, 1_000, 2_000, 3_000, 5_000, 10_000],
] as const;

/** What is usual there first. */
function numbersFor({kind, min, max, usual = []}: NumberBlank): readonly number[] {
	const fitting = ROUND_NUMBERS.filter(
		number => number >= min && number <= max && (kind === 'decimal' || Number.isInteger(number)),
	);
	return [...new Set([...usual, ...fitting, max])];
}

function wordsIn(palette: Palette, observation: Observation): readonly string[] {
	const next = nextBlank(palette);
	if (next?.blank.kind === 'word') return next.blank.words;
	if (next?.name !== 'alert') return [];
	const standing = observation.alerts.filter(({clearedAt}) => clearedAt === null);
	return ['all', ...new Set(standing.map(({group}) => group)), ...standing.map(({id}) => id)];
}

function namesIn(form: string): readonly string[] {
	return [...form.matchAll(/<([a-z-]+)>/gu)].map(match => match[1] ?? '');
}

/** The order as far as it is filled. */
export function filled({form, values}: Palette): string {
	let at = 0;
	return (form ?? '').replace(/<([a-z-]+)>/gu, blank => values[at++] ?? blank);
}

/** A value that fits its blank, or why it does not. */
export function objectionTo(palette: Palette, value: string): string | null {
	const next = {...palette, values: [...palette.values, value]};
	const text = filled(next);
	const begun = text.slice(0, Math.max(0, text.indexOf('<')));
	const fits = text.includes('<') ? expectedNext(begun).length > 0 : parseOrder(text).ok;
	if (fits && value.trim() !== '') return null;
	const wanted =
		expectedNext(`${filled(palette).split('<')[0]?.trimEnd() ?? ''} `)[0] ?? 'something else';
	return `“${value}” does not fit: expected ${wanted}.`;
}
