import type {Debrief} from '../../../../session/index.ts';
import type {Graphs} from '../../../input/ui.types.ts';
import type {Row, Size} from '../../../screen/screen.types.ts';
import {fit, span} from '../../../screen/text.ts';
import {blockRows, titleRow, type BlockRows} from '../main/finding-rows.ts';
import {mainBlocks} from '../main/findings.ts';
import {pictureRows} from '../main/picture.ts';
import {sectionOf} from '../sections.ts';
import {isWide, type State} from './state.ts';

const LEFT_SHARE = 0.48;

function leftWidth(size: Size): number {
	return isWide(size) ? Math.floor(LEFT_SHARE * size.columns) : size.columns;
}

/** The findings, with the one that is chosen in full. */
export function findingsIn(
	debrief: Debrief,
	{chosen}: Pick<State, 'chosen'>,
	size: Size,
): BlockRows {
	return blockRows(mainBlocks(debrief), leftWidth(size), chosen);
}

/** Rows that are in sight, and how many there are. */
export type Content = {readonly rows: readonly Row[]; readonly total: number};

/** Findings at the left, the picture at the right where there is room for both. */
export function mainRows(
	debrief: Debrief,
	state: State,
	size: Size,
	{room, graphs}: {readonly room: number; readonly graphs: Graphs},
): Content {
	const {rows} = findingsIn(debrief, state, size);
	const total = rows.length;
	if (!isWide(size)) return {rows: rows.slice(state.scroll, state.scroll + room), total};
	const width = leftWidth(size);
	const columns = size.columns - width - 1;
	const left = [...rows, ...timelineBelow(debrief, width, room - rows.length)];
	const right = pictureRows(debrief, {columns, rows: room}, graphs);
	const both = Array.from({length: room}, (_, row): Row => [
		...fit(left[state.scroll + row] ?? [], width),
		span('│', 'line'),
		...fit(rightRow(right, row, room), columns),
	]);
	return {rows: both, total};
}

function rightRow(rows: readonly Row[], row: number, room: number): Row {
	const below = rows.length - room;
	if (below <= 0 || row < room - 1) return rows[row] ?? [];
	return [span(` ↓ ${String(below + 1)} more milestones`, 'dim')];
}

const TIMELINE_LEAST = 6;

/** As much of the timeline as has room below the findings. */
function timelineBelow(debrief: Debrief, width: number, room: number): readonly Row[] {
	if (room < TIMELINE_LEAST) return [];
	const {lines} = sectionOf(debrief, 'timeline', width - 2);
	const [free, head] = [room - 2, [[], titleRow('Timeline', '', width)]];
	const shown = lines.length <= free ? lines : lines.slice(0, free - 1);
	const below = lines.length - shown.length;
	return [
		...head,
		...shown.map((line): Row => [span(` ${line}`)]),
		...(below === 0 ? [] : [[span(` ↓ ${String(below)} more lines on page 2`, 'dim')]]),
	];
}

/** Where the cursor and the page stand after a step: through what is chosen first, then to the next. */
export function stepped(
	debrief: Debrief,
	state: State,
	by: number,
	{size, room}: {readonly size: Size; readonly room: number},
): Pick<State, 'chosen' | 'scroll'> {
	const {places} = findingsIn(debrief, state, size);
	const place = places[state.chosen];
	if (place === undefined) return {chosen: 0, scroll: 0};
	const below = place.row + place.rows - (state.scroll + room);
	const above = state.scroll - place.row;
	const most = Math.max(1, room - 2);
	if (by === 1 && below > 0) return {...state, scroll: state.scroll + Math.min(most, below)};
	if (by === -1 && above > 0) return {...state, scroll: state.scroll - Math.min(most, above)};
	const chosen = Math.max(0, Math.min(places.length - 1, state.chosen + by));
	if (chosen === state.chosen) return by < 0 ? {chosen, scroll: 0} : state;
	return {chosen, scroll: scrollTo(debrief, chosen, state.scroll, {size, room})};
}

/** The page so that a finding is in sight: its beginning at the top where it was not. */
function scrollTo(
	debrief: Debrief,
	chosen: number,
	scroll: number,
	{size, room}: {readonly size: Size; readonly room: number},
): number {
	const {places, rows} = findingsIn(debrief, {chosen}, size);
	const [place, before] = [places[chosen], places[chosen - 1]];
	if (place === undefined) return 0;
	// With the title of its block, where it is the first of one.
	const start =
		before === undefined ? 0 : place.row > before.row + before.rows ? place.row - 1 : place.row;
	const isSeen = start >= scroll && place.row + place.rows <= scroll + room;
	const wanted = isSeen ? scroll : start;
	return Math.max(0, Math.min(wanted, Math.max(0, rows.length - room)));
}
