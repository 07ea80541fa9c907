/** Clicks and the wheel are told, each with its cell in decimals: the older form ends at column 223. */
export const TAKE_POINTER = '\u001B[?1000h\u001B[?1006h';
export const LEAVE_POINTER = '\u001B[?1006l\u001B[?1000l';

/** What was done at a cell, from 0 at the top left. */
export type Pointed = {
	readonly what: 'click' | 'wheel-up' | 'wheel-down';
	readonly column: number;
	readonly row: number;
};

/** A report, or where a paste begins and ends. */
const SAID = /\u001B\[(?:<(\d{1,4});(\d{1,5});(\d{1,5})([Mm])|20([01])~)/gu;
/** A beginning of either, whose end is still on its way. */
const CUT = /\u001B(?:\[(?:<[\d;]{0,16}|20?[01]?)?)?$/u;
/** With shift the terminal marks text itself, and other buttons and keys stand for nothing here. */
const BUTTONS: Readonly<Record<string, Pointed['what']>> = {
	'0': 'click',
	'64': 'wheel-up',
	'65': 'wheel-down',
};

/** Finds in what a terminal sends what was pointed at, however it is cut. What is pasted points at nothing. */
export function pointerReader(): (chunk: string) => readonly Pointed[] {
	let rest = '';
	let isPasting = false;
	return chunk => {
		const text = rest + chunk;
		rest = CUT.exec(text)?.[0] ?? '';
		const found: Pointed[] = [];
		for (const [, button = '', column, row, end, paste] of text.matchAll(SAID)) {
			if (paste !== undefined) isPasting = paste === '0';
			const what = BUTTONS[button];
			if (what === undefined || isPasting || end === 'm') continue;
			found.push({what, column: Number(column) - 1, row: Number(row) - 1});
		}
		return found;
	};
}
