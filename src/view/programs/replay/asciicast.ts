import type {Replayer} from '../../../session/index.ts';
import type {Look, Theme} from '../../screen/looks/index.ts';
import type {Row, Size} from '../../screen/screen.types.ts';
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
const HOME_AND_CLEAR = '\u001b[?25l\u001b[H\u001b[2J';

/**
 * A replay as a recording of a terminal (asciicast v2), line by line. No clock is asked: the same journal
 * gives the same file. Only rows that changed are drawn anew.
 */
export function* castLines(replayer: Replayer, settings: CastSettings): Generator<string> {
	const {title, size, speed, theme, graphs} = settings;
	const {columns: width, rows: height} = size;
	yield JSON.stringify({version: 2, width, height, title, env: {TERM: 'xterm-256color'}});
	const viewer = createReplayViewer({replayer, title, graphs});
	setSpeed(viewer, speed, size);
	let drawn: readonly string[] = [];
	for (let frame = 0; ; frame++) {
		const rows = viewer.present(size).rows.map(row => coloured(row, theme));
		const data = (frame === 0 ? HOME_AND_CLEAR : '') + changes(drawn, rows);
		if (data !== '') yield JSON.stringify([frame * FRAME_SECONDS, 'o', data]);
		drawn = rows;
		if (viewer.transport.now >= viewer.transport.last) return;
		viewer.frame(FRAME_SECONDS);
	}
}

function setSpeed(viewer: ReturnType<typeof createReplayViewer>, speed: number, size: Size): void {
	const wanted = CAST_SPEEDS.indexOf(speed);
	viewer.press(' ', size);
	for (let step = 0; step < CAST_SPEEDS.length && viewer.ui.pace !== wanted; step++) {
		viewer.press(viewer.ui.pace < wanted ? '+' : '-', size);
	}
}

function changes(before: readonly string[], after: readonly string[]): string {
	return after
		.map((row, index) => (row === before[index] ? '' : `\u001b[${String(index + 1)};1H${row}`))
		.join('');
}

function coloured(row: Row, theme: Theme): string {
	return row
		.filter(({text}) => text !== '')
		.map(({text, tone}) => {
			const codes = codesOf(theme[tone]);
			return codes === '' ? text : `\u001b[${codes}m${text}\u001b[0m`;
		})
		.join('');
}

const COLOURS: Readonly<Record<string, number>> = {
	black: 30,
	red: 31,
	green: 32,
	yellow: 33,
	magenta: 35,
	cyan: 36,
	white: 37,
	gray: 90,
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
