import {limitsOf, SERVICE_NEEDS, verdictOn} from '../../../observe/index.ts';
import type {Observation, ServiceNeed, ServiceStatus} from '../../../observe/index.ts';
import {ageOf, fact, hasArrived, listed, oldness} from '../fact.ts';
import type {Fact, Facts, Sight} from '../fact.types.ts';
import {passing} from '../filter.ts';
import {measure} from '../measure.ts';
import {postFact, promiseFact, type PromiseOf} from './comms.ts';

/** A service, and in words why it is not well; empty where it is. */
export type ServiceOf = Pick<ServiceStatus, 'errors'> & {readonly why: string};

/** The public dashboard: what has been told to customers, which services they cannot use, and what those wait for. */
export function servicesFacts(observation: Observation, {filter}: Sight) {
	const {impacted, resolved, services, promisedAt} = observation.dashboard;
	const failing = failingNeeds(observation);
	const hurt = services
		.filter(({state}) => state === 'impacted')
		.sort((a, b) => (b.errors ?? 0) - (a.errors ?? 0));
	const healed = services.filter(({state}) => state === 'resolved');
	const listedFacts = passing(
		filter,
		[...hurt, ...healed].map(service => serviceFact(service, failing)),
	);
	return {
		title: 'Services',
		note: `${String(impacted)} impacted, ${String(resolved)} resolved`,
		groups: {
			post: {facts: [postFact(observation)]},
			promise: {facts: promisedAt === null ? [] : [promisedFact(observation)]},
			causes: {facts: causeFacts(hurt, failing)},
			services: {facts: listedFacts},
			normal: {facts: [normalFact(services.length - hurt.length - healed.length, services.length)]},
		},
		emptied: filter !== '' && listedFacts.length === 0,
	} satisfies Facts;
}

/** Here the dashboard's own words stand, and no judgement of them. */
function promisedFact(observation: Observation): Fact<PromiseOf> {
	const told = promiseFact(observation);
	return fact({...told, word: ''}, () => told.text);
}

function normalFact(normal: number, all: number): Fact<{readonly said: string}> {
	const said = `${String(normal)} of ${String(all)} services normal`;
	return fact(
		{
			id: 'normal',
			label: 'services normal',
			value: normal,
			unit: 'count',
			word: 'OK',
			verdict: 'ok',
			of: {said},
		},
		() => `OK: ${said}`,
	);
}

/** How much of what services are built on fails, by the metrics as they arrived; what is well is left out. */
type Failing = {
	readonly shares: ReadonlyMap<string, number>;
	/** What nobody tells here: it may be well or not. */
	readonly untold: ReadonlySet<string>;
	readonly age: number | null;
};

const NEEDED = new Set([...SERVICE_NEEDS.values()].flat().map(({metric}) => metric));

function failingNeeds(observation: Observation): Failing {
	const shares = new Map<string, number>();
	const untold = new Set<string>();
	for (const metric of NEEDED) {
		const reading = observation.metrics[metric];
		const verdict = verdictOn(reading);
		if (reading === undefined) untold.add(metric);
		if (!hasArrived(reading) || verdict === 'ok') continue;
		// A latency is no share: what is bad counts whole, what is late counts half.
		const isShare = reading.unit === 'share' && reading.value !== null;
		const value = reading.value ?? 0;
		const failed = limitsOf(metric)?.worse === 'below' ? 1 - value : value;
		shares.set(metric, isShare ? failed : verdict === 'crit' ? 1 : 0.5);
	}
	const readings = [...NEEDED].map(metric => observation.metrics[metric]);
	return {shares, untold, age: ageOf(observation, ...readings)};
}

function needsOf({name}: ServiceStatus): readonly ServiceNeed[] {
	return SERVICE_NEEDS.get(name) ?? [];
}

/** What a service that is not well is built on and does not get, heaviest first: never the service itself. */
function waitsFor(service: ServiceStatus, {shares}: Failing): readonly string[] {
	if (service.state !== 'impacted') return [];
	return needsOf(service)
		.map(({name, metric, weight}) => ({name, loss: weight * (shares.get(metric) ?? 0)}))
		.filter(({loss}) => loss > 0.02)
		.sort((a, b) => b.loss - a.loss)
		.map(({name}) => name);
}

/** Fewer errors than this are the tail of a recovery. */
const FAILING_FROM = 0.05;

function whyOf(service: ServiceStatus, failing: Failing): string {
	if (service.state !== 'impacted') return '';
	const waits = waitsFor(service, failing);
	if (waits.length > 0) return `waits for ${waits.join(', ')}`;
	if (needsOf(service).some(({metric}) => failing.untold.has(metric))) return '';
	if (service.errors === null) return '';
	if (service.errors < FAILING_FROM) return 'catching up: its dependencies are well';
	return needsOf(service).length > 0 ? 'still failing: its dependencies are well' : 'its own fault';
}

function serviceFact(raw: ServiceStatus, failing: Failing): Fact<ServiceOf> {
	const {name: label} = raw;
	const why = whyOf(raw, failing);
	const hurt = raw.state === 'impacted';
	const [word, verdict] = hurt ? (['DOWN', 'crit'] as const) : (['BACK', 'ok'] as const);
	const {errors} = raw;
	return fact(
		{id: label, label, value: errors, unit: 'share', word, verdict, of: {errors, why}},
		() =>
			listed(
				`${word}: ${label}`,
				errors === null ? '' : `${measure(errors, 'share')} of requests fail`,
				why,
			),
	);
}

/** What the impacted wait for, and how many of them for each. */
export type CausesOf = {readonly said: string};

/** How many of the impacted wait for what: the fewer names, the nearer the cause. */
function causeFacts(hurt: readonly ServiceStatus[], failing: Failing): readonly Fact<CausesOf>[] {
	const counts = new Map<string, number>();
	for (const service of hurt) {
		const [first] = waitsFor(service, failing);
		if (first !== undefined) counts.set(first, (counts.get(first) ?? 0) + 1);
	}
	if (counts.size === 0) return [];
	const value = [...counts]
		.sort((a, b) => b[1] - a[1])
		.map(([name, count]) => `${name} ${String(count)}`)
		.join(', ');
	const {age} = failing;
	const said = `waiting most for: ${value}`;
	return [
		fact(
			{
				id: 'causes',
				label: 'waiting most for',
				value,
				verdict: 'warn',
				age,
				of: {said},
			},
			() => listed(said, oldness({age})),
		),
	];
}
