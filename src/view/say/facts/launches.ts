import {limitsOf, METRICS_OF} from '../../../observe/index.ts';
import type {Observation, ThrottlesInspection} from '../../../observe/index.ts';
import {ageOf, fact, listed, oldness, shown} from '../fact.ts';
import type {Fact, Facts, Sight, Verdict} from '../fact.types.ts';
import {passing} from '../filter.ts';
import {nothingArrived, unseen} from '../headline.ts';
import {measure} from '../measure.ts';
import {metricFacts} from '../metric-facts.ts';

/** What becomes of a request, by the letter it has in a bar, and how many of all it is. */
export type FateOf = {readonly letter: string; readonly share: number};

/** Demand, what is let in, and what is refused by which kind of error. */
export function launchesFacts(observation: Observation, {filter}: Sight) {
	const {throttles} = observation.instruments;
	const metrics = passing(
		filter,
		metricFacts(observation, METRICS_OF.launches, ['ec2.launchErrors']),
	);
	const caps = passing(
		filter,
		throttles === null ? [] : [throttlesFact(throttles, observation.now)],
	);
	const missing =
		throttles === null ? [unseen(observation, 'throttles not looked at', 'show throttles')] : [];
	const unknown = passing(filter, missing);
	const {all, fates} = fatesOf(observation);
	return {
		title: 'EC2 launches',
		note: '',
		groups: {
			all: {facts: [all]},
			fates: {facts: fates},
			metrics: {facts: metrics},
			unseen: {facts: unknown},
			throttles: {facts: caps},
		},
		emptied: metrics.length + caps.length + unknown.length === 0,
	} satisfies Facts;
}

const FATES = [
	['P', 'placed', 'ok'],
	['L', 'rate limited', 'warn'],
	['C', 'no capacity', 'crit'],
	['F', 'failed', 'crit'],
] as const;
/** Fewer launches than that always fail. */
const FAILING_FROM = 1 - (limitsOf('ec2.successShare')?.warn ?? 1);
/** What did not happen needs no line, except that nothing was placed. */
const TOLD_FROM = 0.05;

/** What passed the throttle was placed, found no droplet, or failed at the front end. */
function fatesOf(observation: Observation): {all: Fact; fates: readonly Fact<FateOf>[]} {
	const [admitted, limited, insufficient, failed] = [
		'ec2.admitted',
		'ec2.limited',
		'ec2.insufficient',
		'ec2.failed',
	].map(id => observation.metrics[id]);
	const admittedRate = admitted?.value ?? null;
	const rates = [0, limited?.value ?? 0, insufficient?.value ?? 0, failed?.value ?? 0];
	if (admittedRate !== null) {
		rates[0] = Math.max(0, admittedRate - (rates[2] ?? 0) - (rates[3] ?? 0));
	}
	const sum = rates.reduce((total, rate) => total + rate, 0);
	if (admittedRate === null || sum <= 0) {
		return {all: nothingArrived('requests', 'requests'), fates: []};
	}
	const age = ageOf(observation, admitted, limited, insufficient, failed);
	const fates = FATES.map(([letter, name, verdict], index) =>
		fateFact(letter, name, {verdict, rate: rates[index] ?? 0, all: sum}),
	).filter(({of, value}) => of.letter === 'P' || Number(value) >= TOLD_FROM);
	const unit = 'per-second';
	const all = fact({id: 'requests', label: 'requests', value: sum, unit, age, of: null}, () =>
		listed(`requests asked for: ${measure(sum, unit)}`, oldness({age})),
	);
	return {all, fates};
}

function fateFact(
	letter: string,
	label: string,
	{verdict, rate, all}: {readonly verdict: Verdict; readonly rate: number; readonly all: number},
): Fact<FateOf> {
	const share = rate / all;
	const unit = 'per-second';
	const deviates = share > FAILING_FROM;
	return fact(
		{id: label, label, value: rate, unit, verdict: deviates ? verdict : 'ok', of: {letter, share}},
		() => `${label} ${measure(rate, unit)}, ${measure(share, 'share')} of them`,
	);
}

/** Every throttle in force, as it was found. */
export type ThrottlesOf = {readonly said: string};

function throttlesFact(
	{at, launchesPerSecond, terminationsPerSecond}: ThrottlesInspection,
	now: number,
): Fact<ThrottlesOf> {
	const value = listed(
		capWords('launches', launchesPerSecond),
		capWords('terminations', terminationsPerSecond),
	);
	const said = `throttles: ${value}`;
	const age = now - at;
	return fact(
		{id: 'throttles', label: 'throttles', value, age, of: {said}},
		() => `${said}, ${shown({age}).text}`,
	);
}

function capWords(what: string, cap: number | null | undefined): string {
	if (cap === undefined) return '';
	return `${what} ${cap === null ? 'no throttle' : `at most ${measure(cap, 'per-second')}`}`;
}
