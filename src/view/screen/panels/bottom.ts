import type {Observation} from '../../../observe/index.ts';
import {keyOf, keysFor, keysOn, modeOf, withKeys} from '../../input/keys/index.ts';
import type {Row, Span} from '../screen.types.ts';
import type {Act} from '../../say/fact.types.ts';
import {fit, pressing, rowWidth, span, widthOf, wrap} from '../text.ts';
import {footerSpans} from '../keys-row.ts';
import {fieldRow} from '../field.ts';
import type {Flash, Ui} from '../../input/ui.types.ts';
import {keptWords} from '../../say/kept.ts';
import {orderFact} from '../../say/facts/orders.ts';
import {mark} from '../mark.ts';

/** The command line: what is typed, what is asked, or what the last order came to. */
export function promptRow(observation: Observation, ui: Ui, width: number): Row {
	switch (modeOf(ui)) {
		case 'ask':
			return fit(question(ui), width);
		case 'prompt':
			return typing(ui, width);
		case 'filter':
			return filterLine(ui, width);
		case 'panels':
			return fit(
				ui.flash === null
					? pressing(lastOrder(observation, ui), keysOn(ui.keymap, 'command').slice(0, 1))
					: flashEnd(ui.flash, width),
				width,
			);
		case 'help':
		case 'palette':
		case 'inbox':
		case 'order':
		case 'target':
		case 'expecting':
			return fit(ui.flash === null ? lastOrder(observation, ui) : [flashed(ui.flash)], width);
		case 'briefing':
		case 'card':
		case 'edit':
			return fit([], width);
	}
}

const FLASH_MARKS = {good: '✔ ', warn: '▲ ', bad: '✗ ', plain: ''} as const;
const FLASH_TONES = {good: 'plain', warn: 'warn', bad: 'bad', plain: 'plain'} as const;

const FLASH_ROWS_MAX = 4;

/** What a key came to, in as many rows as it takes; the last of them is the command line. */
function flashLines({text, tone}: Flash, width: number): readonly string[] {
	return wrap(`${FLASH_MARKS[tone]}${text}`, width).slice(0, FLASH_ROWS_MAX);
}

function flashEnd(flash: Flash, width: number): Row {
	return [span(flashLines(flash, width).at(-1) ?? '', FLASH_TONES[flash.tone])];
}

/** The rows of it for which the command line has no room. */
export function flashRows(flash: Flash, width: number): readonly Row[] {
	return flashLines(flash, width)
		.slice(0, -1)
		.map(line => fit([span(line, FLASH_TONES[flash.tone])], width));
}

/** What a key came to, for a few seconds. */
export function flashed({text, tone}: Flash): Span {
	return span(`${FLASH_MARKS[tone]}${text}`, FLASH_TONES[tone]);
}

function question(ui: Ui): Row {
	const [asks, yes] =
		ui.overlay === 'interrupt'
			? [`Stop here? ${keptWords(ui.isKept)} `, 'y or ctrl-c: stop']
			: [`Leave the drill? ${keptWords(ui.isKept)} `, 'y: leave'];
	return [
		span(` ${asks}`, 'select'),
		{...span(yes, 'select'), press: ['y']},
		span('   ', 'select'),
		{...span('n: go on ', 'select'), press: ['n']},
	];
}

/** The part of the line around the cursor, and the caret. */
function typing(ui: Ui, width: number): Row {
	const {draft, cursor} = ui.prompt;
	const room = width - 4;
	const from = Math.max(0, Math.min(cursor - room + 6, cursor));
	const before = draft.slice(from, cursor);
	const rest = draft.slice(cursor, from + room);
	return fit(
		[span(from > 0 ? ':…' : ': ', 'title'), ...fieldRow({text: before + rest, after: rest.length})],
		width,
	);
}

