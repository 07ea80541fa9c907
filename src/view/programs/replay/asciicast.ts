import type {Replayer} from '../../../session/index.ts';
import type {Look, Theme} from '../../screen/looks/index.ts';
import type {Row, Size} from '../../screen/screen.types.ts';
import {widthOf} from '../../screen/text.ts';
import {SPEEDS} from '../console/time/index.ts';
import type {Graphs} from '../../input/ui.types.ts';
import {createReplayViewer} from './replay-viewer.ts';

/** How fast a recording may run: what the keys of a replay offer. */
export const CAST_SPEEDS: readonly number[] = SPEEDS;

export type CastSettings = {
	readonly title: string;
	readonly size: Size;
	/** One of CAST_SPEEDS. */
	readonly speed: number;
	readonly theme: Theme;
	readonly graphs: Graphs;
};

const FRAME_SECONDS = 0.5;
const HIDE_HOME_AND_CLEAR = '\u001b[?25l\u001b[0m\u001b[H\u001b[2J';
const MARKER_LENGTH_MAX = 80;

/**
 * A replay as a recording of a terminal (asciicast v2), line by line. No clock is asked: the same journal
 * gives the same file. Only cells that changed are drawn anew; orders and milestones are marked.
 */
export function* castLines(replayer: Replayer, settings: CastSettings): Generator<string> {
	const {title, size, speed, theme, graphs} = settings;
	const {columns: width, rows: height} = size;
	yield JSON.stringify({version: 2, width, height, title, env: {TERM: 'xterm-256color'}});
	const viewer = createReplayViewer({replayer, title, graphs});
	setSpeed(viewer, speed, size);
	const pen = createPen();
	let drawn: readonly (readonly Cell[])[] = [];
	let marked = replayer.first;
	for (let frame = 0; ; frame++) {
		const time = frame * FRAME_SECONDS;
		const rows = viewer.present(size).rows.map(row => cellsOf(row, theme));
		const data = (frame === 0 ? HIDE_HOME_AND_CLEAR : '') + pen.changes(drawn, rows);
		if (data !== '') yield JSON.stringify([time, 'o', data]);
		drawn = rows;
		const {now, last} = viewer.transport;
		for (const text of markersIn(replayer, marked, now)) yield JSON.stringify([time, 'm', text]);
		marked = now;
		if (now >= last) return;
		viewer.frame(FRAME_SECONDS);
	}
}

function markersIn({moments}: Replayer, after: number, until: number): readonly string[] {
	return moments
		.filter(({at, kind}) => kind !== 'alert' && at > after && at <= until)
		.map(({text}) => text.slice(0, MARKER_LENGTH_MAX));
}

function setSpeed(viewer: ReturnType<typeof createReplayViewer>, speed: number, size: Size): void {
	const wanted = CAST_SPEEDS.indexOf(speed);
	viewer.press(' ', size);
	for (let step = 0; step < CAST_SPEEDS.length && viewer.ui.pace !== wanted; step++) {
		viewer.press(viewer.ui.pace < wanted ? '+' : '-', size);
	}
}

/** What one column shows, and how; the second column of a wide character shows nothing of its own. */
type Cell = {readonly text: string; readonly codes: string};

function cellsOf(row: Row, theme: Theme): readonly Cell[] {
	return row.flatMap(({text, tone}) => {
		const codes = codesOf(theme[tone]);
		return Array.from(text).flatMap(character => [
			{text: character, codes},
			...Array.from({length: widthOf(character) - 1}, () => ({text: '', codes})),
		]);
	});
}

/** As many unchanged cells are cheaper to draw again than to jump over. */
const GAP_CELLS = 4;

/** Draws what differs, and remembers what it wrote with last. */
function createPen() {
	let written = '';
	const draw = (cells: readonly Cell[]): string =>
		cells
			.map(({text, codes}) => {
				if (text === '' || codes === written) return text;
				written = codes;
				return `\u001b[${codes === '' ? '0' : `0;${codes}`}m${text}`;
			})
			.join('');
	const rowChanges = (before: readonly Cell[], after: readonly Cell[], row: number): string => {
		let said = '';
		for (const {from, to} of changedRuns(before, after)) {
			said += `\u001b[${String(row + 1)};${String(from + 1)}H${draw(after.slice(from, to))}`;
		}
		if (after.length >= before.length) return said;
		const clear = `\u001b[${String(row + 1)};${String(after.length + 1)}H${draw([{text: '\u001b[K', codes: ''}])}`;
		return said + clear;
	};
	return {
		changes: (before: readonly (readonly Cell[])[], after: readonly (readonly Cell[])[]) =>
			after.map((cells, row) => rowChanges(before[row] ?? [], cells, row)).join(''),
	};
}

type Run = {readonly from: number; readonly to: number};

function changedRuns(before: readonly Cell[], after: readonly Cell[]): readonly Run[] {
	const runs: Run[] = [];
	after.forEach((cell, column) => {
		const was = before[column];
		if (was?.text === cell.text && was.codes === cell.codes) return;
		const last = runs.at(-1);
		if (last !== undefined && column - last.to <= GAP_CELLS) {
			runs[runs.length - 1] = {from: last.from, to: column + 1};
		} else runs.push({from: column, to: column + 1});
	});
	return runs.map(({from, to}) => ({from: startOf(after, from), to: endOf(after, to)}));
}

/** A wide character is drawn whole. */
function startOf(cells: readonly Cell[], from: number): number {
	let start = from;
	while (start > 0 && cells[start]?.text === '') start--;
	return start;
}

function endOf(cells: readonly Cell[], to: number): number {
	let end = to;
	while (end < cells.length && cells[end]?.text === '') end++;
	return end;
}

const COLOURS: Readonly<Record<string, number>> = {
	black: 30,
	red: 31,
	green: 32,
	yellow: 33,
	magenta: 35,
	cyan: 36,
	white: 37,
	whiteBright: 97,
};

function codesOf({color, backgroundColor, bold, underline, inverse}: Look): string {
	return [
		...(bold === true ? ['1'] : []),
		...(underline === true ? ['4'] : []),
		...(inverse === true ? ['7'] : []),
		...(color === undefined ? [] : [colourCode(color, 0)]),
		...(backgroundColor === undefined ? [] : [colourCode(backgroundColor, 10)]),
	].join(';');
}

/** `offset` is 10 for backgrounds, as terminals count. */
function colourCode(colour: string, offset: number): string {
	const named = COLOURS[colour];
	if (named !== undefined) return String(named + offset);
	const parts = [1, 3, 5].map(from => Number.parseInt(colour.slice(from, from + 2), 16));
	return [38 + offset, 2, ...parts].join(';');
}
