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
import {NLB_ORDERS, NLB_PARAMETERS, createNlb, stepNlb} from './index.ts';
import {lostConnections, overflowsOf} from './lost-connections.ts';

const USUAL = 60;

function balancersUnder(switches: readonly Switch[] = []) {
	const setup = {parameters: valuesOf(NLB_PARAMETERS), switches: switchesOn(switches)};
	const facts: Fact[] = [];
	const ctx = {
		now: tick(0),
		agenda: createAgenda(),
		streams: randomStreams('balancers'),
		say: (fact: Fact) => void facts.push(fact),
	};
	const nlb = createNlb(setup, ctx);
	function run(seconds: number, latencySeconds: number, launched = 1) {
		for (let second = 0; second < seconds; second++) {
			ctx.now = tick(ctx.now + 1);
			const launchedPerSecond = launched * USUAL;
			const inputs = {usualPerSecond: USUAL, launchedPerSecond, latencySeconds};
			stepNlb(nlb, inputs, setup, ctx);
		}
		return {...nlb.output};
	}
	function order(id: string, args: Record<string, string | number>) {
		const weighed = validateOrder(NLB_ORDERS, nlb, {id, args}, setup, ctx);
		if (!weighed.ok) return weighed;
		return applyOrder(NLB_ORDERS, nlb, {id, args}, 'operator', setup, ctx);
	}
	return {nlb, run, order, facts};
}

const FREE = [false, false, false];
const FULL = overflowsOf([0.45, 0.6, 0.75]);

describe('connections of a balancer with three zones', () => {
	it.each([
		{name: 'none out', chances: [0, 0, 0], lost: 0},
		{name: 'one out: the fullest third overflows', chances: [1, 0, 0], lost: 0.037},
		{name: 'two out: all overflow', chances: [1, 1, 0], lost: 0.4198},
		{name: 'three out: DNS fails open', chances: [1, 1, 1], lost: 0},
	])('$name', ({chances, lost}) => {
		expect(lostConnections(chances, FREE, 3, FULL)).toBeCloseTo(lost, 3);
	});

	it('lose no more than one zone where removal is capped', () => {
		const one = lostConnections([1, 0, 0], FREE, 3, FULL);
		expect(lostConnections([1, 1, 0], FREE, 1, FULL)).toBe(one);
	});

	it('do without a drained zone whatever failover does', () => {
		const drained = [true, false, false];
		expect(lostConnections([0, 0, 0], drained, 3, FULL)).toBeCloseTo(0.037, 3);
		expect(lostConnections([0, 1, 0], drained, 3, FULL)).toBeCloseTo(0.4198, 3);
	});
});

describe('balancers', () => {
	it('lose nothing on a normal day', () => {
		const output = balancersUnder().run(7200, 12, 1.7);
		expect(output.customerErrors).toBe(0);
		expect(output.zonesOut).toBe(0);
		expect(output.checkDelaySeconds).toBeLessThan(1);
	});

	it('see targets flap as soon as the network takes longer than the checks forgive', () => {
		expect(balancersUnder().run(600, 29).flapsPerSecond).toBe(0);
		const {run, nlb} = balancersUnder();
		const output = run(1800, 90);
		expect(output.flapsPerSecond).toBeGreaterThan(0);
		expect(output.customerErrors).toBeGreaterThan(0.002);
		expect(output.checkDelaySeconds).toBeLessThan(1);
		expect(nlb.failover.value).toBe('removing');
	});

	it('overwhelm the health checker once the network takes an hour, and lose steady zones too', () => {
		const {run, nlb, facts} = balancersUnder();
		const output = run(3 * 3600, 4500, 0.6);
		expect(output.checkDelaySeconds).toBeGreaterThan(10);
		expect(output.internalErrors).toBeGreaterThan(0.02);
		expect(nlb.checker.value).toBe('overwhelmed');
		expect(facts.map(({kind}) => kind)).toContain('checks-overwhelmed');
	});

	it('have their capacity back minutes after failover is paused', () => {
		const {run, order, nlb} = balancersUnder();
		run(3 * 3600, 4500, 0.6);
		expect(order('pause-nlb-failover', {automation: 'nlb-failover'})).toMatchObject({ok: true});
		expect(run(300, 4500, 0.6).customerErrors).toBeLessThan(0.002);
		expect(nlb.automations[0]).toMatchObject({id: 'nlb-failover', paused: true});
		expect(nlb.automations[0]?.since).toBe(3 * 3600);
	});

	it('keep dead capacity while failover is paused, and lose it after it is resumed', () => {
		const {run, order} = balancersUnder();
		order('pause-nlb-failover', {automation: 'nlb-failover'});
		const hour = run(3600, 8).customerErrors;
		const tenHours = run(9 * 3600, 8).customerErrors;
		expect(hour).toBeGreaterThan(0);
		expect(tenHours).toBeGreaterThan(5 * hour);
		order('resume-nlb-failover', {automation: 'nlb-failover'});
		expect(run(1800, 8).customerErrors).toBeLessThan(tenHours / 100);
	});

	it('stay whole where targets wait for their network', () => {
		const output = balancersUnder(['nlb-gate-on-network']).run(3 * 3600, 4500);
		expect(output.customerErrors).toBe(0);
		expect(output.youngTargets).toBe(0);
	});

	it('see no new flapping while registration is held', () => {
		const {run, order} = balancersUnder();
		order('hold-registration', {setting: 'on'});
		expect(run(3600, 3000).flapsPerSecond).toBe(0);
		order('hold-registration', {setting: 'off'});
		expect(run(3600, 3000).flapsPerSecond).toBeGreaterThan(0);
	});

	it('flap less under patient checks, and load the checker more under frequent ones', () => {
		const plain = balancersUnder().run(1800, 120);
		const patient = balancersUnder();
		patient.order('threshold-checks', {count: 10});
		const frequent = balancersUnder();
		frequent.order('interval-checks', {seconds: 5});
		expect(patient.run(1800, 120).flapsPerSecond).toBeLessThan(plain.flapsPerSecond);
		expect(frequent.run(1800, 8).checkLoadShare).toBeGreaterThan(1);
	});

	it('keep a pinned zone in DNS, and a drained one out', () => {
		const {run, order, nlb} = balancersUnder();
		order('pin-zone', {zone: 'use1-az1'});
		order('drain-zone', {zone: 'use1-az6'});
		const output = run(1800, 90);
		expect(nlb.out[12]).toBe(0);
		expect(nlb.out[13]).toBeGreaterThan(0);
		expect(output.customerErrors).toBeGreaterThan(0.01);
		expect(order('unpin-zone', {zone: 'use1-az2'})).toMatchObject({code: 'already-so'});
		expect(order('unpin-zone', {zone: 'use1-az6'})).toMatchObject({ok: true});
	});

	it('check new checker hosts too until their network arrives, and only then gain from them', () => {
		const plain = balancersUnder();
		const scaled = balancersUnder();
		plain.run(10, 900);
		scaled.run(10, 900);
		scaled.order('scale-checks', {count: 100});
		const waiting = scaled.run(600, 900).checkLoadShare;
		expect(waiting).toBeGreaterThan(plain.run(600, 900).checkLoadShare);
		expect(scaled.run(5400, 900).checkLoadShare).toBeLessThan(plain.run(5400, 900).checkLoadShare);
	});
});
