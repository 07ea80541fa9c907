import {wrap} from '../view/index.ts';

/** Lines longer than this are hard to read, however wide the terminal is. */
const WIDTH_MAX = 88;

/** A level's prose, its paragraphs set anew to the width of the terminal. */
export function prose(text: string, columns: number | undefined): string {
	const width = Math.min(WIDTH_MAX, columns ?? WIDTH_MAX);
	return text
		.trim()
		.split(/\n\s*\n/)
		.map(paragraph =>
			blocksOf(paragraph)
				.flatMap(block => wrap(block, width))
				.join('\n'),
		)
		.join('\n\n');
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
