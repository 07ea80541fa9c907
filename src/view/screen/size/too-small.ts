import {SMALLEST} from '../layout.ts';
import type {Screen, Size} from '../screen.types.ts';
import {fit, span, wrap} from '../text.ts';

/** What one does with a program: it asks for room accordingly. */
export type Asks = 'reading' | 'watching' | 'playing';

/** Where the screen is shown. */
export type Place = 'terminal' | 'page';

const LEAST: Readonly<Record<Place, Readonly<Record<Asks, Size>>>> = {
	terminal: {reading: SMALLEST, watching: SMALLEST, playing: SMALLEST},
	// A phone is for reading and for watching: nobody plays on less than what a terminal has.
	page: {
		reading: {columns: 40, rows: 12},
		watching: SMALLEST,
		playing: {columns: 80, rows: SMALLEST.rows},
	},
};

/** The columns that a page tries to give a program, by the size of its text. */
export function columnsFor(asks: Asks): number {
	return LEAST.page[asks].columns + (asks === 'reading' ? 4 : 0);
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
	const text = place === 'page' ? pageWords(size, least, asks) : terminalWords(size, least);
	const lines = wrap(text, Math.max(1, columns));
	return {
		rows: Array.from({length: rows}, (_, index) => fit([span(lines[index] ?? '')], columns)),
	};
}

function terminalWords(size: Size, least: Size): string {
	return `This terminal is ${cells(size)}. The game needs ${cells(least)}: make the window larger. Nothing is lost; ctrl-c leaves.`;
}

function pageWords(size: Size, least: Size, asks: Asks): string {
	const what = asks === 'playing' ? 'Playing' : 'This';
	const rest =
		asks === 'playing'
			? ' Replays, scores and debriefs can be read here all the same: esc, then y, goes back.'
			: '';
	return `${what} asks for ${String(least.columns)} columns of text and ${String(least.rows)} rows, and this window has ${String(size.columns)} and ${String(size.rows)}. Make it larger, turn the phone, or zoom out. Nothing is lost.${rest}`;
}

function cells({columns, rows}: Size): string {
	return `${String(columns)}x${String(rows)}`;
}
