import {describe, expect, it} from 'vitest';
import {
	applyOrder,
	validateOrder,
	createAgenda,
	randomStreams,
	switchesOn,
	tick,
	valuesOf,
	type Fact,
	type Switch,
} from '../kernel/index.ts';
import {
	LAUNCHES_ORDERS,
	createLaunches,
	LAUNCHES_PARAMETERS,
	stepLaunches,
	type Launches,
	type LaunchesInputs,
} from './index.ts';

const WELL: LaunchesInputs = {
	storeErrors: 0,
	leasedShare: 1,
	places: 4_000,
	startedPerSecond: 0,
	workflowsLostPerSecond: 0,
	secondsOfDay: 0,
	networkLatencySeconds: 8,
	advice: {retryHard: false, pinZone: false},
};

/** Of what was let in. */
function placedShare({placedPerSecond, admittedPerSecond}: Launches['output']): number {
	return placedPerSecond / admittedPerSecond;
}

/** Steps an API whose droplets start in a second whatever was placed in the one before. */
function anApi(switches: readonly Switch[] = []) {
	const setup = {
		parameters: valuesOf(LAUNCHES_PARAMETERS),
		switches: switchesOn(switches),
	};
	const facts: Fact[] = [];
	const ctx = {
		now: tick(0),
		agenda: createAgenda(),
		streams: randomStreams('launches'),
		say: (fact: Fact) => void facts.push(fact),
	};
	const launches: Launches = createLaunches(setup, ctx);
	function run(seconds: number, inputs: Partial<LaunchesInputs> = {}) {
		for (let second = 0; second < seconds; second++) {
			ctx.now = tick(ctx.now + 1);
			const startedPerSecond = launches.output.placedPerSecond;
			stepLaunches(launches, {...WELL, startedPerSecond, ...inputs}, setup, ctx);
		}
		return launches.output;
	}
	function order(id: string, args: Record<string, number> = {}) {
		const weighed = validateOrder(LAUNCHES_ORDERS, launches, {id, args}, setup, ctx);
		if (!weighed.ok) return weighed;
		return applyOrder(LAUNCHES_ORDERS, launches, {id, args}, 'operator', setup, ctx);
	}
	return {launches, run, order, facts};
}

