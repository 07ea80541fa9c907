import {systemName, tellHarm, type Debrief} from '../../../../session/index.ts';
import {milestonesShown, type Shown} from '../../../say/card-milestones.ts';
import type {Graphs} from '../../../input/ui.types.ts';
import type {Row, Size} from '../../../screen/screen.types.ts';
import {left, right, rowWidth, span, wrap} from '../../../screen/text.ts';
import {clockOf} from '../words.ts';
import {titleRow} from './finding-rows.ts';
import {impactRows, legend} from './impact-chart.ts';

const CHART_LEAST = 8;
const CHART_MOST = 18;

/** The picture beside the findings: impact against the reference runs, what it is made of, and the milestones. */
export function pictureRows(debrief: Debrief, size: Size, graphs: Graphs): readonly Row[] {
	const {columns} = size;
	const room = {columns: columns - 2, rows: 0};
	const below = [
		...inRows(legend(debrief, graphs), room.columns),
		...notes(debrief).flatMap(words => wrap(words, room.columns).map((line): Row => [span(line)])),
		[],
		...milestoneRows(debrief, columns),
	];
	const rows = Math.max(CHART_LEAST, Math.min(CHART_MOST, size.rows - 1 - below.length));
	const inset = (row: Row): Row => [span(' '), ...row];
	return [
		titleRow('Customer impact against the reference runs', '', columns),
		...impactRows(debrief, {...room, rows}, graphs).map(inset),
		...below.map(inset),
	];
}

/** What is said where curves go on beyond the end of a run. */
export const CONTINUED =
	'A lost run is continued while anybody is impacted, to the end of the level at most, so that all are measured alike.';

const OWN_END = 'Each run is counted to its own end.';

function notes(debrief: Debrief): readonly string[] {
	const sum = ownSum(debrief);
	return [...(sum === '' ? [] : [sum]), debrief.livedOn ? CONTINUED : OWN_END];
}

/** `Yours: 516 = EC2 launches 353 + DynamoDB 163`; empty where nothing was lost. */
export function ownSum(debrief: Debrief): string {
	const {total, parts} = tellHarm(debrief.result.harm);
	const words = parts.map(({id, minutes}) => `${systemName(id)} ${String(minutes)}`).join(' + ');
	return words === '' ? '' : `Yours: ${String(total)} = ${words}`;
}

/** As many side by side as there is room for. */
function inRows(cells: readonly Row[], width: number): readonly Row[] {
	const rows: Row[] = [];
	for (const cell of cells) {
		const last = rows.at(-1);
		const joined = last === undefined ? cell : [...last, span('   '), ...cell];
		if (last === undefined || rowWidth(joined) > width) rows.push(cell);
		else rows[rows.length - 1] = joined;
	}
	return rows;
}

/** Milestones that came, that were averted and that were not reached. */
export function milestonesOf(debrief: Debrief): readonly Shown[] {
	return milestonesShown(debrief.result, debrief.reached, clockOf(debrief, 0));
}

const TIME = 12;
const DAY = 9;

function milestoneRows(debrief: Debrief, columns: number): readonly Row[] {
	const shown = milestonesOf(debrief);
	if (shown.length === 0) return [];
	const ofThatNight = shown.some(({milestone: {real}}) => real !== null);
	const day = (text: string) => (ofThatNight ? right(text, DAY) : '');
	const room = columns - 2 - TIME - (ofThatNight ? DAY : 0);
	return [
		[
			span(left('Milestones', room), 'title'),
			span(right('you', TIME), 'dim'),
			span(day('that day'), 'dim'),
		],
		...shown.map(({milestone: {what, real}, came}): Row => [
			span(`${left(what, room)}${right(came, TIME)}${day(real ?? '')}`),
		]),
	];
}
