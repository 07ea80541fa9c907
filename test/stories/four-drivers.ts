import {ORDERS, parseOrder} from '../../src/session/index.ts';
import {dangerOf} from '../../src/view/do/danger.ts';
import {PANEL_KEYS} from '../../src/view/input/ui.types.ts';
import type {Act} from './winning-night.ts';

/** What is sent to the program for one act: keys as a keyboard sends them, or lines. */
export type Driver = (act: Act) => string;

const ENTER = '\r';

/** Keys alone: orders are found in the palette and given on their cards; the command line stays shut. */
export const byKeys: Driver = act => {
	if ('next' in act) return 'n';
	if ('panel' in act) return PANEL_KEYS[act.panel];
	if ('suspect' in act) return `h${hypothesisOf(act)}${ENTER}`;
	const {form, values} = filledForm(act.order);
	const chosen = ['a', form, ENTER, ...values.flatMap(value => [value, ENTER])].join('');
	if (!changes(act.order)) return chosen;
	const danger = dangerOf(act.order);
	const expects = act.expects === undefined ? '' : `e${act.expects}${ENTER}`;
	return [chosen, danger?.target ?? '', expects, danger === null ? ENTER : 'Y'].join('');
};

/** The command line alone, but for the capital that a dangerous order wants. */
export const byCommandLine: Driver = act => {
	const typed = (words: string) => `:${words}${ENTER}`;
	if (!('order' in act)) return typed(wordOf(act));
	const given = typed(act.order) + (dangerOf(act.order) === null ? '' : 'Y');
	return act.expects === undefined ? given : given + typed(`expect ${act.expects}`);
};

/** `--plain`: the same words, and the target of a dangerous order when it is asked for. */
export const byPlainLines: Driver = act => {
	if (!('order' in act)) return linesOf(wordOf(act));
	const danger = dangerOf(act.order);
	return linesOf(
		act.order,
		...(danger === null ? [] : [danger.target]),
		...(act.expects === undefined ? [] : [`expect ${act.expects}`]),
	);
};

/** `--protocol`: a request for each. */
export const byProtocol: Driver = act => {
	if ('next' in act) return requests({do: 'next'});
	if ('panel' in act) return requests({do: 'panel', ...act});
	if ('suspect' in act) return requests({do: 'suspect', ...act});
	return requests(
		{do: 'attempt', order: act.order},
		...(act.expects === undefined ? [] : [{do: 'expect', text: act.expects}]),
	);
};

function wordOf(act: Exclude<Act, {order: string}>): string {
	if ('next' in act) return 'next';
	return 'panel' in act ? `panel ${act.panel}` : `suspect ${hypothesisOf(act)}`;
}

function hypothesisOf({suspect, confidence, unless}: Extract<Act, {suspect: string}>): string {
	return `${suspect} ${String(confidence)} unless ${unless}`;
}

function linesOf(...lines: readonly string[]): string {
	return lines.map(line => `${line}\n`).join('');
}

function requests(...all: readonly object[]): string {
	return linesOf(...all.map(request => JSON.stringify({id: 0, ...request})));
}

function changes(order: string): boolean {
	const parsed = parseOrder(order);
	return parsed.ok && ORDERS[parsed.order.id]?.kind === 'do';
}

/** The form that an order fills, and what stands in its blanks: a text takes the rest of the line. */
function filledForm(order: string): {readonly form: string; readonly values: readonly string[]} {
	const parsed = parseOrder(order);
	const spec = parsed.ok ? ORDERS[parsed.order.id] : undefined;
	for (const form of spec?.forms ?? []) {
		const blanks = form.replace(/ <[a-z-]+>$/u, ' (.+)').replaceAll(/<[a-z-]+>/gu, '([^ ]+)');
		const filled = new RegExp(`^${blanks}$`, 'u').exec(order);
		if (filled !== null) return {form, values: filled.slice(1)};
	}
	throw new Error(`${order} fills no form`);
}
