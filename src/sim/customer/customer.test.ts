import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {sampleParameters} from '../../../test/robustness/sample.ts';
import {
	anyShare,
	expectShares,
	expectToGoOnFromASave,
	standFor,
} from '../../../test/support/stand.ts';
import {customer, type CustomerInputs} from './index.ts';

const NOON = 43_200;
const WELL: CustomerInputs = {secondsOfDay: NOON, storeErrors: 0, launchSuccess: 1, lagSeconds: 0};
const GONE = {storeErrors: 1, launchSuccess: 0};
/** What stays of such a day: DynamoDB is well, and nothing can be launched. */
const AFTER = {launchSuccess: 0};

const aRun = standFor(customer, WELL);
type Run = ReturnType<typeof aRun>;
type Order = readonly [id: string, args?: Readonly<Record<string, string | number>>];

const KEEP: readonly Order[] = [['pause-fleet-scale-in'], ['pause-deploys']];
const HOLD: readonly Order[] = [['hold-replays']];
const BUDGET: readonly Order[] = [['budget-retries', {percent: 10}]];

function obeying(run: Run, orders: readonly Order[]): Run {
	for (const [id, args] of orders) expect(run.obey(id, args)).toMatchObject({ok: true});
	return run;
}

/** An hour of a busy day, so long without DynamoDB and launches, then so long without launches alone. */
function aDay(
	orders: readonly Order[],
	outSeconds = 2_700,
	afterSeconds = 2_700,
	run = aRun(),
): Run {
	run.pass(3_600);
	expect(run.output.errors).toBeLessThan(0.001);
	obeying(run, orders);
	run.pass(outSeconds, GONE);
	run.pass(afterSeconds, AFTER);
	return run;
}

describe('a collapse of one’s own', () => {
	test('goes on when what began it is over, and ends with the servers that it lacked', () => {
		const run = aDay([]);
		expect(run.output.awsErrors).toBe(0);
		expect(run.output.errors).toBeGreaterThan(0.4);
		expect(run.output.load).toBeGreaterThan(1.5);
		run.pass(3_600, AFTER);
		expect(run.output.errors).toBeGreaterThan(0.4);
		run.pass(1_800);
		expect(run.output.errors).toBeLessThan(0.01);
	});

	test('does not come to a fleet that was kept, nor without a trigger to one that was not', () => {
		expect(aDay(KEEP).output.errors).toBeLessThan(0.01);
		expect(aDay([], 0).output.errors).toBeLessThan(0.01);
	});

	test('needs no more than a trigger that lasts: the same servers and users are well or ill', () => {
		const [well, ill] = [aRun(), aRun()];
		for (const run of [well, ill]) {
			obeying(run, KEEP);
			run.pass(600);
			run.state.servers[0] = 1.35;
			run.pass(600, AFTER);
			expect(run.output.errors).toBeLessThan(0.01);
		}
		ill.pass(60, {...AFTER, storeErrors: 1});
		ill.pass(900, GONE);
		for (const run of [well, ill]) run.pass(1_200, AFTER);
		expect([...well.state.servers]).toEqual([...ill.state.servers]);
		expect(well.output.errors).toBeLessThan(0.01);
		expect(ill.output.errors).toBeGreaterThan(0.3);
	});

	test('is made of retries: a budget cuts it, and costs users in a partial failure', () => {
		const amplified = aDay(HOLD, 900, 0);
		const cut = aDay([...HOLD, ...BUDGET], 900, 0);
		expect(amplified.output.retries).toBeGreaterThan(2);
		expect(cut.output.retries).toBeLessThanOrEqual(0.1);
		const partial = {storeErrors: 0.5};
		const [open, limited] = [aRun(), obeying(aRun(), BUDGET)];
		for (const run of [open, limited]) run.pass(300, partial);
		expect(limited.output.errors).toBeGreaterThan(open.output.errors + 0.05);
	});

	test('ends when the loop is cut, though no server has come', () => {
		const run = aDay([], 1_800, 1_800);
		expect(run.output.errors).toBeGreaterThan(0.3);
		run.obey('budget-retries', {percent: 10});
		run.obey('shed-traffic', {priority: 'free'});
		run.pass(900, AFTER);
		run.obey('shed-traffic', {priority: 'none'});
		run.pass(900, AFTER);
		expect(run.output.errors).toBeLessThan(0.01);
	});

	test('is begun by a replay of jobs, on a fleet that was well', () => {
		const held = aDay([...KEEP, ...HOLD]);
		held.state.servers[0] = 1.5;
		held.pass(1_200, AFTER);
		expect(held.output.errors).toBeLessThan(0.01);
		const slowly = held.reloaded();
		held.obey('replay-jobs', {percent: 500});
		slowly.obey('replay-jobs', {percent: 50});
		for (const run of [held, slowly]) run.pass(600, AFTER);
		expect(held.output.errors).toBeGreaterThan(0.3);
		expect(slowly.output.errors).toBeLessThan(0.01);
	});
});

describe('with every number up to a tenth off, all at once', () => {
	const samples = Array.from({length: 60}, (_, sample) =>
		sampleParameters(sample, {name: 'company', spread: 0.1}),
	);

	test('a fleet that was kept is well when DynamoDB is, and one that was not is not', () => {
		const after = (orders: readonly Order[]) =>
			samples.map(({customer: numbers}) => {
				const run = aDay(orders, 2_700, 2_700, aRun([], numbers));
				return run.output.errors;
			});
		expect(Math.max(...after([...KEEP, ...HOLD]))).toBeLessThan(0.05);
		expect(Math.min(...after([]))).toBeGreaterThan(0.2);
	});
});

