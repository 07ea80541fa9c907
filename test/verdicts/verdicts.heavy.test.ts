import {describe, expect, test} from 'vitest';
import {hostsStuckIfRestoredNow} from '../../src/sim/dwfm/index.ts';
import {milestoneAt, type World} from '../../src/sim/index.ts';
import {negativeSecondsOf} from '../../src/sim/resolvers/index.ts';
import {repairedAlone} from './nights.ts';
import {LEVEL, live, ordersIn, ordersOf, timeOf, type Given, type Night} from './october.ts';

// A quick slice of `npm run verdicts`: what was untrue in 0.1.0, one night or two for each.

const TIMEOUT = {timeout: 240_000};

function night(orders: readonly Given[], more: Partial<Night> = {}): Night {
	return {seed: LEVEL.seed, sample: 0, orders, ...more};
}

const day = ordersOf('as-it-happened');
const unlearned = ordersOf('all-but-the-lesson');

describe('no verdict turns on a number that nobody published', () => {
	test.each([0.95, 1.05])('Network Manager at %s times its capacity', TIMEOUT, factor => {
		const numbers = {network: {capacityRatio: 2.1 * factor}};
		const textbook = live(night(ordersOf('textbook'), {numbers}));
		const without = live(night(unlearned, {numbers}));
		expect(textbook.won).toBe(true);
		expect(without.won).toBe(false);
		expect(without.harm).toBeGreaterThan(1.2 * textbook.harm);
	});
});

test('the later the name is repaired, all else equal, the more harm there is', TIMEOUT, () => {
	const harms = [0, 30, 90, 195].map(minutes => live(night(repairedAlone(minutes))).harm);
	expect(harms).toEqual([...harms].sort((a, b) => a - b));
	expect(harms.at(-1)).toBeGreaterThan(1.1 * harms[0]!);
});

test('a fix that protects the fleet is never harmful alone', TIMEOUT, () => {
	const until = '10:00:00';
	const orders = repairedAlone(65);
	const none = live(night(orders, {until})).harm;
	for (const fix of [
		'drop-expired',
		'jittered-release',
		'lease-grace',
		'dwfm-no-dynamodb',
	] as const) {
		expect(live(night(orders, {until, switches: [fix]})).harm, fix).toBeLessThan(1.02 * none);
	}
});

test('a fleet that lost three quarters of its managers serves about a quarter', TIMEOUT, () => {
	const numbers = {network: {capacityRatio: 50}};
	let [stuck, startedPerSecond, wanted] = [0, 0, 0];
	live(night(repairedAlone(10), {numbers, until: '04:00:00'}), ({dwfm, launches}) => {
		stuck = dwfm.output.hostsStuck;
		startedPerSecond = dwfm.output.startedPerSecond;
		wanted = launches.output.requestsPerSecond;
	});
	expect(stuck).toBeGreaterThan(55);
	expect(wanted).toBeGreaterThan(20 * startedPerSecond);
	// Forty places a host, each held for half a minute.
	expect(startedPerSecond / (((100 - stuck) * 40) / 30)).toBeCloseTo(1, 0);
});

test('the API keeps its buckets when the throttle is lifted on a waiting herd', TIMEOUT, () => {
	const lifted = ordersIn('05:27:00 throttle launches off\n05:27:00 throttle terminations off');
	const orders = [...day.filter(({at}) => at < timeOf('05:27:00')), ...lifted];
	let [most, asked] = [0, 0];
	live(night(orders, {until: '05:40:00'}), ({now, launches}) => {
		if (now < timeOf('05:29:00')) return;
		most = Math.max(most, launches.output.admittedPerSecond / launches.output.demandPerSecond);
		asked = Math.max(asked, launches.output.requestsPerSecond / launches.output.demandPerSecond);
	});
	expect(asked).toBeGreaterThan(50);
	expect(most).toBeCloseTo(3, 6);
});

test.each(['00:45', '01:15', '01:40'])(
	'the probe is on no false safe side at %s',
	TIMEOUT,
	clock => {
		const at = timeOf(`${clock}:00`);
		const orders = ordersIn(`23:21:00 page dynamodb\n23:50:00 break glass access
			${clock}:00 repoint all rollback`);
		const numbers = {dns: {handEditSeconds: 1, handEditBlindSeconds: 1}};
		let [foreseen, seen] = [-1, -1];
		live(night(orders, {numbers}), world => {
			if (world.now === at) foreseen = probe(world);
			if (world.now === at + 3_600) seen = world.dwfm.output.hostsStuck;
			if (seen >= 0) world.ending ??= {at: world.now, won: false, why: 'seen enough'};
		});
		expect(foreseen).toBeGreaterThanOrEqual(seen);
		expect(seen).toBeGreaterThan(0);
	},
);

function probe({dwfm, launches, derived}: World): number {
	return hostsStuckIfRestoredNow(dwfm, derived.setups.dwfm, {
		probesPerSecond: launches.output.probesOnReturnPerSecond,
		placedPerSecond: launches.output.placeableOnReturnPerSecond,
		keepSeconds: negativeSecondsOf(derived.setups.resolvers),
	});
}

test('more propagation workers are no way around the lesson', TIMEOUT, () => {
	const boost = ordersIn('23:55:00 page network\n00:25:00 boost network on');
	const boosted = live(night([...unlearned, ...boost]));
	const without = live(night(unlearned));
	expect(boosted.won).toBe(false);
	expect(boosted.harm / without.harm).toBeGreaterThan(0.95);
});

describe('retries without a budget', () => {
	const told = ordersIn('00:10:00 advise retry on');
	const recovered = (orders: readonly Given[], until: string) => {
		let at: number | null = null;
		live(night(orders, {until}), world => {
			at = milestoneAt(world, 'dynamodb-recovered');
		});
		return at;
	};

	test('keep DynamoDB’s front end overloaded after its name is back', TIMEOUT, () => {
		expect(recovered(day, '03:00:00')).not.toBeNull();
		expect(recovered([...day, ...told], '08:00:00')).toBeNull();
	});

	test('let go of it once customers are told to stop', TIMEOUT, () => {
		const taken = ordersIn('03:00:00 advise retry off');
		expect(recovered([...day, ...told, ...taken], '05:00:00')).not.toBeNull();
	});
});
