import {describe, expect, it} from 'vitest';
import type {Switch} from '../../src/sim/kernel/index.ts';
import {
	AS_IT_HAPPENED,
	at,
	clockOf,
	FAILING,
	inOrder,
	runRecovery,
	timed,
	watchMilestones,
	type Milestones,
	type RecoverySettings,
	type TimedOrder,
} from './recovery.driver.ts';

type Measured = {
	readonly found: Milestones;
	readonly first: number | null;
	readonly last: number | null;
	readonly peak: number;
	readonly errorMinutes: number;
	readonly peakLatencySeconds: number;
	readonly waiting: number;
};

function measure(settings: RecoverySettings = {}): Measured {
	const {found, watch} = watchMilestones();
	let first: number | null = null;
	let last: number | null = null;
	let peak = 0;
	let errorMinutes = 0;
	let peakLatencySeconds = 0;
	const {network} = runRecovery({
		...settings,
		watch: recovery => {
			watch(recovery);
			const {customerErrors} = recovery.balancers.output;
			if (customerErrors > FAILING) {
				first ??= recovery.now;
				last = recovery.now;
			}
			peak = Math.max(peak, customerErrors);
			errorMinutes += customerErrors / 60;
			peakLatencySeconds = Math.max(peakLatencySeconds, recovery.network.output.latencySeconds);
		},
	});
	const waiting = network.output.backlog;
	return {found, first, last, peak, errorMinutes, peakLatencySeconds, waiting};
}

const historical = measure();

/** Minutes after the record's time; negative is before it. */
function minutesAfter(now: number | null, clock: string): number {
	return now === null ? Infinity : (now - at(clock)) / 60;
}

describe('the recovery as it happened', () => {
	it.each<[keyof Milestones, string]>([
		['launchesSucceed', '05:28'],
		['errorsStart', '05:30'],
		['latencyElevated', '06:21'],
		['checksDegraded', '06:52'],
		['errorsEnd', '09:36'],
		['latencyNormal', '10:36'],
		['ec2Normal', '13:50'],
	])('reaches %s within twelve minutes of %s', (name, clock) => {
		const late = minutesAfter(historical.found[name], clock);
		expect(Math.abs(late), clockOf(historical.found[name])).toBeLessThan(12);
	});

	it('turns away many more requests than it lets in until the throttles are relaxed', () => {
		const {launches} = runRecovery({until: at('08:00')});
		const {limitedPerSecond, admittedPerSecond, placedPerSecond} = launches.output;
		expect(limitedPerSecond).toBeGreaterThan(20 * admittedPerSecond);
		expect(placedPerSecond / admittedPerSecond).toBeGreaterThan(0.99);
	});

	it('keeps errors away after failover is resumed at 14:09', () => {
		const {balancers} = runRecovery();
		expect(balancers.output.failoverOn).toBe(true);
		expect(historical.last).toBeLessThan(at('09:45'));
	});

	it('hurts AWS’s own services half an hour after the first customers at least', () => {
		let first = 0;
		runRecovery({
			until: at('08:31'),
			watch: ({now, balancers}) => {
				if (first === 0 && balancers.output.internalErrors > 0.005) first = now;
			},
		});
		expect(first - historical.found.errorsStart!).toBeGreaterThan(30 * 60);
	});
});

const PAUSE = 'pause-nlb-failover';
const RESUME = 'resume-nlb-failover';
const WITHOUT_PAUSE = AS_IT_HAPPENED.filter(({order}) => !order.id.includes('failover'));

function balanced(orders: readonly TimedOrder[], switches: readonly Switch[] = []): Measured {
	return measure({orders: inOrder([...WITHOUT_PAUSE, ...orders]), switches});
}

