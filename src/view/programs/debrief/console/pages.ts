import type {Debrief} from '../../../../session/index.ts';
import {keysIn, type BindingId, type KeyShown} from '../../../input/keys/index.ts';
import type {Graphs, Keymap} from '../../../input/ui.types.ts';
import {asAscii} from '../../../screen/glyphs.ts';
import {keysRow} from '../../../screen/keys-row.ts';
import type {Row, Screen, Size, Tone} from '../../../screen/screen.types.ts';
import {fit, span, spread, widthOf} from '../../../screen/text.ts';
import {pictureRows} from '../main/picture.ts';
import {sectionOf} from '../sections.ts';
import {teamLines} from '../team/text.ts';
import {runsWords} from '../words.ts';
import {headRow, tabRow, type Headed} from './head-rows.ts';
import {findingsIn, mainRows, type Content} from './main-page.ts';
import {openingRows, wordsRows} from './own-words.ts';
import {scoreRows} from './score-page.ts';
import {inOwnWords, isOpening, shownPage, type PageId, type State} from './state.ts';
import type {Scored, Telling} from './telling.types.ts';

/** How it is shown, whatever is told. */
export type Setting = Headed & {
	readonly graphs: Graphs;
	readonly keymap: Keymap;
	/** As far as the run is scored; what is not begun begins when it is asked for. */
	readonly scored: () => Scored;
};

const FRAME_ROWS = 4;
const WIDTH_MAX = 100;

/** Rows of a page between its head and its foot. */
export function roomFor({rows}: Size): number {
	return Math.max(1, rows - FRAME_ROWS);
}

/** What a screen is made of. */
export type Scene = {
	readonly setting: Setting;
	readonly state: State;
	readonly telling: Telling;
	readonly size: Size;
};

/** The whole screen. */
export function debriefScreen(scene: Scene): Screen {
	const {setting, state, telling, size} = scene;
	const {columns} = size;
	const page = shownPage(state, telling, size);
	const debrief = toldIn(scene);
	const {rows: shown, total} = contentIn(page, debrief, scene);
	const rows = [
		headRow(setting, debrief, size),
		isOpening(page) ? fit([], columns) : tabRow(page, telling, size),
		...Array.from({length: roomFor(size)}, (_, row) => fit(shown[row] ?? [], columns)),
		footRow(scene, total - state.scroll - roomFor(size)),
		fit(keysRow(keysOf(page, debrief, scene), columns), columns),
	].slice(0, size.rows);
	return setting.graphs === 'ascii' ? asAscii({rows}) : {rows};
}

/** The debrief as it is told now, if it is. */
export function toldIn({telling: {debrief}, state}: Scene): Debrief | null {
	return debrief === null ? null : inOwnWords(debrief, state);
}

function contentIn(page: PageId, debrief: Debrief | null, scene: Scene): Content {
	const {setting, state, size} = scene;
	const room = roomFor(size);
	if (page === 'mattered' && debrief !== null) {
		return mainRows(debrief, state, size, {room, graphs: setting.graphs});
	}
	const all = pageRows(page, debrief, scene);
	return {rows: all.slice(state.scroll, state.scroll + room), total: all.length};
}

/** All rows of a page but the first, whose findings are stepped through. */
export function pageRows(page: PageId, debrief: Debrief | null, scene: Scene): readonly Row[] {
	const {setting, state, telling, size} = scene;
	const width = Math.min(WIDTH_MAX, size.columns - 2);
	const inset = (row: Row): Row => [span(' '), ...row];
	const lines = (texts: readonly string[]) =>
		texts.map((line): Row => [span(` ${line}`, toneOf(line))]);
	if (isOpening(page))
		return openingRows(state, debrief, {width, keymap: setting.keymap}).map(inset);
	if (debrief === null) return lines([workingWords(state)]);
	switch (page) {
		case 'mattered':
			return [];
		case 'picture':
			return pictureRows(debrief, {columns: size.columns, rows: roomFor(size)}, setting.graphs);
		case 'score':
			return scoreRows(debrief, setting.scored(), width);
		case 'words':
			return wordsRows(state, debrief, {width, keymap: setting.keymap});
		case 'team':
		case 'measured':
			return lines(teamPage(page, debrief, telling.team, width));
		case 'fixes':
			return lines([
				...sectionOf(debrief, 'fixes', width).lines,
				'',
				...sectionOf(debrief, 'lessons', width).lines,
			]);
		default:
			return lines(sectionOf(debrief, page, width).lines);
	}
}

function workingWords({seconds}: State): string {
	return `Re-simulating your run: ${String(seconds)} s. The outcome comes first, then what else was tried.`;
}

function teamPage(
	page: 'team' | 'measured',
	debrief: Debrief,
	team: Telling['team'],
	width: number,
): readonly string[] {
	if (team === 'later') return ['Re-simulating what each seat could see.'];
	if (team === undefined) return [];
	const {talkedThrough, measured} = teamLines({debrief, team}, width);
	return (page === 'team' ? talkedThrough : measured).slice(1);
}

/** Marks at the beginning of a line already say what it is; colour only repeats them. */
function toneOf(line: string): Tone {
	if (line.startsWith('-- ')) return 'title';
	if (line.startsWith('MISSING') || /^\d\d:\d\d:\d\d !!/u.test(line)) return 'warn';
	return /^\d\d:\d\d:\d\d \*\*/u.test(line) ? 'title' : 'plain';
}

const BAR = 20;

/** How far it is, and what all of it rests on. */
function footRow({telling, size: {columns}}: Scene, below: number): Row {
	const {debrief, progress} = telling;
	const more = below > 0 ? ` ↓ ${String(below)} more ` : ' ';
	const start =
		debrief?.runs.complete === true
			? restsOn(debrief, columns - more.length)
			: progressRow(progress);
	return spread(start, [span(more, 'dim')], columns);
}

function restsOn(debrief: Debrief, room: number): Row {
	const words = ` ${runsWords(debrief)}`;
	const short = ` ${String(debrief.runs.lived)} re-simulated runs; true in this model, nowhere else for certain.`;
	const shortest = ` ${String(debrief.runs.lived)} re-simulated runs, true in this model.`;
	const fits = [words, short].find(each => widthOf(each) <= room) ?? shortest;
	return [span(fits, 'dim')];
}

function progressRow({lived, wanted}: Telling['progress']): Row {
	const full = Math.floor((lived / Math.max(1, wanted)) * BAR);
	return [
		span(` Re-simulating ${String(lived)} of ${String(wanted)} `),
		span('━'.repeat(full)),
		span('·'.repeat(BAR - full), 'line'),
		span(' It fills in as you read.', 'dim'),
	];
}

const AT_A_FINDING: readonly BindingId[] = ['debriefReplay', 'debriefTakeOver'];
const WITHHELD: readonly BindingId[] = ['debriefAgain', 'debriefReveal'];

/** What can be done here, and nothing that cannot. */
function keysOf(
	page: PageId,
	debrief: Debrief | null,
	{setting: {keymap}, state, size}: Scene,
): readonly KeyShown[] {
	if (page === 'story' || state.isWriting) return keysIn('telling', keymap);
	if (page === 'felt') return keysIn('feeling', keymap);
	const told =
		debrief === null ? undefined : findingsIn(debrief, state, size).places[state.chosen]?.told;
	const hasPlace = page === 'mattered' && typeof told?.at === 'number';
	return keysIn('debrief', keymap).filter(({id}) => {
		if (AT_A_FINDING.includes(id)) return hasPlace;
		return !WITHHELD.includes(id) || debrief?.withheld === true;
	});
}
