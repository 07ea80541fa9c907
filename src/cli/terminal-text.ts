import {cleanText} from '../level/text/index.ts';

export {didYouMean} from '../level/text/index.ts';

/** A line for people who wait for an answer: to stderr, so that stdout stays for what was asked for. */
export function complain(sentence: string): void {
	process.stderr.write(`${sentence.split('\n').map(cleanText).join('\n')}\n`);
}

export function print(text: string): void {
	process.stdout.write(`${text}\n`);
}

/** Of everything that `--json` prints: a program that reads one sees by it that the shape has changed. */
const JSON_FORMAT = 1;

/** An object for programs, with the version of its shape. */
export function printJson(value: object): void {
	print(JSON.stringify({format: JSON_FORMAT, ...value}, null, '\t'));
}

/** Rows with their columns one below the other; the last column is left as it is. */
export function columns(rows: readonly (readonly string[])[]): readonly string[] {
	const widths: number[] = [];
	for (const row of rows) {
		for (const [column, cell] of row.entries()) {
			widths[column] = Math.max(widths[column] ?? 0, cell.length);
		}
	}
	return rows.map(row =>
		row
			.map((cell, column) => (column === row.length - 1 ? cell : cell.padEnd(widths[column] ?? 0)))
			.join('  ')
			.trimEnd(),
	);
}
