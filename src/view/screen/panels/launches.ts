import type {Observation, ThrottlesSight} from '../../../observe/index.ts';
import {readingOf} from '../../say/gauges.ts';
import {measure} from '../../say/measure.ts';
import {metricRows} from '../metric-row.ts';
import type {Panel, Row, Size, Tone} from '../screen.types.ts';
import {left, right, span, spread} from '../text.ts';
import type {Ui} from '../../input/ui.types.ts';
import {notShown, passing, shownAgo} from './shown.ts';
import {withCharts} from './with-charts.ts';

/** Demand, what is let in, and what is refused by which kind of error. */
export function launchesPanel(observation: Observation, ui: Ui, size: Size): Panel {
	const width = size.columns;
	const {throttles} = observation.instruments;
	return {
		title: 'EC2 launches',
		note: '',
		rows: withCharts(observation, ui, 'launches', size, {
			first: fateRows(observation, width),
			rest: passing(ui.filters.launches, [
				...metricRows(observation, ['ec2'], width, ['ec2.launchErrors']),
				...(throttles === null
					? [notShown('throttles not looked at', 'show throttles')]
					: throttleRows(observation, throttles, width)),
			]),
			charts: [
				['ec2.requests', 'requests, retries included'],
				['ec2.admitted', 'admitted'],
			],
		}),
		anchor: 'top',
	};
}

/** What becomes of a request, in the order in which it can fail. */
type Fate = {
	readonly letter: string;
	readonly name: string;
	readonly tone: Tone;
	readonly perSecond: number;
};

/** One bar of all that is asked for, cut by what becomes of it: letters in the bar, words and numbers below. */
function fateRows(observation: Observation, width: number): readonly Row[] {
	const fates = fatesOf(observation);
	const all = fates.reduce((sum, {perSecond}) => sum + perSecond, 0);
	if (fates.length === 0 || all <= 0)
		return [[span('○ N/A  requests: nothing has arrived', 'dim')]];
	const cells = Math.max(10, Math.min(60, width - 12));
	let drawn = 0;
	let passed = 0;
	const bar = fates.map(({letter, tone, perSecond}) => {
		passed += perSecond;
		const until = Math.round((passed / all) * cells);
		const piece = span(letter.repeat(Math.max(0, until - drawn)), tone);
		drawn = until;
		return piece;
	});
	// What did not happen needs no line, except that nothing was placed.
	const told = fates.filter(({letter, perSecond}) => letter === 'P' || perSecond >= 0.05);
	const words = told.map(({letter, name, tone, perSecond}): Row => [
		span(`  ${letter} `, tone),
		span(left(name, 14)),
		span(right(measure(perSecond, 'per-second'), 8)),
		span(right(measure(perSecond / all, 'share'), 9), tone),
	]);
	return [
		[span('['), ...bar, span(`] ${measure(all, 'per-second')}`)],
		...(width >= 74 ? inPairs(words, width) : words),
	];
}

function inPairs(rows: readonly Row[], width: number): readonly Row[] {
	const half = Math.floor(width / 2);
	const pairs: Row[] = [];
	for (let index = 0; index < rows.length; index += 2) {
		const start = rows[index] ?? [];
		const taken = start.reduce((sum, {text}) => sum + text.length, 0);
		pairs.push([...start, span(' '.repeat(Math.max(1, half - taken))), ...(rows[index + 1] ?? [])]);
	}
	return pairs;
}

/** What passed the throttle was placed, found no droplet, or failed at the front end. */
function fatesOf(observation: Observation): readonly Fate[] {
	const value = (id: string) => readingOf(observation, id)?.value ?? null;
	const admitted = value('ec2.admitted');
	if (admitted === null) return [];
	const insufficient = value('ec2.insufficient') ?? 0;
	const failed = value('ec2.failed') ?? 0;
	return [
		{
			letter: 'P',
			name: 'placed',
			tone: 'good',
			perSecond: Math.max(0, admitted - insufficient - failed),
		},
		{letter: 'L', name: 'rate limited', tone: 'warn', perSecond: value('ec2.limited') ?? 0},
		{letter: 'C', name: 'no capacity', tone: 'bad', perSecond: insufficient},
		{letter: 'F', name: 'failed', tone: 'bad', perSecond: failed},
	];
}

function throttleRows(
	observation: Observation,
	{at, launchesPerSecond, terminationsPerSecond}: ThrottlesSight,
	width: number,
): readonly Row[] {
	const cap = (value: number | null) =>
		value === null ? 'no throttle' : `at most ${measure(value, 'per-second')}`;
	return [
		spread(
			[
				span(
					`throttles: launches ${cap(launchesPerSecond)}, terminations ${cap(terminationsPerSecond)}`,
				),
			],
			[span(' '), shownAgo(observation, at)],
			width,
		),
	];
}
