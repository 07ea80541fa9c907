import {left, widthOf, wrap} from '../../../screen/text.ts';
import {measured} from './measured.ts';
import {talkedThrough, type TeamPart, type ToldTeam} from './parts.ts';

/** What a team is told, in lines of at most `width` cells: first what is talked through, then what was measured. */
export function teamLines(told: ToldTeam, width: number) {
	return {
		talkedThrough: linesOf(talkedThrough(told), width),
		measured: linesOf(measured(told), width),
	};
}

export function linesOf(parts: readonly TeamPart[], width: number): readonly string[] {
	return parts.flatMap(part => ['', part.title.toUpperCase(), '', ...partLines(part, width)]);
}

function partLines({lines, table}: TeamPart, width: number): readonly string[] {
	return [
		...lines.flatMap(text => wrap(text, width)),
		...(lines.length > 0 && table !== null ? [''] : []),
		...(table === null ? [] : tableLines(table, width)),
	];
}

const GAP = 2;

/** The first column is what a row is about: with less room for it, the rest goes below it. */
const FIRST_MIN = 24;

/** Columns as wide as what is in them, the first as wide as is left; where that is too little, rows one below the other. */
function tableLines(
	{head, rows}: NonNullable<TeamPart['table']>,
	width: number,
): readonly string[] {
	const all = [head, ...rows];
	const widest = (column: number) => Math.max(...all.map(row => widthOf(row[column] ?? '')));
	const widths = head.map((_, column) => widest(column));
	const sum = () => widths.reduce((total, each) => total + each + GAP, -GAP);
	const long = widths.indexOf(Math.max(...widths));
	const over = sum() - width;
	if (over > 0) widths[long] = (widths[long] ?? 0) - over;
	if ((widths[long] ?? 0) < Math.min(FIRST_MIN, widest(long))) return stacked(head, rows, width);
	return all.flatMap(row => {
		const cells = row.map((text, column) => wrap(text, widths[column] ?? 1));
		const height = Math.max(1, ...cells.map(({length}) => length));
		return Array.from({length: height}, (_, line) =>
			cells
				.map((cell, column) => left(cell[line] ?? '', widths[column] ?? 1))
				.join(' '.repeat(GAP))
				.trimEnd(),
		);
	});
}

function stacked(
	head: readonly string[],
	rows: readonly (readonly string[])[],
	width: number,
): readonly string[] {
	return rows.flatMap(([first = '', ...more]) => {
		const told = more.flatMap((text, index) =>
			text === '' ? [] : [`${head[index + 1] ?? ''} ${text}`],
		);
		return [...wrap(first, width), ...wrap(told.join(' · '), width - 2).map(line => `  ${line}`)];
	});
}
