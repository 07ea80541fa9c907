import type {Debrief} from '../../../../session/index.ts';
import type {Row, Size} from '../../../screen/screen.types.ts';
import {fit, pressing, span, spread, wrap} from '../../../screen/text.ts';
import {fieldRow} from '../../../screen/field.ts';
import {sectionOf} from '../sections.ts';
import {teamLines} from '../team/text.ts';
import {verdictWords} from '../words.ts';
import {
	binding,
	keyOf,
	keysIn,
	keysOn,
	withKeys,
	type BindingId,
	type KeyShown,
} from '../../../input/keys/index.ts';
import type {Keymap} from '../../../input/ui.types.ts';
import {keysRow} from '../../../screen/keys-row.ts';
import type {Telling} from './telling.types.ts';

/** In this order, and no other: whoever has been told the answer no longer knows what they thought. */
export const PAGES = [
	'felt',
	'story',
	'timeline',
	'team',
	'decisions',
	'curves',
	'fixes',
	'orders',
	'measured',
	'commitment',
] as const;
export type PageId = (typeof PAGES)[number];

/** The pages that there are: those of a team where a team played. */
export function pagesOf({team}: Telling): readonly PageId[] {
	return team === undefined ? PAGES.filter(id => !isOfTeam(id)) : PAGES;
}

function isOfTeam(id: PageId): id is 'team' | 'measured' {
	return id === 'team' || id === 'measured';
}

export type State = {
	readonly page: PageId;
	readonly scroll: number;
	readonly draft: string;
	/** Characters of the draft behind the caret. */
	readonly caret: number;
	readonly felt: string;
	readonly story: string;
	readonly commitment: string;
};

/** One key for how it was. */
const FELT = ['feltInHand', 'feltBusy', 'feltBehind', 'feltLost', 'feltQuiet'] as const;

export function isFeeling(id: BindingId): boolean {
	return FELT.some(felt => felt === id);
}

const TITLES: Readonly<Record<PageId, string>> = {
	felt: 'How did that feel?',
	story: 'What happened, in your words?',
	timeline: 'The timeline',
	team: 'What the room talks through',
	decisions: 'What mattered most',
	curves: 'Your harm beside the others’',
	fixes: 'Which fixes would have prevented it',
	orders: 'Your orders',
	measured: 'What was measured',
	commitment: 'One thing for next time',
};

const FRAME_ROWS = 4;
const WIDTH_MAX = 100;

/** Rows of a page between its head and its foot. */
export function roomFor({rows}: Size): number {
	return Math.max(1, rows - FRAME_ROWS);
}

/** The whole screen. */
export function pageRows(
	{title, keymap}: {readonly title: string; readonly keymap: Keymap},
	state: State,
	telling: Telling,
	size: Size,
): readonly Row[] {
	const room = roomFor(size);
	const content = isAsking(state.page)
		? askingRows(state, telling.debrief, {size, keymap})
		: rowsOf(state.page, telling, size);
	const shown = content.slice(state.scroll, state.scroll + room);
	const pages = pagesOf(telling);
	const place = `${String(pages.indexOf(state.page) + 1)} of ${String(pages.length)}`;
	return [
		spread([span(` Debrief  ${title}`, 'title')], [span(`${place} `, 'dim')], size.columns),
		fit([span(` ${TITLES[state.page]}`, 'title')], size.columns),
		...Array.from({length: room}, (_, row) =>
			fit([span(' '), ...(shown[row] ?? [])], size.columns),
		),
		fit(progressRow(telling, content.length > state.scroll + room), size.columns),
		fit(keysRow(keysOf(state.page, telling.debrief, keymap), size.columns), size.columns),
	].slice(0, size.rows);
}

/** Rows of a page that tells. */
export function rowsOf(page: PageId, {debrief, team}: Telling, size: Size): readonly Row[] {
	if (isAsking(page)) return [];
	if (debrief === null || (isOfTeam(page) && team === 'later'))
		return [[span('Re-simulating your run…', 'dim')]];
	const width = Math.min(WIDTH_MAX, size.columns - 2);
	const lines = isOfTeam(page)
		? teamPage(page, debrief, team, width)
		: sectionOf(debrief, page, width).lines;
	return lines.map(line => [span(line, toneOf(line))]);
}