/** The filter as it is typed; the panel follows with each character. */
function filterLine(ui: Ui, width: number): Row {
	return fit(
		[
			span('/ ', 'title'),
			...fieldRow({text: ui.filters[ui.focus], after: ui.caret}),
			span('  shows only rows that contain this; a leading ! inverts', 'dim'),
		],
		width,
	);
}

function lastOrder(observation: Observation, ui: Ui): Row {
	const line = keyOf(ui.keymap, 'command');
	const last = observation.orders.at(-1);
	if (last === undefined)
		return [
			span(`${line} `, 'title'),
			span(withKeys('runs a command, {offer} completes it', ui.keymap), 'dim'),
		];
	const fact = orderFact(observation, last);
	const {summary} = fact.of;
	return [
		span(': ', 'title'),
		mark(fact),
		span(fact.label, 'title'),
		span(summary === '' ? '' : `  ${summary}`, 'dim'),
	];
}

/**
 * The few keys that matter here: first those of the line under the cursor, then those of the console. While
 * typing, the words that may come next.
 */
export function footerRow(
	observation: Observation,
	ui: Ui,
	width: number,
	acts: readonly Act[],
): Row {
	if (modeOf(ui) === 'prompt' && ui.prompt.offers.length > 0) return offersRow(ui, width);
	const row: Span[] =
		modeOf(ui) === 'panels' && !ui.readOnly
			? actSpans(acts, width / 2, keyOf(ui.keymap, 'open'))
			: [];
	// On a card only what can be done is in sight; beside what can be done about a line, the key that lists it is not.
	const keys = keysFor(modeOf(ui), ui, observation).filter(
		({id, works}) => (works || !CARDS.has(modeOf(ui))) && (id !== 'palette' || row.length === 0),
	);
	const spans = keys.flatMap(({id, footer, works}) =>
		footer === null ? [] : [{id, row: footerSpans(footer, works ? 'title' : 'dim')}],
	);
	// Whoever is lost looks for help: it has its place before what came first.
	const help = spans.find(({id}) => id === 'help')?.row ?? [];
	let taken = rowWidth(row);
	let kept = taken + rowWidth(help) > width ? 0 : rowWidth(help);
	for (const {id, row: next} of spans) {
		if (id === 'help') kept = 0;
		taken += rowWidth(next);
		if (taken + kept > width) break;
		row.push(...next);
	}
	return fit(kept === 0 ? row : [...row, ...help], width);
}

const CARDS: ReadonlySet<string> = new Set(['order', 'card']);

/** As many as have room; one key opens them all. */
function actSpans(acts: readonly Act[], room: number, open: string): Span[] {
	const row: Span[] = [];
	for (const {key, label} of acts) {
		const next = pressing([span(` ${key}`, 'title'), span(` ${label} `, 'plain')], [key]);
		if (rowWidth(row) + rowWidth(next) > room) {
			row.push(span(` ${open}`, 'title'), span(' all… ', 'plain'));
			break;
		}
		row.push(...next);
	}
	return row.length === 0 ? [] : [...row, span('│', 'dim')];
}

function offersRow(ui: Ui, width: number): Row {
	const {offers, picked} = ui.prompt;
	// The picked word must be in sight, however long the list.
	const first = picked === null ? 0 : Math.max(0, picked.index - 3);
	const offer = keyOf(ui.keymap, 'offer');
	const row: Span[] = [span(ui.prompt.found ? `${offer} found: ` : `${offer} `, 'title')];
	for (const [index, offer] of offers.entries()) {
		if (index < first) continue;
		const word = offer;
		if (rowWidth(row) + widthOf(word) + 2 > width - 2) {
			row.push(span('…', 'dim'));
			break;
		}
		const steps = index - (picked?.index ?? -1);
		const tabs = steps > 0 ? steps : steps + offers.length;
		const press = Array.from({length: tabs}, () => 'tab');
		row.push({...span(word, picked?.index === index ? 'select' : 'plain'), press}, span('  '));
	}
	return fit(row, width);
}
