/** What a row has to have to be whole. */
export const COLUMNS = ['caused', 'seen', 'lever', 'level', 'debrief', 'tested'] as const;
export type Column = (typeof COLUMNS)[number];

/** Links to what is there, `kind:name`; or why there need be none; or what is missing. */
export type Cell = readonly string[] | {readonly none: string} | {readonly open: string};

export type Row = {readonly name: string} & Readonly<Record<Column, Cell>>;

export type Part = {readonly title: string; readonly rows: readonly Row[]};

export function none(why: string): Cell {
	return {none: why};
}

type Cells = Omit<Row, 'name'>;

export function row(name: string, cells: Cells): Row {
	return {name, ...cells};
}
