import {SMALLEST} from '../smallest.ts';
import type {Row, Screen, Size} from '../screen.types.ts';
import {fit, span, wrap} from '../text.ts';

/** What one does with a program: it asks for room accordingly. */
export type Asks = 'reading' | 'watching' | 'playing' | 'board';

/** Where the screen is shown. */
export type Place = 'terminal' | 'page';

const LEAST: Readonly<Record<Place, Readonly<Record<Asks, Size>>>> = {
	terminal: {reading: SMALLEST, watching: SMALLEST, playing: SMALLEST, board: SMALLEST},
	// A phone is for reading and for watching: nobody plays on less than what a terminal has.
	page: {
		reading: {columns: 40, rows: 12},
		watching: SMALLEST,
		playing: {columns: 80, rows: SMALLEST.rows},
		board: {columns: 40, rows: 12},
	},
};

/** The columns that a page tries to give a program, by the size of its text. */
export function columnsFor(asks: Asks): number {
	return LEAST.page[asks].columns + (asks === 'reading' || asks === 'board' ? 4 : 0);
}

/** Below the smallest size: one clear sentence, however few cells there are. Null where there is room. */
export function tooSmall(
	size: Size,
	asks: Asks = 'playing',
	place: Place = 'terminal',
): Screen | null {
	const {columns, rows} = size;
	const least = LEAST[place][asks];
	if (columns >= least.columns && rows >= least.rows) return null;
	const text = place === 'page' ? pageWords(least, asks) : terminalWords(size, least);
	const out = place === 'page' && asks === 'playing' ? [[], WAY_OUT] : [];
	const said: readonly Row[] = [
		...wrap(text, Math.max(1, columns)).map(line => [span(line)]),
		...out,
	];
	return {
		rows: Array.from({length: rows}, (_, index) => fit(said[index] ?? [], columns)),
	};
}

function terminalWords(size: Size, least: Size): string {
	return `This terminal is ${cells(size)}. The game needs ${cells(least)}: make the window larger. Nothing is lost; ctrl-c leaves.`;
}

function pageWords({columns, rows}: Size, asks: Asks): string {
	const what = asks === 'playing' ? 'Playing' : 'This';
	const rest =
		asks === 'playing' ? ' Replays, scores and debriefs can be read here all the same.' : '';
	return `${what} asks for ${String(columns)} columns of text and ${String(rows)} rows, and this window has no room for them. Make it larger, turn the phone, or zoom out. Nothing is lost.${rest}`;
}

/** Whoever has no keys has to come out again by a finger. */
const WAY_OUT: Row = [
	{...span(' q, then y ', 'select'), press: ['q', 'y']},
	{...span(' goes back', 'plain'), press: ['q', 'y']},
];

function cells({columns, rows}: Size): string {
	return `${String(columns)}x${String(rows)}`;
}