describe('launches', () => {
	it('asks for more by day than by night, whatever the hour a level begins at', () => {
		const demandAt = (hours: number) =>
			anApi().run(1, {secondsOfDay: hours * 3600}).demandPerSecond;
		const night = demandAt(0);
		expect([4, 5, 22, 23].map(demandAt)).toEqual([night, night, night, night]);
		expect(demandAt(7.5)).toBeCloseTo(1.175 * night);
		expect([10, 13, 17].map(demandAt)).toEqual([1.35 * night, 1.35 * night, 1.35 * night]);
		expect(demandAt(19.5)).toBeCloseTo(1.175 * night);
	});

	it('meets all of demand on a normal night', () => {
		const output = anApi().run(600);
		expect(output.successShare).toBe(1);
		expect(output.pentUp).toBeLessThan(1);
		expect(output.terminationsPerSecond).toBeCloseTo(output.demandPerSecond);
		expect(output.limitedPerSecond).toBe(0);
	});

	it.each([
		{lost: 'the store', inputs: {storeErrors: 1}, error: 'failedPerSecond'},
		{lost: 'the leases', inputs: {leasedShare: 0}, error: 'insufficientPerSecond'},
		{lost: 'the places', inputs: {places: 0}, error: 'insufficientPerSecond'},
	] as const)('fails with its own error and piles up without $lost', ({inputs, error}) => {
		const output = anApi().run(3600, inputs);
		expect(output[error]).toBe(output.admittedPerSecond);
		expect(output.admittedPerSecond).toBe(3 * output.demandPerSecond);
		expect(output.placedPerSecond).toBe(0);
		expect(output.pentUp).toBeGreaterThan(100_000);
		expect(output.requestsPerSecond).toBeGreaterThan(20 * output.demandPerSecond);
	});

	it('finds a droplet for most launches while half of the leases are held', () => {
		expect(placedShare(anApi().run(1, {leasedShare: 0.5}))).toBeCloseTo(0.875);
	});

	it('places no more at a time than leased droplets have room for, whoever asks', () => {
		const full = anApi().run(1800, {places: 1000, leasedShare: 0.25});
		expect(full.placedPerSecond).toBeCloseTo(1000 / 32, 0);
		expect(full.insufficientPerSecond).toBeGreaterThan(100);
	});

	it('keeps its buckets when the extra throttle is lifted', () => {
		const {run, order} = anApi();
		run(6 * 3600, {leasedShare: 0});
		order('throttle-launches', {rate: 6});
		run(60);
		order('throttle-launches-off');
		const output = run(1);
		expect(output.requestsPerSecond).toBeGreaterThan(50 * output.demandPerSecond);
		expect(output.admittedPerSecond).toBe(3 * output.demandPerSecond);
	});

	it('turns away what is above the throttle, and probes only for what it lets in', () => {
		const {run, order} = anApi();
		run(3600, {leasedShare: 0});
		order('throttle-launches', {rate: 6});
		const output = run(1);
		expect(output.admittedPerSecond).toBe(6);
		expect(output.limitedPerSecond).toBe(output.requestsPerSecond - 6);
		expect(output.probesPerSecond).toBe(18);
		expect(output.throttled).toBe(true);
	});

	it('reads a percentage as a share of what the hour usually sees', () => {
		const {run, order} = anApi();
		order('throttle-launches-percent', {share: 10});
		expect(run(1).admittedPerSecond).toBeCloseTo(6);
	});

	it('catches up with the pent-up launches once the throttle is off', () => {
		const {run, order} = anApi();
		order('throttle-launches', {rate: 0});
		run(1800);
		expect(order('throttle-launches-off')).toMatchObject({ok: true});
		const output = run(2400);
		expect(output.pentUp).toBeLessThan(1);
		expect(output.successShare).toBe(1);
	});

	it('holds terminations without leases, and releases them over a while with them', () => {
		const {run} = anApi();
		const held = run(3600, {leasedShare: 0}).terminationsHeld;
		expect(held).toBeCloseTo(60 * 3600);
		const released = run(1).terminationsPerSecond;
		expect(released).toBeCloseTo(4 * 60, 0);
		expect(run(9000).terminationsHeld).toBeLessThan(0.01 * held);
	});

	it('is asked more often, for the same launches, when customers retry hard', () => {
		const calm = anApi();
		const hard = anApi();
		calm.run(600, {leasedShare: 0});
		hard.run(600, {leasedShare: 0, advice: {retryHard: true, pinZone: false}});
		const ratio = hard.launches.output.requestsPerSecond / calm.launches.output.requestsPerSecond;
		expect(ratio).toBeGreaterThan(2);
		expect(hard.launches.pentUp).toBeCloseTo(calm.launches.pentUp, 5);
	});

	it('finds fewer droplets when customers pin a zone', () => {
		const pinned = {places: 6000, leasedShare: 0.5, advice: {retryHard: false, pinZone: true}};
		expect(placedShare(anApi().run(1, pinned))).toBeCloseTo(0.5);
	});

	it('replaces unreachable instances at a bounded rate', () => {
		const output = anApi().run(3 * 3600, {networkLatencySeconds: 1200});
		expect(output.replacementsPerSecond).toBeGreaterThan(0);
		expect(output.replacementsPerSecond).toBeLessThanOrEqual(0.03 * output.demandPerSecond);
	});

	it('terminates and relaunches what is unreachable past the throttle, when ordered', () => {
		const {run, order} = anApi();
		expect(order('terminate-unreachable')).toMatchObject({ok: false, code: 'none-unreachable'});
		run(900, {networkLatencySeconds: 500});
		order('throttle-terminations', {rate: 0});
		expect(order('terminate-unreachable')).toMatchObject({ok: true});
		const output = run(1, {networkLatencySeconds: 500});
		expect(output.terminationsPerSecond).toBeCloseTo(120);
		expect(run(1800, {networkLatencySeconds: 500}).relaunchesPerSecond).toBe(0);
	});

	it('lets in less while the network is late, with queue-backpressure', () => {
		const paced = anApi(['queue-backpressure']);
		const before = paced.run(60).admittedPerSecond;
		const late = paced.run(600, {networkLatencySeconds: 300});
		expect(late.admittedPerSecond).toBeLessThan(0.1 * before);
		expect(paced.run(7200).successShare).toBe(1);
	});

	it('refuses to open a throttle that is open', () => {
		expect(anApi().order('throttle-launches-off')).toMatchObject({code: 'not-throttled'});
	});

	it('says once that no droplet has a lease, and once that they are back', () => {
		const {run, facts} = anApi();
		run(300, {leasedShare: 0});
		run(900);
		const kinds = facts.map(({kind}) => kind).filter(kind => kind !== 'requests-limited');
		expect(kinds[0]).toBe('placement-starved');
		expect(kinds.filter(kind => kind === 'placement-starved')).toHaveLength(1);
		expect(kinds.at(-1)).toBe('placement-placing');
	});
});