function teamPage(
	page: 'team' | 'measured',
	debrief: Debrief,
	team: Telling['team'],
	width: number,
): readonly string[] {
	if (team === undefined || team === 'later') return [];
	const {talkedThrough, measured} = teamLines({debrief, team}, width);
	return (page === 'team' ? talkedThrough : measured).slice(1);
}

function isAsking(page: PageId): page is 'felt' | 'story' | 'commitment' {
	return page === 'felt' || page === 'story' || page === 'commitment';
}

/** Marks at the beginning of a line already say what it is; colour only repeats them. */
function toneOf(line: string) {
	if (/^\d+\. /.test(line)) return 'title';
	if (/^Yours, and good/.test(line) || line.startsWith('THERE')) return 'plain';
	if (line.startsWith('MISSING')) return 'warn';
	if (/^\d\d:\d\d:\d\d !!/.test(line)) return 'warn';
	if (/^\d\d:\d\d:\d\d \*\*/.test(line)) return 'title';
	return 'plain';
}

type Desk = {readonly size: Size; readonly keymap: Keymap};

function askingRows(state: State, debrief: Debrief | null, {size, keymap}: Desk): readonly Row[] {
	const width = Math.min(WIDTH_MAX, size.columns - 4);
	const text = (words: string) => wrap(words, width).map((line): Row => [span(line)]);
	const outcome = debrief === null ? [] : [...text(verdictWords(debrief)), []];
	switch (state.page) {
		case 'felt':
			return [
				...outcome,
				...text('Before anything is explained: press one key.'),
				[],
				...FELT.map(id =>
					pressing(
						[span(` ${keyOf(keymap, id)} `, 'title'), span(` ${binding(id).help}`)],
						keysOn(keymap, id).slice(0, 1),
					),
				),
			];
		case 'story':
			return [
				...text(
					withKeys(
						'A sentence or two, as you would tell a colleague. Enter keeps it, {tellOn} passes on.',
						keymap,
					),
				),
				[],
				...draftRows(state, width),
			];
		default:
			return [
				...text(
					'What will you do differently next time? It is shown to you when the next run begins. Enter keeps it, esc leaves without.',
				),
				[],
				...draftRows(state, width),
			];
	}
}

function draftRows({page, draft, caret, story, commitment}: State, width: number): readonly Row[] {
	const kept = page === 'story' ? story : commitment;
	const text = draft === '' && kept !== '' ? kept : draft;
	const at = text.length - caret;
	const room = Math.max(1, width - 3);
	const first = Math.floor(at / room);
	return Array.from({length: Math.floor(text.length / room) + 1}, (_, index): Row => {
		const from = index * room;
		const part = text.slice(from, from + room);
		const start = span(index === 0 ? '> ' : '  ', 'title');
		if (index !== first) return [start, span(part)];
		return [start, ...fieldRow({text: part, after: part.length - (at - from)})];
	});
}

function progressRow({progress, debrief}: Telling, more: boolean): Row {
	const on = more ? '  more below ↓' : '';
	if (debrief?.runs.complete === true) {
		return [span(` From ${String(progress.lived)} re-simulated runs, in this model.${on}`, 'dim')];
	}
	const counted = `${String(progress.lived)}/${String(progress.wanted)}`;
	return [span(` Re-simulating ${counted}. It fills in as you read.${on}`, 'dim')];
}

/** What there is to scroll, and what there is to be told, not on every page. */
const READING: readonly BindingId[] = ['debriefDown'];
const WITHHELD: readonly BindingId[] = ['debriefAgain', 'debriefReveal'];

function keysOf(page: PageId, debrief: Debrief | null, keymap: Keymap): readonly KeyShown[] {
	if (page === 'story' || page === 'commitment') return keysIn('telling', keymap);
	return keysIn('debrief', keymap).filter(({id}) => {
		if (READING.includes(id)) return !isAsking(page);
		return !WITHHELD.includes(id) || (debrief?.withheld === true && !isAsking(page));
	});
}
