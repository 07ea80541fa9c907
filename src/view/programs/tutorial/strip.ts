import {BOTTOM_ROWS} from '../../screen/layout.ts';
import {SMALLEST} from '../../screen/smallest.ts';
import {withKeys} from '../../input/keys/index.ts';
import {PANEL_KEYS, type Keymap} from '../../input/ui.types.ts';
import type {Row, Screen, Size} from '../../screen/screen.types.ts';
import {fit, span, widthOf, wrap} from '../../screen/text.ts';
import {LAST_WORDS, type Step} from './steps.ts';

/** A rule and two lines of text; three where lines are short. */
const ROWS = 3;
const ROWS_NARROW = 4;
const NARROW = 80;

function stripRows({columns}: Size): number {
	return columns < NARROW ? ROWS_NARROW : ROWS;
}

/** What is left for the console. In a terminal of the smallest size the strip lies over its panels instead. */
export function roomBeside(size: Size, closed: boolean): Size {
	const rows = size.rows - stripRows(size);
	return closed || rows < SMALLEST.rows ? size : {columns: size.columns, rows};
}

/** Which step is up, among how many, and the player's own keys. */
export type Where = {
	readonly step: Step | undefined;
	readonly at: number;
	readonly of: number;
	readonly keymap: Keymap;
};

/** The console's picture with the strip below it, or over the last rows of its panels. */
export function withStrip(screen: Screen, where: Where, size: Size): Screen {
	const strip = rowsOf(where, size);
	const over = screen.rows.length + strip.length - size.rows;
	if (over <= 0) return {rows: [...screen.rows, ...strip]};
	const from = screen.rows.length - BOTTOM_ROWS - over;
	if (from < 0) return screen;
	return {
		rows: [
			...screen.rows.slice(0, from),
			...strip.slice(strip.length - over),
			...screen.rows.slice(from + over),
		],
	};
}

function rowsOf({step, at, of, keymap}: Where, size: Size): readonly Row[] {
	const {columns} = size;
	const name =
		step === undefined ? ' First steps: done ' : ` First steps ${String(at + 1)} of ${String(of)} `;
	const esc = step === undefined ? ' esc closes ' : ' esc skips this one ';
	const rule = '─'.repeat(Math.max(0, columns - widthOf(name) - widthOf(esc) - 2));
	const title: Row = [
		span('─', 'line'),
		span(name, 'select'),
		span(rule, 'line'),
		{...span(esc, 'dim'), press: ['escape']},
		span('─', 'line'),
	];
	const text = wrap(told(step?.screen ?? LAST_WORDS.screen, keymap), Math.max(1, columns - 2));
	return Array.from({length: stripRows(size)}, (_, index) =>
		fit(index === 0 ? title : [span(` ${text[index - 1] ?? ''}`, 'line')], columns),
	);
}

/** A sentence with the keys that the player has: of what they do, and of panels. */
function told(sentence: string, keymap: Keymap): string {
	const panels = Object.entries(PANEL_KEYS).reduce(
		(text, [panel, key]) => text.replaceAll(`{${panel}}`, key),
		sentence,
	);
	return withKeys(panels, keymap);
}
