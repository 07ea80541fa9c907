import {tellHarm, type Debrief} from '../../../../session/index.ts';
import type {Row, Size} from '../../../screen/screen.types.ts';
import {fit, pressing, rowWidth, span, spread} from '../../../screen/text.ts';
import {pagesIn, TOLD_TITLES, type ToldId} from './state.ts';
import type {Telling} from './telling.types.ts';

const ROOMY = 100;
/** Below it what the run came to has all of the row. */
const TIGHT = 70;

/** What is told of; a level beside the ladder has no place in it. */
export type Headed = {readonly title: string; readonly ladder: number | null};

/** Which run it is, and what it came to. */
export function headRow({title, ladder}: Headed, debrief: Debrief | null, {columns}: Size): Row {
	const rung = ladder === null ? '' : `, L${String(ladder)}`;
	const seed = debrief === null ? '' : `, seed ${debrief.result.seed}`;
	const isRoomy = columns >= ROOMY;
	const run = isRoomy || debrief === null ? `${title}${rung}${seed}` : title;
	const start = [
		span(' Debrief', 'title'),
		span(columns < TIGHT ? '' : `${isRoomy ? '   ' : '  '}${run}`),
	];
	return spread(start, debrief === null ? [] : cameTo(debrief, isRoomy), columns);
}

function cameTo({result, atEnd}: Debrief, isRoomy: boolean): Row {
	const {ended, harm} = result;
	const gap = isRoomy ? '   ' : '  ';
	const how = ended === null ? 'UNFINISHED' : ended.won ? 'WON' : 'LOST';
	const at = ended === null ? '' : ` at ${ended.at.slice(0, 5)}`;
	const total = `${String(tellHarm(harm).total)} min${isRoomy ? ' of full outage' : ''}`;
	const marks = atEnd.marks.map(
		({id, points}) => `${id} ${points === null ? '-' : String(points)}`,
	);
	return [
		span(how + at, ended?.won === false ? 'bad' : 'title'),
		span(`${['', total, ...marks].join(gap)} `),
	];
}

/** The pages, each a key away; those that have no room are told by their numbers. */
export function tabRow(page: ToldId, telling: Telling, size: Size): Row {
	const pages = pagesIn(telling, size);
	const tab = (id: ToldId, index: number, isNamed: boolean): Row => {
		const key = String(index + 1);
		const words = isNamed ? `${key} ${TOLD_TITLES[id]}` : key;
		return pressing(id === page ? [span(` ${words} `, 'select')] : [span(words)], [key]);
	};
	for (const [gap, isNamed] of [
		['   ', true],
		[' ', true],
		['  ', false],
	] as const) {
		const row = pages.flatMap((id, index): Row => [
			span(index === 0 ? (id === page ? '' : ' ') : gap),
			...tab(id, index, isNamed || id === page),
		]);
		if (rowWidth(row) <= size.columns) return fit(row, size.columns);
	}
	return fit(tab(page, pages.indexOf(page), true), size.columns);
}