describe('the load balancer loop (model 9)', () => {
	const never = balanced([]);

	it('goes on until after the network is normal when failover is never paused', () => {
		expect(never.last).toBeGreaterThan(at('10:20'));
		expect(never.errorMinutes).toBeGreaterThan(1.2 * historical.errorMinutes);
		expect(never.peak).toBeGreaterThan(0.06);
	});

	it('stays mild under velocity control', () => {
		const limited = balanced([], ['nlb-velocity-control']);
		expect(limited.peak).toBeLessThan(never.peak / 3);
		expect(limited.errorMinutes).toBeLessThan(never.errorMinutes / 3);
	});

	it('does not begin where targets wait for their network', () => {
		const gated = balanced([], ['nlb-gate-on-network']);
		expect(gated.first).toBeNull();
	});

	it('ends within minutes of a pause on detection', () => {
		const detected = balanced([timed('06:52', PAUSE)]);
		expect(minutesAfter(detected.last, '06:52')).toBeLessThan(5);
		expect(detected.errorMinutes).toBeLessThan(historical.errorMinutes / 3);
	});

	/** Paused before it begins, and never resumed. */
	const early = balanced([timed('05:28', PAUSE)]);

	it('hardly shows when failover is paused before it begins', () => {
		expect(early.errorMinutes).toBeLessThan(1);
		expect(early.peak).toBeLessThan(0.0025);
	});

	it('comes back when failover is resumed while the network is late', () => {
		const tooEarly = balanced([timed('06:52', PAUSE), timed('08:00', RESUME)]);
		expect(tooEarly.last).toBeGreaterThan(at('10:20'));
		expect(tooEarly.peak).toBeGreaterThan(0.06);
	});

	it('leaves dead capacity in DNS when failover stays off: small errors grow', () => {
		expect(early.last).toBe(at('16:00'));
		expect(early.found.errorsStart).toBeGreaterThan(at('12:00'));
	});

	it('is made worse by draining a zone', () => {
		const drained = balanced([timed('06:55', 'drain-zone', {zone: 'use1-az2'})]);
		expect(drained.errorMinutes).toBeGreaterThan(1.1 * never.errorMinutes);
	});

	it('is not helped in its first hours by more checker hosts', () => {
		const until = at('08:30');
		const scaled = measure({
			until,
			orders: inOrder([...WITHOUT_PAUSE, timed('06:40', 'scale-checks', {count: 40})]),
		});
		const plain = measure({until, orders: WITHOUT_PAUSE});
		expect(scaled.errorMinutes).toBeGreaterThan(plain.errorMinutes);
	});

	it('is calmed by holding registration and by patient checks', () => {
		const held = balanced([timed('06:30', 'hold-registration', {setting: 'on'})]);
		const patient = balanced([timed('05:50', 'threshold-checks', {count: 20})]);
		expect(held.errorMinutes).toBeLessThan(never.errorMinutes / 2);
		expect(patient.errorMinutes).toBeLessThan(never.errorMinutes);
	});
});

describe('the network', () => {
	it('is swamped for hours, and an hour deep at most, when nothing is throttled', () => {
		const open = measure({orders: []});
		expect(open.found.latencyNormal).toBeGreaterThan(open.found.latencyElevated! + 2 * 3600);
		expect(open.peakLatencySeconds).toBeLessThan(3600 + 300);
	});

	it('is swamped sooner, and until the afternoon, when throttles are lifted at 05:28', () => {
		const lifted = measure({
			orders: [
				...AS_IT_HAPPENED.filter(({clock}) => at(clock) < at('05:28')),
				timed('05:28', 'throttle-launches-off'),
				timed('05:28', 'throttle-terminations-off'),
			],
		});
		expect(lifted.found.latencyElevated).toBeLessThan(at('05:50'));
		expect(lifted.found.latencyNormal).toBeGreaterThan(at('12:00'));
	});

	it('drains once launches and terminations are throttled hard', () => {
		const before = AS_IT_HAPPENED.filter(({clock}) => at(clock) <= at('06:47'));
		const hard = measure({
			orders: [
				...before,
				timed('07:00', 'throttle-launches-percent', {share: 5}),
				timed('07:00', 'throttle-terminations-percent', {share: 5}),
			],
		});
		expect(hard.found.latencyNormal).toBeLessThan(at('09:36'));
	});

	it('takes longer when unreachable instances are terminated and launched again', () => {
		const again = measure({
			orders: inOrder([...AS_IT_HAPPENED, timed('07:00', 'terminate-unreachable')]),
		});
		expect(again.peakLatencySeconds).toBeGreaterThan(historical.peakLatencySeconds);
		expect(again.found.latencyNormal).toBeGreaterThan(historical.found.latencyNormal!);
	});

	it.each<Switch>(['queue-backpressure', 'network-priority'])(
		'never keeps new instances waiting for ten minutes with %s',
		fix => {
			const fixed = measure({switches: [fix]});
			expect(fixed.found.latencyElevated).toBeNull();
		},
	);

	it('paces itself without any throttle under queue-backpressure', () => {
		const paced = measure({orders: [], switches: ['queue-backpressure']});
		expect(paced.found.latencyElevated).toBeNull();
		expect(paced.waiting).toBeLessThan(1000);
	});
});
