import {wrap} from '../view/index.ts';
import {print} from './terminal-text.ts';

/** Lines longer than this are hard to read, however wide the terminal is. */
const WIDTH_MAX = 88;

/** A level's prose, its paragraphs set anew to the width of the terminal; marks of Markdown go. */
export function prose(text: string, columns: number | undefined): string {
	const width = Math.min(WIDTH_MAX, columns ?? WIDTH_MAX);
	return text
		.trim()
		.split(/\n\s*\n/)
		.map(paragraph =>
			blocksOf(paragraph)
				.flatMap(block => wrap(bare(block), width))
				.join('\n'),
		)
		.join('\n\n');
}

function bare(block: string): string {
	return block.replace(/^#+ +/u, '').replaceAll(/`|\*\*/gu, '');
}

/** Lines by lines are read slowly, and by people who magnify them. */
const LINE_WIDTH_MAX = 72;

/** Lines for a terminal, broken between words; what a line goes on with is set in a little. */
export function folded(lines: readonly string[], columns: number): readonly string[] {
	const width = Math.min(LINE_WIDTH_MAX, columns);
	return lines.flatMap(line => {
		const [indent = ''] = /^ */.exec(line) ?? [];
		const [first = '', ...rest] = wrap(line.slice(indent.length), width - indent.length - 2);
		return [`${indent}${first}`, ...rest.map(more => `${indent}  ${more}`)];
	});
}

/** Whoever reads from a pipe breaks lines themselves. */
export function printLines(lines: readonly string[]): void {
	const {isTTY, columns} = process.stdout;
	if (lines.length > 0) print((isTTY ? folded(lines, columns) : lines).join('\n'));
}

/** A heading or an item of a list begins a block of its own; other lines go on with the one before. */
function blocksOf(paragraph: string): readonly string[] {
	const blocks: string[] = [];
	for (const line of paragraph.split('\n')) {
		const last = blocks.at(-1);
		if (last === undefined || /^(#|- )/.test(line)) blocks.push(line);
		else blocks[blocks.length - 1] = `${last} ${line.trim()}`;
	}
	return blocks;
}
