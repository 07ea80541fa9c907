import {encode} from 'uqr';
import {showsUnicode} from '../view/screen/looks/index.ts';
import {EXIT, type Exit} from './exit-codes.ts';
import {complain, print} from './terminal-text.ts';

/** The most that the largest code holds, in bytes. */
const BYTES_MAX = 2_953;
/** Readers want as many light modules around it. */
const BORDER = 4;
/** Black on white, whatever the theme of the terminal. */
const PAPER = ['\u001b[38;5;16;48;5;231m', '\u001b[0m'] as const;

/** Prints a link for the camera of a telephone; where it cannot be, says why. */
export function printQrCode(link: string): Exit {
	if (Buffer.byteLength(link) > BYTES_MAX) {
		const lengths = `${String(Buffer.byteLength(link))} bytes, and ${String(BYTES_MAX)} is the most`;
		complain(`The link is too long for a QR code: ${lengths}.`);
		return EXIT.no;
	}
	const modules = encode(link, {ecc: 'L', border: BORDER}).data;
	const hasBlocks = showsUnicode(process.env, process.platform);
	const width = modules.length * (hasBlocks ? 1 : 2);
	const {columns = Infinity} = process.stdout as {readonly columns?: number};
	if (width > columns) {
		complain(
			`The QR code needs ${String(width)} columns, and this terminal has ${String(columns)}: zoom out, or widen it.`,
		);
		return EXIT.no;
	}
	const {NO_COLOR = ''} = process.env;
	const [before, after] = NO_COLOR === '' ? PAPER : ['', ''];
	// Without colours what is printed is taken to be bright on dark.
	const isInk = (row: number, column: number) =>
		(modules[row]?.[column] ?? false) === (before !== '');
	const rows = hasBlocks ? halfBlocks(modules.length, isInk) : letters(modules.length, isInk);
	print(rows.map(row => before + row + after).join('\n'));
	return EXIT.done;
}

type IsInk = (row: number, column: number) => boolean;

/** Two rows of modules a line. */
function halfBlocks(size: number, isInk: IsInk): readonly string[] {
	return Array.from({length: Math.ceil(size / 2)}, (_, line) =>
		Array.from({length: size}, (_, column) => {
			const [above, below] = [isInk(2 * line, column), isInk(2 * line + 1, column)];
			return above ? (below ? '█' : '▀') : below ? '▄' : ' ';
		}).join(''),
	);
}

/** Two letters a module, for terminals that have nothing but ASCII. */
function letters(size: number, isInk: IsInk): readonly string[] {
	return Array.from({length: size}, (_, row) =>
		Array.from({length: size}, (_, column) => (isInk(row, column) ? '##' : '  ')).join(''),
	);
}
