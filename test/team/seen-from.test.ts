import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {EVERYONE, fitsOneOf, staffingFor, type Area, type Seat} from '../../src/level/index.ts';
import {seenFrom, SYSTEM_METRICS, verdictOn, type Observation} from '../../src/observe/index.ts';
import {parseOrder, seesOf, whyNotTheirs, type Fog} from '../../src/session/index.ts';
import {standardRoles} from '../support/standard-roles.ts';
import {NIGHT} from './night.ts';

const ROLES = standardRoles();
const IDS = Object.keys(ROLES.areas).filter(id => id !== EVERYONE);

type Holding = Pick<Seat, 'areas' | 'reads'>;

const seesFor = (seat: Holding, fog: Fog = 'thick', as: readonly string[] = []) =>
	seesOf(seat, ROLES, {as, fog, alerts: []});
const held = (areas: readonly string[]): Holding => ({areas, reads: []});
const areasOf = (ids: readonly string[]): readonly Area[] =>
	[EVERYONE, ...ids].map(id => ROLES.areas[id]!);

/** Numbers as JSON has them, where they are so odd that they are nobody else's by chance. */
const odd = (values: readonly (number | null | undefined)[]) =>
	values.filter(value => typeof value === 'number' && !Number.isInteger(value)).map(String);

/** What nobody may read who has only these areas: by the tables alone, without the code that hides it. */
function secretsOf(observation: Observation, ids: readonly string[]): readonly string[] {
	const areas = areasOf(ids);
	const has = (key: 'metrics' | 'alerts' | 'logs' | 'instruments' | 'chat', name: string) =>
		areas.some(area => fitsOneOf(area[key], name));
	const {metrics, alerts, log, instruments, answers, orders, chat, dashboard} = observation;
	const hiddenParts = Object.entries({...instruments, answers}).filter(
		([part, value]) => value !== null && part !== 'throttles' && !has('instruments', part),
	);
	const looks = areas.flatMap(area => area.looks);
	const hiddenLooks = orders.filter(
		({text, lines}) =>
			lines.length > 0 && !looks.some(look => text === look || text.startsWith(`${look} `)),
	);
	return [
		...Object.values(metrics)
			.filter(({id}) => !has('metrics', id))
			.flatMap(({value, history, label}) => [
				`"label":"${label}"`,
				...odd([value, ...history.slice(-5)]),
			])
			.filter(text => !text.startsWith('"') || !ids.includes('lead')),
		...alerts.filter(({id, group}) => !has('alerts', `${group}.${id}`)).map(({title}) => title),
		...log.filter(({source}) => !has('logs', source)).map(({text}) => text),
		...hiddenParts.map(([, value]) => JSON.stringify(value)).filter(text => text !== '[]'),
		...hiddenLooks.flatMap(({lines}) => lines),
		...chat
			.filter(({role, shows = []}) =>
				role === 'team' ? !shows.every(id => has('metrics', id)) : !has('chat', role),
			)
			.map(({text}) => text),
		...(has('metrics', 'services.errors') ? [] : odd(dashboard.services.map(({errors}) => errors))),
	];
}

/** All that a seat may read: what is the same in a secret of another is none. */
function openTo(observation: Observation, ids: readonly string[]): string {
	const areas = areasOf(ids);
	const has = (key: 'metrics' | 'alerts' | 'logs' | 'instruments', name: string) =>
		areas.some(area => fitsOneOf(area[key], name));
	const {metrics, alerts, log, dashboard, updates, teams, open, instruments} = observation;
	const isOfSystem = (name: string) => SYSTEM_METRICS.has(name);
	return JSON.stringify([
		dashboard.services.filter(({name}) => has('metrics', 'services.errors') && !isOfSystem(name)),
		Object.values(metrics).filter(({id}) => has('metrics', id)),
		alerts.filter(({id, group}) => has('alerts', `${group}.${id}`)),
		log.filter(({source}) => has('logs', source)),
		Object.entries(instruments).filter(([part]) => has('instruments', part)),
		dashboard.posts,
		...[updates, teams, open.map(({about, until}) => [about, until])],
	]);
}

