import {describe, expect, it} from 'vitest';
import {
	applyOrder,
	validateOrder,
	createAgenda,
	randomStreams,
	switchesOn,
	takeDue,
	tick,
	valuesOf,
	type Fact,
	type Switch,
} from '../kernel/index.ts';
import {
	NETWORK_ORDERS,
	createNetwork,
	deliverNetwork,
	NETWORK_PARAMETERS,
	stepNetwork,
} from './index.ts';

const USUAL = 60;

function aNetwork(switches: readonly Switch[] = [], changed: Record<string, number> = {}) {
	const setup = {parameters: valuesOf(NETWORK_PARAMETERS, changed), switches: switchesOn(switches)};
	const facts: Fact[] = [];
	const ctx = {
		now: tick(0),
		agenda: createAgenda(),
		streams: randomStreams('network'),
		say: (fact: Fact) => void facts.push(fact),
	};
	const network = createNetwork(setup, ctx);
	/** Launches and terminations are given as multiples of a night hour's launches. */
	function run(seconds: number, launched: number, terminated: number) {
		for (let second = 0; second < seconds; second++) {
			ctx.now = tick(ctx.now + 1);
			for (let due = takeDue(ctx.agenda, ctx.now); due; due = takeDue(ctx.agenda, ctx.now)) {
				deliverNetwork(network, due.to, due.event, setup, ctx);
			}
			const inputs = {
				usualPerSecond: USUAL,
				launchedPerSecond: launched * USUAL,
				terminatedPerSecond: terminated * USUAL,
			};
			stepNetwork(network, inputs, setup, ctx);
		}
		return {...network.output};
	}
	function order(id: string, args: Record<string, string>) {
		const weighed = validateOrder(NETWORK_ORDERS, network, {id, args}, setup, ctx);
		if (!weighed.ok) return weighed;
		return applyOrder(NETWORK_ORDERS, network, {id, args}, 'operator', setup, ctx);
	}
	return {network, run, order, facts};
}

describe('the network', () => {
	it.each([
		['a night hour', 1],
		['the busiest hour of the day', 1.7],
	])('keeps up with %s', (_hour, demand) => {
		const output = aNetwork().run(7200, demand, demand);
		expect(output.latencySeconds).toBeLessThan(30);
		expect(output.backlog).toBeLessThan(1);
	});

	it('falls behind when withheld terminations come at once, and slows down as it does', () => {
		const {run} = aNetwork();
		const before = run(60, 1, 1).capacityPerSecond;
		const after = run(1800, 1, 8);
		expect(after.latencySeconds).toBeGreaterThan(600);
		expect(after.capacityPerSecond).toBeCloseTo(before / 1.25, 0);
		expect(after.unreachable).toBeGreaterThan(0.05 * after.backlog);
	});

	it('drains when less comes in, however deep it was', () => {
		const {run} = aNetwork();
		run(3600, 1, 8);
		expect(run(6 * 3600, 0.2, 0.2).latencySeconds).toBeLessThan(60);
	});

	it('drains within six hours under the ordinary inflow of the day, replacements and all', () => {
		const {run} = aNetwork();
		run(12 * 3600, 3, 9);
		const byDay = 1.35 * 1.03;
		expect(run(6 * 3600, byDay, byDay).latencySeconds).toBeLessThan(60);
	});

	it('never holds more than an hour of work', () => {
		const {run, network} = aNetwork();
		expect(run(12 * 3600, 3, 9).latencySeconds).toBeLessThan(3_600 + 300);
		expect(network.superseded).toBeGreaterThan(0);
	});

	it('serves new instances first when told to, at the cost of the terminated', () => {
		const plain = aNetwork();
		const first = aNetwork();
		first.order('prioritise-network', {priority: 'new'});
		const late = plain.run(1800, 1, 8);
		const prompt = first.run(1800, 1, 8);
		expect(late.latencySeconds).toBeGreaterThan(600);
		expect(prompt.latencySeconds).toBeLessThan(120);
		expect(prompt.backlog).toBeCloseTo(late.backlog, 3);
	});

	it('has less to do when superseded changes are dropped', () => {
		const plain = aNetwork();
		const coalescing = aNetwork();
		coalescing.order('coalesce-network', {setting: 'on'});
		expect(coalescing.run(1800, 1, 8).backlog).toBeLessThan(plain.run(1800, 1, 8).backlog);
	});

	it('serves faster half an hour after a boost is ordered, and not before', () => {
		const {run, order, facts} = aNetwork();
		const ordinary = run(10, 1, 1).capacityPerSecond;
		order('boost-network', {setting: 'on'});
		expect(run(1799, 1, 1).capacityPerSecond).toBe(ordinary);
		expect(run(1, 1, 1).capacityPerSecond).toBeCloseTo(2 * ordinary, 0);
		expect(facts.at(-1)?.kind).toBe('network-accelerated');
	});

	it('stands up extra workers in the time that is declared for the run', () => {
		const {run, order, network} = aNetwork([], {boostReadySeconds: 600});
		order('boost-network', {setting: 'on'});
		run(599, 1, 1);
		expect(network.acceleration.value).toBe('preparing');
		run(1, 1, 1);
		expect(network.acceleration.value).toBe('accelerated');
	});

	it('forgets a boost that is stopped before it stands', () => {
		const {run, order, network} = aNetwork();
		order('boost-network', {setting: 'on'});
		run(600, 1, 1);
		order('boost-network', {setting: 'off'});
		run(3600, 1, 1);
		expect(network.acceleration.value).toBe('ordinary');
		expect(order('boost-network', {setting: 'off'})).toMatchObject({code: 'already-so'});
	});

	it('does not slow down under a backlog that waits outside, with queue-backpressure', () => {
		const {run} = aNetwork(['queue-backpressure']);
		const before = run(60, 1, 1).capacityPerSecond;
		expect(run(1800, 1, 8).capacityPerSecond).toBeGreaterThan(0.85 * before);
	});

	it('names each level of lateness once on the way up and once on the way down', () => {
		const {run, facts} = aNetwork();
		run(1800, 1, 8);
		run(6 * 3600, 0, 0);
		expect(facts.map(({kind}) => kind)).toEqual([
			'propagation-behind',
			'propagation-swamped',
			'propagation-behind',
			'propagation-current',
		]);
	});
});
