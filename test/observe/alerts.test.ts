import {describe, expect, test} from 'vitest';
import {ALERT_RULES, ALERTS_MAX, METRICS, TELLING_ALERT} from '../../src/observe/index.ts';
import {aNight, EMPTIED_AT, give, pass, raised, seen, stare} from './a-night.ts';

const MINUTES = 60;

describe('the table of rules', () => {
	test('has an id, a column and a healthy side for every rule, and room for all at once', () => {
		const ids = ALERT_RULES.map(({id}) => id);
		expect(new Set(ids).size).toBe(ids.length);
		expect(ids.length).toBeLessThanOrEqual(ALERTS_MAX);
		for (const rule of ALERT_RULES) {
			expect(rule.column).toBeGreaterThanOrEqual(0);
			const healthier = rule.compare === 'above' ? -1 : 1;
			expect(Math.sign(rule.clearAt - rule.threshold), rule.id).toBe(healthier);
		}
	});

	test('is silent for a healthy hour, and so is the rest of what an operator sees', () => {
		const night = aNight();
		pass(night, 60 * MINUTES);
		const {alerts, news, dashboard, metrics} = seen(night);
		expect(alerts).toEqual([]);
		expect(news).toBe(0);
		expect(dashboard).toMatchObject({impacted: 0, resolved: 0, posts: []});
		expect(METRICS.filter(({id}) => metrics[id]?.value === null)).toEqual([]);
	});
});

describe('one rule', () => {
	const cases = [
		['dwfm-goodput', 0.01, 0.2, 0.5],
		['dwfm-leases', 0.98, 0.992, 1],
	] as const;

	test.each(cases)(
		'%s holds on between its threshold and its clearing line',
		(id, bad, between, good) => {
			const night = aNight();
			const {dwfm: droplets} = night.world;
			const set = (share: number) => {
				droplets.output.leasedShare = share;
				droplets.output.throughputPerSecond = 1_000;
				droplets.output.goodputPerSecond = share * 1_000;
			};
			const isRaised = () => raised(seen(night)).some(alert => alert.id === id);
			pass(night, 120);
			set(between);
			stare(night, 600);
			expect(isRaised()).toBe(false);
			set(bad);
			stare(night, 600);
			expect(isRaised()).toBe(true);
			set(between);
			stare(night, 600);
			expect(isRaised()).toBe(true);
			set(good);
			stare(night, 600);
			expect(isRaised()).toBe(false);
		},
	);

	test('waits until its line has been crossed for long enough, and for the pipeline', () => {
		const night = aNight();
		const {telemetry, network} = night.world;
		pass(night, 120);
		telemetry.output.metricDelaySeconds = 50;
		network.output.inflowPerSecond = 2 * network.output.capacityPerSecond;
		stare(night, 105);
		expect(raised(seen(night))).toEqual([]);
		stare(night, 15);
		expect(raised(seen(night))).toMatchObject([
			{
				id: 'network-inflow',
				title: 'Network Manager: inflow 200 % of capacity',
				severity: 'ticket',
			},
		]);
	});

	test('forgets a crossing that did not last', () => {
		const night = aNight();
		const {network} = night.world;
		pass(night, 120);
		for (let spike = 0; spike < 20; spike++) {
			network.output.inflowPerSecond = 2 * network.output.capacityPerSecond;
			stare(night, 50);
			network.output.inflowPerSecond = 0.5 * network.output.capacityPerSecond;
			stare(night, 10);
		}
		expect(seen(night).alerts).toEqual([]);
	});
});

describe('the flood', () => {
	test('drowns the telling alarm: a ticket that was there first, and a hundred above it', () => {
		const night = aNight({emptied: true});
		pass(night, EMPTIED_AT + 4 * MINUTES);
		const first = raised(seen(night)).find(({id}) => id === TELLING_ALERT);
		expect(first).toMatchObject({
			severity: 'ticket',
			group: 'dns-automation',
			title: 'dynamodb.us-east-1.amazonaws.com answers 0 addresses (A, AAAA)',
		});
		expect(first?.raisedAt).toBeGreaterThan(EMPTIED_AT + 30);
		expect(first?.raisedAt).toBeLessThan(EMPTIED_AT + 2 * MINUTES);
		pass(night, 10 * MINUTES);
		const flood = raised(seen(night));
		expect(flood.length).toBeGreaterThan(120);
		expect(flood.findIndex(({id}) => id === TELLING_ALERT)).toBeGreaterThan(100);
	});

	test('does not, where alarms have priorities: it is a page and on top', () => {
		const night = aNight({emptied: true, switches: ['alarm-priority']});
		pass(night, EMPTIED_AT + 14 * MINUTES);
		expect(raised(seen(night))[0]).toMatchObject({id: TELLING_ALERT, severity: 'page'});
	});

	test('can be acknowledged by group, and shelved with the one that matters in it', () => {
		const night = aNight({emptied: true});
		pass(night, EMPTIED_AT + 10 * MINUTES);
		give(night, 'ack', {alert: 'dynamodb'});
		give(night, 'shelve', {alert: 'dns-automation'});
		pass(night, 10);
		const alerts = raised(seen(night));
		const byGroup = (group: string) => alerts.filter(alert => alert.group === group);
		expect(byGroup('dynamodb').length).toBeGreaterThan(10);
		expect(byGroup('dynamodb').every(({acknowledgedBy}) => acknowledgedBy === 'ana')).toBe(true);
		expect(byGroup('services').some(({acknowledgedBy}) => acknowledgedBy !== null)).toBe(false);
		expect(byGroup('dns-automation')).toEqual([]);
		pass(night, 3_600);
		expect(raised(seen(night)).some(({id}) => id === TELLING_ALERT)).toBe(true);
	});
});

test('alarms that come and go for a day stay within their limit', () => {
	const night = aNight();
	const {output} = night.world.network;
	pass(night, 60);
	for (let round = 0; round < 600; round++) {
		output.inflowPerSecond = (round % 2 === 0 ? 2 : 0.5) * output.capacityPerSecond;
		stare(night, 150);
	}
	expect(seen(night).alerts.length).toBeLessThanOrEqual(ALERTS_MAX);
	expect(seen(night).alerts.length).toBeGreaterThan(200);
});
