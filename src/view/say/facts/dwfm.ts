import {METRICS_OF} from '../../../observe/index.ts';
import type {HostInspection, HostsInspection, Observation} from '../../../observe/index.ts';
import {ageOf, fact, shown} from '../fact.ts';
import type {Fact, Facts, Sight, Verdict} from '../fact.types.ts';
import {passing} from '../filter.ts';
import {headline, nothingArrived, tempered, unseen, type Headline} from '../headline.ts';
import {duration, measure, whole} from '../measure.ts';
import {metricFacts} from '../metric-facts.ts';

/** Leases, the work queue, and whether the work done is of any use. */
export function dwfmFacts(observation: Observation, {filter}: Sight) {
	const {hosts} = observation.instruments;
	const all = metricFacts(observation, METRICS_OF.dwfm);
	const metrics = passing(filter, all);
	const fleet = passing(filter, hosts === null ? [] : [fleetFact(hosts, observation.now)]);
	const worst = passing(filter, hosts === null ? [] : hosts.worst.map(host => hostFact(host)));
	const missing =
		hosts === null ? [unseen(observation, 'managers not looked at', 'show hosts')] : [];
	const unknown = passing(filter, missing);
	return {
		title: 'DWFM, droplet leases',
		note: '',
		groups: {
			head: {facts: [tempered(headFact(observation), all), tempered(useFact(observation), all)]},
			metrics: {facts: metrics},
			unseen: {facts: unknown},
			fleet: {facts: fleet},
			hosts: {facts: worst},
		},
		emptied: metrics.length + fleet.length + worst.length + unknown.length === 0,
	} satisfies Facts;
}

/** The one comparison that tells a queue from a collapse: how old is the work that is reached next? */
function headFact(observation: Observation): Headline {
	const reading = observation.metrics['dwfm.oldest'];
	const oldest = reading?.value ?? null;
	if (oldest === null) return nothingArrived('head-of-line', 'head of line');
	const deadline = observation.instruments.hosts?.deadlineSeconds ?? null;
	const limit = deadline === null ? 'deadline ?' : `deadline ${duration(deadline)}`;
	const [word, verdict, said] = headWords(oldest, deadline);
	return headline('head-of-line', 'head of line', {
		word,
		verdict,
		value: duration(oldest),
		lead: `head of line ${duration(oldest)}, ${limit}`,
		more: [`: ${said}`],
		age: ageOf(observation, reading),
	});
}

function headWords(oldest: number, deadline: number | null): readonly [string, Verdict, string] {
	if (deadline === null) return ['N/A', 'unknown', 'show hosts tells the deadline'];
	if (oldest >= deadline) return ['CRIT', 'crit', 'it expires before it is reached'];
	if (oldest >= deadline / 2) return ['WARN', 'warn', 'half the deadline is spent waiting'];
	return ['OK', 'ok', 'reached in time'];
}

/** Goodput beside throughput, for each manager where their number is known. */
function useFact(observation: Observation): Headline {
	const readings = [observation.metrics['dwfm.goodput'], observation.metrics['dwfm.throughput']];
	const [goodput = null, throughput = null] = readings.map(reading => reading?.value ?? null);
	if (goodput === null || throughput === null) return nothingArrived('in-time', 'useful work');
	// Samples of the two come at different seconds: of nearly nothing done, more may seem to have been of use.
	const share = goodput < throughput ? goodput / throughput : 1;
	const [word, verdict]: readonly [string, Verdict] =
		share < 0.05 ? ['CRIT', 'crit'] : share < 0.5 ? ['WARN', 'warn'] : ['OK', 'ok'];
	const managers = observation.instruments.hosts?.managers ?? 0;
	const rate = (value: number) => measure(value, 'per-second');
	const of = `${rate(goodput)} of ${rate(throughput)}`;
	const each = `; a manager ${rate(goodput / managers)} of ${rate(throughput / managers)}`;
	return headline('in-time', 'in time', {
		word,
		verdict,
		value: of,
		lead: `in time ${of}`,
		more: [` done, ${measure(share, 'share')}`, ...(managers > 0 ? [each] : [])],
		age: ageOf(observation, ...readings),
	});
}

/** The managers all together, as they were found. */
export type FleetOf = {readonly said: string};

function fleetFact(
	{gatePerSecond, managers, threadsPerHost, at}: HostsInspection,
	now: number,
): Fact<FleetOf> {
	const gate =
		gatePerSecond === null ? 'gate open' : `gate ${measure(gatePerSecond, 'per-second')} each`;
	const said = `${whole(managers)} managers, ${gate}, ${whole(threadsPerHost)} threads each`;
	const age = now - at;
	return fact(
		{id: 'managers', label: 'managers', value: managers, unit: 'count', age, of: {said}},
		() => `${said}, ${shown({age}).text}. The worst of them`,
	);
}

const STATES = {
	restarting: {word: 'RESTARTS', verdict: 'warn'},
	'cut off': {word: 'CUT OFF', verdict: 'crit'},
	stuck: {word: 'STUCK', verdict: 'crit'},
	working: {word: 'WORKING', verdict: 'ok'},
} as const;

function hostFact(raw: HostInspection): Fact<HostInspection> {
	const {host, zone, state, broken, queued, expired} = raw;
	const label = `host ${String(host)}`;
	const {word, verdict} = STATES[state];
	return fact(
		{id: label, label, value: broken, unit: 'count', word, verdict, of: {...raw, zone}},
		() =>
			`${label}, ${zone}, ${state}: ${whole(broken)} broken leases, ${whole(queued)} queued, ${whole(expired)} expired`,
	);
}
