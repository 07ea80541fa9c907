import type {Row} from '../../../screen/screen.types.ts';
import {left, span, spread, wrap} from '../../../screen/text.ts';
import type {Block, Part, Told} from './findings.ts';

/** Blocks set in rows, and where each finding stands among them. */
export type BlockRows = {
	readonly rows: readonly Row[];
	readonly places: readonly Place[];
};

type Place = {readonly told: Told; readonly row: number; readonly rows: number};

/** Which findings are told in full: the one that is chosen, by its place among all, or every one. */
export type Chosen = number | 'all';

export function blockRows(blocks: readonly Block[], width: number, chosen: Chosen): BlockRows {
	const rows: Row[] = [];
	const places: Place[] = [];
	for (const [index, block] of blocks.entries()) {
		if (index > 0) rows.push([]);
		rows.push(titleRow(block.title, block.unit, width));
		for (const told of block.findings) {
			const isChosen = chosen === places.length;
			const drawn = findingRows(told, width, {isChosen, isWhole: isChosen || chosen === 'all'});
			places.push({told, row: rows.length, rows: drawn.length});
			rows.push(...drawn);
		}
	}
	return {rows, places};
}

/** `─ Title ────── unit ─`. */
export function titleRow(title: string, unit: string, width: number): Row {
	const end = unit === '' ? '─' : ` ${unit} ─`;
	const rule = Math.max(0, width - title.length - end.length - 3);
	return [
		span('─ ', 'line'),
		span(title, 'title'),
		span(` ${'─'.repeat(rule)}`, 'line'),
		span(end, 'line'),
	];
}

const INDENT = 3;
const LABEL = 7;

function findingRows(
	{head, worth, parts, more}: Told,
	width: number,
	{isChosen, isWhole}: {readonly isChosen: boolean; readonly isWhole: boolean},
): readonly Row[] {
	const room = width - 2 - (worth === '' ? 0 : worth.length + 1);
	const hang = /^(?:\d |\d\d:\d\d )/u.exec(head)?.[0].length ?? 0;
	const [first = '', ...rest] = wrap(head, room).flatMap((line, index) =>
		index === 0 ? [line] : wrap(line, room - hang).map(part => ' '.repeat(hang) + part),
	);
	const tone = isChosen ? 'select' : parts.length > 0 && worth !== '' ? 'title' : 'plain';
	return [
		spread([span(` ${first}`, tone)], [span(`${worth} `, worth === '' ? tone : 'title')], width),
		...rest.map((line): Row => [span(` ${line}`, isChosen ? 'select' : 'plain')]),
		...[...parts, ...(isWhole ? more : [])].flatMap(part => partRows(part, width)),
	];
}

function partRows({label, text}: Part, width: number): readonly Row[] {
	return wrap(text, Math.max(8, width - INDENT - LABEL - 1)).map((line, index) => [
		span(' '.repeat(INDENT)),
		span(left(index === 0 ? label : '', LABEL), 'dim'),
		span(line),
	]);
}