describe('a seat', () => {
	const anySeat = fc.subarray(IDS, {minLength: 1, maxLength: IDS.length - 1});
	const anyLook = fc.constantFrom(...NIGHT);

	test('holds no value, title, line or finding of another', () => {
		let secrets = 0;
		fc.assert(
			fc.property(anySeat, anyLook, (ids, observation) => {
				const told = JSON.stringify(seenFrom(seesFor(held(ids)), observation));
				const allowed = openTo(observation, ids);
				const kept = secretsOf(observation, ids).filter(
					secret => !allowed.includes(secret) && JSON.stringify(secret).length > 8,
				);
				secrets += kept.length;
				expect(kept.filter(secret => told.includes(secret))).toEqual([]);
			}),
			{numRuns: 60, seed: 13},
		);
		expect(secrets).toBeGreaterThan(5_000);
	});

	test('holds of the orders of others nothing, or what, by whom and until when', () => {
		fc.assert(
			fc.property(anySeat, anyLook, (ids, observation) => {
				const {orders} = seenFrom(seesFor(held(ids)), observation);
				const areas = areasOf(ids);
				const begins = areas.flatMap(area => [...area.orders, ...area.looks]);
				const others = orders.filter(({text}) => !begins.some(each => text.startsWith(each)));
				expect(others.filter(({message, lines}) => message !== '' || lines.length > 0)).toEqual([]);
				if (!areas.some(({states}) => states)) expect(others).toEqual([]);
			}),
			{numRuns: 60, seed: 13},
		);
	});

	test.each(NIGHT.map((observation, step) => [step, observation] as const))(
		'with all areas sees what there is, in step %i',
		(_, observation) => {
			const sees = seesFor(held(IDS), 'thick', ['somebody']);
			expect(seenFrom(sees, observation)).toBe(observation);
			const open = observation.open.map(each =>
				Object.hasOwn(observation.metrics, each.id) ? each : {...each, text: each.about},
			);
			const longWay = seenFrom({...sees, everything: false}, observation);
			expect({...longWay, news: observation.news}).toEqual({...observation, open});
		},
	);
});

const LATE = NIGHT.at(-1)!;
const ofTwo = staffingFor(2, ROLES).map(seat => seenFrom(seesFor(seat), LATE));

describe('of two people', () => {
	const [commander, engineer] = ofTwo;

	test('each lacks one end of each inference', () => {
		const lacks = (seen: Observation | undefined, ids: readonly string[]) =>
			ids.filter(id => seen?.metrics[id]?.value === undefined || seen.metrics[id].value === null);
		const engineers = ['dwfm.leasedShare', 'ec2.pentUp', 'nlb.flaps', 'lambda.errors'];
		const commanders = [
			'dns.answers.regional',
			'dynamodb.prodErrors',
			'network.inflowShare',
			'border.loss',
		];
		expect(lacks(commander, engineers)).toEqual(engineers);
		expect(lacks(engineer, commanders)).toEqual(commanders);
		expect(lacks(commander, commanders)).toEqual([]);
		expect(lacks(engineer, engineers)).toEqual([]);
	});

	test('the commander knows that it hurts, and the engineer has not the name', () => {
		const judged = Object.values(commander?.metrics ?? {}).filter(reading => reading.judged);
		expect(judged.length).toBeGreaterThan(10);
		for (const {id, value, history, judged: judgement} of judged) {
			expect({id, value, history}).toEqual({id, value: null, history: []});
			expect(judgement?.verdict).toBe(verdictOn(LATE.metrics[id]));
		}
		expect(judged.map(reading => reading.judged?.verdict)).toContain('crit');
		expect(engineer?.answers).toEqual([]);
		expect(engineer?.withheld.orders).toContain('dig');
		expect(engineer?.withheld.panels).toContain('dns');
		expect(commander?.alerts.find(({id}) => id === 'ec2')).toMatchObject({
			group: 'ec2',
			severity: 'page',
		});
	});
});

