import type {Observation} from '../observe/index.ts';
import {ORDERS} from '../session/index.ts';
import {wordsOf} from './console-words.ts';
import {keysFor, type Mode} from './keys/index.ts';
import {findOrders, ordersOf} from './palette/index.ts';
import {page, TEXT_WIDTH} from './pages.ts';
import {PANEL_NAMES} from './panels/index.ts';
import type {Row, Size} from './screen.types.ts';
import {clean, cut, left, span, wrap} from './text.ts';
import {PANEL_KEYS, PANELS, type Ui} from './ui.types.ts';

const FOUND_MAX = 12;

/** Help for where one is, or about what was asked; everything in it is read from the tables that are in force. */
export function helpPage(observation: Observation, ui: Ui, size: Size): readonly Row[] {
	const here = ui.topic === '' ? hereRows(ui) : topicRows(ui.topic);
	const rows = [
		...here,
		...keyRows('On the console', 'panels', ui, observation),
		...keyRows('On the command line', 'prompt', ui, observation),
		...keyRows('On the card of an order', 'order', ui, observation),
		...wordRows(),
		...panelRows(),
		...MARKS,
	];
	return page(rows, ui.scroll, size, TEXT_WIDTH);
}

/** The panel in focus, and the orders that belong to it. */
function hereRows(ui: Ui): readonly Row[] {
	const rows = ordersOf(ui.focus).map((id): Row => {
		const spec = ORDERS[id];
		return [
			span(`  ${left(spec?.forms[0] ?? id, FORM_WIDTH)} `, 'focus'),
			span(cut(clean(spec?.what ?? ''), TEXT_WIDTH - FORM_WIDTH - 3)),
		];
	});
	return [heading(`Here: ${PANEL_KEYS[ui.focus]} ${PANEL_NAMES[ui.focus]}`), ...rows, []];
}

const FORM_WIDTH = 34;

function topicRows(topic: string): readonly Row[] {
	const found = findOrders(topic).slice(0, FOUND_MAX);
	if (found.length === 0) return [heading(`Nothing is known about “${clean(topic)}”`), []];
	return [
		heading(`About “${clean(topic)}”`),
		...found.flatMap(({form, spec}) =>
			orderRows(form, [spec.what, spec.risk].filter(text => text !== '').join('. ')),
		),
		[],
	];
}

function orderRows(form: string, what: string): readonly Row[] {
	return [
		[span(`  ${form}`, 'focus')],
		...wrap(clean(what), TEXT_WIDTH - 6).map((line): Row => [span(`      ${line}`)]),
	];
}

function keyRows(title: string, mode: Mode, ui: Ui, observation: Observation): readonly Row[] {
	const rows = keysFor(mode, ui, observation).map(({shown, help, works, reason}): Row => [
		span(`  ${left(shown, KEYS_WIDTH)}`, works ? 'focus' : 'dim'),
		span(works ? help : `${help}: ${reason}`, works ? 'plain' : 'dim'),
	]);
	return [heading(title), ...rows, []];
}

const KEYS_WIDTH = 20;

function wordRows(): readonly Row[] {
	const rows = wordsOf('screen').map(({forms, what}): Row => [
		span(`  ${left(`:${forms[0] ?? ''}`, KEYS_WIDTH + 12)}`, 'focus'),
		span(what),
	]);
	return [heading('Words for the console, typed like orders'), ...rows, []];
}

function panelRows(): readonly Row[] {
	const names = PANELS.map(panel => `${PANEL_KEYS[panel]} ${PANEL_NAMES[panel]}`).join('   ');
	const rows = wrap(names, TEXT_WIDTH - 2).map((line): Row => [span(`  ${line}`)]);
	return [heading('Panels'), ...rows, []];
}

const MARKS: readonly Row[] = [
	heading('Marks'),
	[
		span('  ● OK', 'good'),
		span('   ▲ WARN', 'warn'),
		span('   ✗ CRIT', 'bad'),
		span('   ○ N/A: nothing arrived   ↑ ↓ → last 15 minutes   · sample lost'),
	],
];

function heading(text: string): Row {
	return [span(text, 'title')];
}
