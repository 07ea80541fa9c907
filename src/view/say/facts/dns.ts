import {METRICS_OF} from '../../../observe/index.ts';
import type {
	Answer,
	EnactorInspection,
	EnactorsInspection,
	Observation,
	Target,
	ZoneInspection,
} from '../../../observe/index.ts';
import {fact, listed, shown} from '../fact.ts';
import type {Act, Fact, Facts, Sight, Verdict} from '../fact.types.ts';
import {passing} from '../filter.ts';
import {age, count} from '../measure.ts';
import {metricFacts} from '../metric-facts.ts';

/** The names customers ask for, by the short names that operators use. */
const ENDPOINTS = [
	['regional', 'dynamodb.us-east-1.amazonaws.com'],
	['dual-stack', 'dynamodb.us-east-1.api.aws'],
	['fips', 'dynamodb-fips.us-east-1.amazonaws.com'],
	['account', '111122223333.ddb.us-east-1.api.aws'],
] as const;

/** What the last digs said of each public name, what its records pointed at, and what the automation reports. */
export function dnsFacts(observation: Observation, {filter}: Sight) {
	const {zones, enactors} = observation.instruments;
	const empty = observation.answers.filter(isEmpty).length;
	const {now} = observation;
	const passes = passing(filter, enactors === null ? [] : enactors.enactors.map(enactorFact));
	const plans = passing(filter, enactors === null ? [] : [planFact(enactors, now)]);
	const metrics = passing(filter, metricFacts(observation, METRICS_OF.dns));
	return {
		title: 'DNS',
		note: empty === 0 ? '' : `${String(empty)} empty`,
		groups: {
			names: {facts: ENDPOINTS.map(([endpoint, host]) => nameFact(observation, endpoint, host))},
			zones: {facts: zones.map(zone => zoneFact(zone, now))},
			plans: {facts: plans},
			enactors: {facts: passes},
			metrics: {facts: metrics},
		},
		emptied: passes.length + plans.length + metrics.length === 0,
	} satisfies Facts;
}

function actsOf(endpoint: string): readonly Act[] {
	return [
		{key: 'd', label: 'dig it', order: `dig ${endpoint}`},
		{key: 'e', label: 'show its zone', order: `show zone ${endpoint}`},
		{key: 'w', label: 'show its zone with plans', order: `show zone ${endpoint} plans`},
	];
}

/** NOERROR and nothing in it: the answer that looks like success. */
function isEmpty(answer: Answer): boolean {
	return answer.status === 'NOERROR' && answer.addresses.length === 0;
}

/** What came of asking for one kind of address; null where nobody has asked. */
export type AnswerOf = {
	readonly type: Answer['type'];
	readonly said: string;
	readonly ttlSeconds: number;
	readonly bad: boolean;
} | null;
export type NameOf = {readonly endpoint: string; readonly v4: AnswerOf; readonly v6: AnswerOf};

/** One name: how many addresses of each kind it had when it was last asked for. */
function nameFact(observation: Observation, endpoint: string, host: string): Fact<NameOf> {
	const asked = (type: Answer['type']) =>
		observation.answers.find(answer => answer.name === host && answer.type === type);
	const known = [asked('A'), asked('AAAA')].filter(answer => answer !== undefined);
	const [v4, v6] = [answerOf('A', asked('A')), answerOf('AAAA', asked('AAAA'))];
	const newest = Math.max(...known.map(({at}) => at));
	const verdict: Verdict =
		known.length === 0 ? 'unknown' : v4?.bad === true || v6?.bad === true ? 'crit' : 'ok';
	const seconds = known.length === 0 ? null : observation.now - newest;
	return fact(
		{
			id: endpoint,
			label: host,
			value: known.length === 0 ? null : listed(v4?.said ?? '', v6?.said ?? ''),
			verdict,
			age: seconds,
			acts: actsOf(endpoint),
			of: {endpoint, v4, v6},
		},
		() => {
			const said = (type: string, answer: AnswerOf) =>
				`${type} ${answer === null ? 'not asked' : spelled(answer)}`;
			if (seconds === null) return `${endpoint}, ${host}: not dug`;
			return `${endpoint}, ${host}: ${said('A', v4)}, ${said('AAAA', v6)}, ${age(seconds)} ago`;
		},
	);
}

function answerOf(type: Answer['type'], answer: Answer | undefined): AnswerOf {
	if (answer === undefined) return null;
	const {status, addresses, ttlSeconds} = answer;
	const bad = status === 'SERVFAIL' || isEmpty(answer);
	const said =
		status === 'SERVFAIL' ? 'SERVFAIL' : isEmpty(answer) ? 'ZERO' : String(addresses.length);
	return {type, said, ttlSeconds, bad};
}

function spelled({said, ttlSeconds}: NonNullable<AnswerOf>): string {
	if (said === 'SERVFAIL') return said;
	return `${said === 'ZERO' ? 'ZERO addresses' : count(Number(said), 'address', 'addresses')}, TTL ${String(ttlSeconds)}s`;
}

/** A zone as it was found, and what is said of it. */
export type ZoneSightOf = ZoneInspection & {readonly said: string};

/** The records of a zone as they stood when somebody looked: where it points, where it could go back to, who holds it. */
function zoneFact(raw: ZoneInspection, now: number): Fact<ZoneSightOf> {
	const {lockHolder, endpoint, root, rollback} = raw;
	const lock = lockHolder === null ? 'lock free' : `lock held by ${lockHolder}`;
	const value = `${String(raw.answers)} of ${String(raw.fullAnswers)} balancers`;
	const said = `zone ${endpoint}: ${value}, ${lock}`;
	const isBad = root === null || root.missing || rollback === null || rollback.missing;
	const seconds = now - raw.at;
	return fact(
		{
			id: `zone ${endpoint}`,
			label: `zone ${endpoint}`,
			value,
			verdict: isBad ? 'crit' : 'ok',
			age: seconds,
			of: {...raw, said},
		},
		() =>
			`${said}. ROOT ${targetWords(root)}; ROLLBACK ${targetWords(rollback)}; ${shown({age: seconds}).text}`,
	);
}

function targetWords(target: Target | null): string {
	if (target === null) return 'is no such record';
	const {plan, missing, name} = target;
	return `${name}${plan === null ? '' : `, plan ${String(plan)}`}${missing ? ', NO TREE of that name' : ''}`;
}

function planFact({newestPlan, at}: EnactorsInspection, now: number): Fact<null> {
	const age = now - at;
	return fact(
		{id: 'newest plan', label: 'newest plan', value: newestPlan, unit: 'count', age, of: null},
		() => `enactors; newest plan ${String(newestPlan)}, ${shown({age}).text}`,
	);
}

/** An Enactor: what it does, and what it lost. */
export type EnactorOf = {readonly doing: string; readonly rest: string};

function enactorFact({
	id,
	mode,
	plan,
	plansBehind,
	locksLost,
	failures,
}: EnactorInspection): Fact<EnactorOf> {
	const hand =
		plan === null
			? 'no plan in hand'
			: `plan ${String(plan)}, ${count(plansBehind, 'plan')} behind`;
	const doing = `${spaced(mode)}: ${hand}`;
	const rest = `locks lost ${String(locksLost)}, failures ${String(failures)}`;
	return fact({id, label: id, value: hand, of: {doing, rest}}, () => `${id} ${doing}, ${rest}`);
}

/** A mode as people say it: `backingOff` is `backing off`. */
function spaced(mode: string): string {
	return mode.replace(/[A-Z]/gu, letter => ` ${letter.toLowerCase()}`);
}