describe('thin fog', () => {
	test('tells how that stands which one stands on, and lets everybody ask for the name', () => {
		const thick = seenFrom(seesFor(held(['leases'])), LATE);
		const thin = seenFrom(seesFor(held(['leases']), 'thin'), LATE);
		expect(thick.metrics['dynamodb.customerErrors']).toBeUndefined();
		expect(thin.metrics['dynamodb.customerErrors']).toMatchObject({value: null, history: []});
		expect(thin.metrics['ec2.pentUp']).toBeUndefined();
		expect(thin.answers).toEqual(LATE.answers);
		expect(thin.withheld.panels).not.toContain('overview');
	});
});

describe('show throttles', () => {
	test.each([
		['managers', ['dwfm gate'], ['at', 'gatePerSecond']],
		['lambda', ['lambda async', 'lambda pollers'], ['at', 'lambdaAsyncShare', 'lambdaPollerShare']],
		[
			'launches',
			['launches', 'terminations'],
			['at', 'launchesPerSecond', 'terminationsPerSecond'],
		],
	])('tells %s its own lines', (id, lines, fields) => {
		const {orders, instruments} = seenFrom(seesFor(held([id])), LATE);
		const told = orders.filter(({text}) => text === 'show throttles').at(-1)?.lines ?? [];
		expect(told.map(line => line.slice(0, 18).trim())).toEqual(lines);
		expect(Object.keys(instruments.throttles ?? {}).sort()).toEqual([...fields].sort());
	});
});

describe('news', () => {
	const before = NIGHT[3]!;
	const after = NIGHT[4]!;
	const newsOf = (id: string) => {
		const sees = seesFor(held([id]));
		return seenFrom(sees, after, seenFrom(sees, before)).news;
	};
	test('count what the seat can see', () => {
		const ended = (words: readonly string[]) =>
			after.orders.filter(
				({text, state, at}) =>
					at > before.now && state !== 'running' && words.some(each => text.startsWith(each)),
			).length;
		expect(ended(['pause', 'show zone'])).toBe(2);
		expect(newsOf('names') - newsOf('telemetry')).toBeGreaterThanOrEqual(2);
		expect(newsOf('inside')).toBeLessThan(after.news - before.news);
	});
	test('begin at nothing, and only grow', () => {
		const sees = seesFor(held(['names']));
		let seen: Observation | null = null;
		let news = 0;
		for (const observation of NIGHT) {
			seen = seenFrom(sees, observation, seen);
			expect(seen.news).toBeGreaterThanOrEqual(news);
			news = seen.news;
		}
		expect(news).toBeGreaterThan(10);
	});
});

describe('who may order what', () => {
	const seats = staffingFor(8, ROLES);
	test.each([
		['network', 'repoint all rollback', 'That command is dns’s.'],
		['dns', 'pin regional 3', undefined],
		['dns', 'pin zone use1-az1', 'That command is nlb’s.'],
		['dns', 'break glass access', 'That command is commander’s or services’s.'],
		['dns', 'note look here', undefined],
		['dns', 'show throttles', 'That command is ec2’s or services’s.'],
		['ec2', 'show throttles', undefined],
		['deputy', 'page ec2', 'That command is commander’s.'],
		['deputy', 'show automations', undefined],
		['ec2', 'ack dwfm-leases', undefined],
		['ec2', 'ack dynamodb-down', 'That alert is not on your panel.'],
		['commander', 'ack dynamodb', undefined],
		['commander', 'ack dynamodb-down', 'That alert is not on your panel.'],
		['comms', 'shelve services', 'That command is commander’s.'],
	])('%s: %s', (id, words, why) => {
		const seat = seats.find(each => each.id === id)!;
		const parsed = parseOrder(words);
		if (!parsed.ok) throw new Error(parsed.problem.message);
		expect(whyNotTheirs(parsed.order, seat, seesFor(seat), {roles: ROLES, seats})).toBe(why);
	});
});
