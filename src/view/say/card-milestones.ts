import {tellMoney, type MilestoneResult} from '../../session/index.ts';
import {left, right, span, wrap} from '../screen/text.ts';
import type {Row} from '../screen/screen.types.ts';
import type {CardTold} from './card.types.ts';

const TIME = 12;

/** Milestones that nobody wants to come to. */
const HARMFUL = new Set([
	'record-empty',
	'leases-lapsed',
	'nlb-errors-start',
	'network-latency-elevated',
	'health-checks-degraded',
]);
/** What only ends something that began. */
const ENDS: Readonly<Record<string, string>> = {
	'nlb-errors-end': 'nlb-errors-start',
	'network-normal': 'network-latency-elevated',
};

/** What came about and when, in the order in which it did; beside the day only where the run is of that night. */
export function milestoneRows(told: CardTold, width: number): readonly Row[] {
	const {result} = told;
	const ofThatNight = result.milestones.some(({real}) => real !== null);
	const day = (time: string) => (ofThatNight ? right(time, TIME) : '');
	const what = width - TIME * (ofThatNight ? 2 : 1);
	const reached = told.soFar?.references.flatMap(reference => reference.reached) ?? [];
	const rows = milestonesShown(result, reached, told.clock(0)).flatMap(
		({milestone, came}): readonly Row[] => {
			const [first = '', ...rest] = wrap(milestone.what, what - 2);
			return [
				[span(`${left(first, what)}${right(came, TIME)}${day(milestone.real ?? '')}`)],
				...rest.map((line): Row => [span(`  ${line}`)]),
			];
		},
	);
	return [
		...(rows.length === 0
			? []
			: [
					[
						span(`${left('Milestones', what)}${right('you', TIME)}${day('that day')}`, 'title'),
					] as Row,
					...rows,
					[],
				]),
		...wrap(tellMoney(result.money), width)
			.filter(line => line !== '')
			.map((line): Row => [span(line, 'dim')]),
		[span(`version ${result.version}, hash ${result.hash}`, 'dim')],
	];
}

/** A milestone, and when it came, or `averted` or `not reached`. */
export type Shown = {readonly milestone: MilestoneResult; readonly came: string};

/**
 * Those that came, by when they did; then what was averted, which another run of this night came to, and what was not
 * reached. What never threatened, and the end of what never began, is not told.
 */
export function milestonesShown(
	{milestones}: CardTold['result'],
	reachedByOthers: readonly string[],
	startClock: string,
): readonly Shown[] {
	const reached = new Set(reachedByOthers);
	const start = minutesIn(startClock);
	const since = ({sim}: MilestoneResult) => (minutesIn(sim ?? '') - start + DAY) % DAY;
	const came = milestones.filter(({sim}) => sim !== null).sort((a, b) => since(a) - since(b));
	const began = new Set(came.map(({id}) => id));
	if (!began.has('record-empty')) return came.map(asItCame);
	const others = milestones.filter(({sim}) => sim === null);
	const averted = others.filter(({id}) => HARMFUL.has(id) && reached.has(id));
	const open = others.filter(({id}) => !HARMFUL.has(id) && began.has(ENDS[id] ?? 'record-empty'));
	return [
		...came.map(asItCame),
		...averted.map(milestone => ({milestone, came: 'averted'})),
		...open.map(milestone => ({milestone, came: 'not reached'})),
	];
}

const DAY = 24 * 60;

function minutesIn(clock: string): number {
	const [hours = 0, minutes = 0] = clock.split(':').map(Number);
	return 60 * hours + minutes;
}

function asItCame(milestone: MilestoneResult): Shown {
	return {milestone, came: milestone.sim?.slice(0, 5) ?? ''};
}
