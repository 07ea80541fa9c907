import {COLUMNS, type Cell, type Column, type Part, type Row} from './coverage.types.ts';
import {brokenLink} from './links.ts';
import {LESSON_ROWS, NUMBER_ROWS} from './rows-lessons.ts';
import {MECHANISM_ROWS} from './rows-mechanisms.ts';
import {CUSTOMER_ROWS, REMEDY_ROWS} from './rows-remedies.ts';
import {SYSTEM_ROWS} from './rows-systems.ts';

/** All that the founding documents name. */
export const PARTS: readonly Part[] = [
	SYSTEM_ROWS,
	MECHANISM_ROWS,
	NUMBER_ROWS,
	LESSON_ROWS,
	REMEDY_ROWS,
	CUSTOMER_ROWS,
];

export const ROWS: readonly Row[] = PARTS.flatMap(({rows}) => rows);

export function isOpen(cell: Cell): cell is {readonly open: string} {
	return 'open' in cell;
}

export function isWhole(row: Row): boolean {
	return COLUMNS.every(column => !isOpen(row[column]));
}

/** `y`, `-` or `open`. */
export function markOf(cell: Cell): 'y' | '-' | 'open' {
	return 'open' in cell ? 'open' : 'none' in cell ? '-' : 'y';
}

/** What is wrong with what a row claims. */
export function claimsBroken(row: Row): readonly string[] {
	return COLUMNS.flatMap(column => {
		const cell = row[column];
		if (!Array.isArray(cell)) return [];
		const links = cell as readonly string[];
		if (links.length === 0) return [`${row.name}: nothing is linked as ${column}`];
		return links
			.flatMap(link => brokenLink(column, link) ?? [])
			.map(why => `${row.name}, ${column}: ${why}`);
	});
}

/** How many rows are whole, and of each column how many say what. */
export function sums(): {
	readonly rows: number;
	readonly whole: number;
	readonly columns: Readonly<Record<Column, Readonly<Record<'y' | '-' | 'open', number>>>>;
} {
	const count = (column: Column, mark: 'y' | '-' | 'open') =>
		ROWS.filter(row => markOf(row[column]) === mark).length;
	const columns = Object.fromEntries(
		COLUMNS.map(column => [
			column,
			{y: count(column, 'y'), '-': count(column, '-'), open: count(column, 'open')},
		]),
	) as Record<Column, Record<'y' | '-' | 'open', number>>;
	return {rows: ROWS.length, whole: ROWS.filter(isWhole).length, columns};
}