describe('what gives servers away', () => {
	test.each([
		['neither', KEEP, 0],
		['scale-in', KEEP.slice(1), 0.3],
		['a roll-out', KEEP.slice(0, 1), 0.2],
	])('%s: what is lost while nothing can be launched does not come back', (_, paused, lost) => {
		const run = aDay([...paused, ...HOLD, ...BUDGET], 3_000, 0);
		const kept = aDay([...KEEP, ...HOLD, ...BUDGET], 3_000, 0);
		const share = 1 - run.state.servers[0]! / kept.state.servers[0]!;
		if (lost === 0) expect(share).toBe(0);
		else expect(share).toBeGreaterThan(lost);
	});
});

describe('the standby', () => {
	test('moved to at once, fails whom it has no servers for; session by session, it keeps up', () => {
		const worst = (sessions: string) => {
			const run = obeying(aRun(), [['fail-over', {sessions}]]);
			let most = 0;
			for (let minute = 0; minute < 60; minute++) {
				run.pass(60);
				most = Math.max(most, run.output.errors);
			}
			expect(run.output.awayShare).toBeGreaterThan(0.8);
			return most;
		};
		expect(worst('all')).toBeGreaterThan(0.5);
		expect(worst('new')).toBeLessThan(0.1);
	});

	test('answers with data as old as replication is behind', () => {
		const run = obeying(aRun(), [['come-back', {percent: 50}]]);
		run.pass(600, {lagSeconds: 300});
		expect(run.output.staleShare).toBeCloseTo(0.25, 2);
		run.obey('come-back', {percent: 100});
		run.pass(600, {lagSeconds: 300});
		expect(run.output.staleShare).toBeLessThan(0.01);
	});
});

describe('vendors in the same Region', () => {
	test('flags take long by hand, and the pager is silent while it burns', () => {
		const run = aRun();
		expect(run.validate('shed-traffic', {priority: 'free'})).toMatchObject({seconds: 60});
		run.pass(900, GONE);
		expect(run.output).toMatchObject({flagsDown: true, pagerDown: true, pagedErrors: 0});
		expect(run.output.errors).toBeGreaterThan(0.5);
		expect(run.validate('shed-traffic', {priority: 'free'})).toMatchObject({seconds: 900});
		run.pass(60);
		expect(run.output).toMatchObject({flagsDown: false, pagerDown: false});
	});

	test('the status page cannot be written until it is moved, and a false word is counted', () => {
		const run = aRun();
		run.pass(900, GONE);
		expect(run.obey('tell-customers', {what: 'cause-unknown'})).toMatchObject({code: 'page-down'});
		expect(run.output.untoldSeconds).toBeGreaterThan(300);
		run.obey('move-status-page');
		run.pass(1, GONE);
		run.obey('tell-customers', {what: 'cause-unknown'});
		run.pass(1, GONE);
		expect(run.output).toMatchObject({untoldSeconds: 1, falseWords: 0});
		run.obey('tell-customers', {what: 'restored'});
		expect(run.output.falseWords).toBe(1);
	});
});

describe('shedding', () => {
	test('costs what those are worth who are turned away, and makes room', () => {
		const run = obeying(aRun(), [['shed-traffic', {priority: 'free'}]]);
		run.pass(60);
		const free = run.output.errors;
		run.obey('shed-traffic', {priority: 'most'});
		run.pass(60);
		expect(free).toBeGreaterThan(0.1);
		expect(run.output.errors).toBeGreaterThan(free + 0.2);
		expect(run.output.load).toBeLessThan(0.3);
	});
});

test.each([
	['shed-traffic', {priority: 'none'}],
	['resume-deploys', {}],
	['resume-fleet-scale-in', {}],
])('%s is refused while it changes nothing', (id, args) => {
	expect(aRun().obey(id, args)).toMatchObject({ok: false});
});

test('whatever happens and whatever is done, shares are shares and nothing is negative', () => {
	const order = fc.constantFrom<Order>(
		['pause-fleet-scale-in'],
		['hold-replays'],
		['replay-jobs', {percent: 500}],
		['budget-retries', {percent: 50}],
		['shed-traffic', {priority: 'most'}],
		['shed-traffic', {priority: 'none'}],
		['fail-over', {sessions: 'all'}],
		['fail-over', {sessions: 'new'}],
		['come-back', {percent: 30}],
	);
	const hour = fc.record({
		order,
		inputs: fc.record({
			secondsOfDay: fc.integer({min: 0, max: 86_399}),
			storeErrors: anyShare,
			launchSuccess: anyShare,
			lagSeconds: fc.integer({min: 0, max: 20_000}),
		}),
	});
	fc.assert(
		fc.property(fc.array(hour, {maxLength: 12}), hours => {
			const run = aRun();
			for (const {
				order: [id, args],
				inputs,
			} of hours) {
				run.obey(id, args);
				run.pass(400, inputs);
				const {output, state} = run;
				expectShares([
					...[output.errors, output.pagedErrors, output.serversMissing, output.cacheMisses],
					...[output.jobsMissed, output.shedShare, output.awayShare, output.staleShare],
					...[output.untoldShare, ...state.felt, ...state.misses, state.present],
				]);
				const least = [output.load, output.standbyLoad, output.retries, output.jobsWaitingSeconds];
				expect(Math.min(...least, ...state.servers)).toBeGreaterThanOrEqual(0);
				expect(Math.max(...state.servers)).toBeLessThan(2.3);
			}
		}),
		{numRuns: 30},
	);
});

test('a saved state goes on as if nothing had happened', () => {
	const run = aRun();
	run.pass(1_000, {storeErrors: 0.7, launchSuccess: 0.2});
	expectToGoOnFromASave(run);
});
