import type {Row} from '../../screen/screen.types.ts';
import {rowWidth, span, widthOf, wrap} from '../../screen/text.ts';

/**
 * The Markdown that our texts use, as rows: headings stand out, so does what is to be typed, items of lists
 * hang, and lines of the file join to paragraphs. A block of code keeps its lines, as far as there is room.
 */
export function markdownRows(
	text: string,
	{prose, code}: {readonly prose: number; readonly code: number},
): readonly Row[] {
	return blocksOf(text).flatMap(block =>
		block.code ? codeRows(block.text, code - 2) : blockRows(block.text.trim(), prose),
	);
}

/** In a table, what follows the first column is at most so far in. */
const HANG_MAX = 20;

/** A line that is too long goes on below itself, under where its text begins. */
function codeRows(line: string, width: number): readonly Row[] {
	const shown = (part: string): Row => [span(`  ${part}`, 'title')];
	if (widthOf(line) <= width) return [shown(line)];
	const hang = /^(?:.* {2}|\s*)(?=\S)/u.exec(line.slice(0, HANG_MAX))?.[0].length ?? 0;
	const [first = '', ...rest] = wrap(line.slice(hang), Math.max(1, width - hang));
	return [shown(line.slice(0, hang) + first), ...rest.map(part => shown(' '.repeat(hang) + part))];
}

type Block = {readonly text: string; readonly code: boolean};

const FENCE = /^\s*```/u;
const STARTS = /^(#|-\s|\*\s|\d+\.\s|>)/u;

function blocksOf(text: string): readonly Block[] {
	const found: Block[] = [];
	let code = false;
	for (const raw of text.split('\n')) {
		if (FENCE.test(raw)) {
			code = !code;
			continue;
		}
		const line = code ? raw : raw.trim();
		const last = found.at(-1);
		const joins =
			!code &&
			last !== undefined &&
			!last.code &&
			last.text !== '' &&
			line !== '' &&
			!STARTS.test(line) &&
			!last.text.startsWith('#');
		if (joins) found[found.length - 1] = {text: `${last.text} ${line}`, code};
		else if (line !== '' || (last !== undefined && last.text !== ''))
			found.push({text: line, code});
	}
	return found.at(-1)?.text === '' ? found.slice(0, -1) : found;
}

function blockRows(line: string, width: number): readonly Row[] {
	const heading = /^#+ +/u.exec(line);
	if (heading !== null) {
		return wrap(line.slice(heading[0].length), width).map(part => [span(part, 'title')]);
	}
	const hang = ' '.repeat(/^(?:[-*>]|\d+\.) /u.exec(line)?.[0].length ?? 0);
	let typed = false;
	// Each word keeps its own look, so that wrapping cannot leave a backtick behind.
	const words = line.split(' ').map(word => {
		const pieces = word.split('`').map((text, index) => {
			if (index > 0) typed = !typed;
			return span(text.replaceAll('**', ''), typed ? 'title' : 'plain');
		});
		return pieces.filter(({text}) => text !== '');
	});
	return filled(words, hang, width);
}

/** Words set to rows of at most `width` cells. A word longer than a row is cut by the frame. */
function filled(words: readonly Row[], hang: string, width: number): readonly Row[] {
	const rows: Row[] = [];
	let row: Row = [];
	let empty = true;
	for (const word of words) {
		if (!empty && rowWidth(row) + 1 + rowWidth(word) > width) {
			rows.push(row);
			row = hang === '' ? [] : [span(hang)];
			empty = true;
		}
		row = empty ? [...row, ...word] : [...row, joint(row, word), ...word];
		empty = false;
	}
	return [...rows, row];
}

/** The space between two words that are both to be typed belongs to what is typed. */
function joint(row: Row, word: Row): Row[number] {
	const both = row.at(-1)?.tone === 'title' && word[0]?.tone === 'title';
	return span(' ', both ? 'title' : 'plain');
}
