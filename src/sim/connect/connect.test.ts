import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {
	anyShare,
	at,
	expectShares,
	expectToGoOnFromASave,
	line,
	standFor,
	underAny,
} from '../../../test/support/stand.ts';
import {connect, type ConnectInputs} from './index.ts';

const WELL: ConnectInputs = {storeErrors: 0, balancerErrors: 0, functionErrors: 0};

const aRun = standFor(connect, WELL);

/** What Connect met that night, from the store, from the balancers, and from Lambda. */
function thatNight(now: number): ConnectInputs {
	const lost = line(now, [1692, 0], [1992, 0.4], [2592, 0.8], [at(0, 40), 1]);
	return {
		storeErrors: now < at(2, 25) ? lost : line(now, [at(2, 25), 1], [at(2, 40), 0]),
		balancerErrors: line(now, [at(6, 50), 0], [at(7, 15), 0.08], [at(9, 35), 0.09], [at(9, 38), 0]),
		functionErrors:
			now < at(4, 40)
				? line(now, [1692, 0], [at(0, 10), 0.8], [at(2, 25), 0.83], [at(2, 40), 0.15])
				: line(now, [at(7, 4), 0], [at(7, 30), 0.27], [at(10, 20), 0.25], [at(11, 27), 0]),
	};
}

test('the night of Connect has its two waves', () => {
	const run = aRun();
	const calls: number[] = [];
	const chats: number[] = [];
	for (let now = 1; now <= at(14, 20); now++) {
		calls[now - 1] = run.output.callErrors;
		chats[now - 1] = run.output.chatErrors;
		run.pass(1, thatNight(now));
	}
	expect(calls[at(0, 20)]).toBeGreaterThan(0.5);
	expect(calls[at(2, 48)]).toBeLessThan(0.02);
	expect(chats[at(4, 30)]).toBeGreaterThan(0.05);
	expect(chats[at(5, 0)]).toBeLessThan(0.02);
	expect(calls[at(6, 45)]).toBeLessThan(0.01);
	expect(calls[at(7, 10)]).toBeGreaterThan(0.04);
	expect(calls[at(12, 0)]).toBeGreaterThan(0.05);
	expect(calls[at(13, 20)]).toBeLessThan(0.04);
	expect(calls[at(14, 15)]).toBeLessThan(0.02);
});

test('agents cut off by balancers come back only once Lambda is well', () => {
	const run = aRun();
	run.pass(9000, {balancerErrors: 0.1});
	const out = run.state.agentsOutShare;
	expect(out).toBeGreaterThan(0.1);
	run.pass(3600, {functionErrors: 0.3});
	expect(run.state.agentsOutShare).toBe(out);
	run.pass(10_800);
	expect(run.state.agentsOutShare).toBeLessThan(out / 10);
});

describe('while the functions that flows call fail', () => {
	const FAIL = {functionErrors: 0.6};

	function cutOff(...orders: readonly (readonly [id: string, args: Record<string, string>])[]) {
		const run = aRun();
		run.state.agentsOutShare = 0.7;
		run.pass(600, FAIL);
		for (const [id, args] of orders) expect(run.obey(id, args)).toMatchObject({ok: true});
		return run;
	}

	test('agents come back through flows that call none, and only through those', () => {
		const waiting = cutOff();
		const acting = cutOff(['switch-flows', {branch: 'static'}]);
		for (const run of [waiting, acting]) run.pass(3600, FAIL);
		expect(waiting.state.agentsOutShare).toBe(0.7);
		expect(acting.state.agentsOutShare).toBeLessThan(0.3);
		expect(acting.output.callErrors).toBeLessThan(waiting.output.callErrors / 2);
	});

	test('callbacks are owed until agents are there to make them', () => {
		const run = cutOff(['offer-callbacks', {state: 'on'}]);
		const before = run.output.callErrors;
		run.pass(1200, FAIL);
		expect(run.output.callErrors).toBeLessThan(before - 0.1);
		expect(run.state.callbacksOwedSeconds).toBeGreaterThan(100);
		run.obey('offer-callbacks', {state: 'off'});
		run.obey('switch-flows', {branch: 'static'});
		run.pass(3600, FAIL);
		expect(run.state.callbacksOwedSeconds).toBe(0);
	});

	test('nobody takes another promise once half an hour of calls is owed', () => {
		const run = cutOff(['offer-callbacks', {state: 'on'}]);
		run.state.agentsOutShare = 1;
		run.pass(20_000, FAIL);
		expect(run.state.callbacksOwedSeconds).toBeLessThan(1_801);
		expect(run.output.callErrors).toBeGreaterThan(0.5);
	});
});

test.each([
	['switch-flows', {branch: 'static'}, {branch: 'lambda'}],
	['play-message', {state: 'on'}, {state: 'off'}],
])('%s costs something while nothing is wrong, and nothing once taken back', (id, set, lift) => {
	const run = aRun();
	expect(run.obey(id, lift)).toMatchObject({code: 'no-change'});
	run.obey(id, set);
	run.pass(3600);
	expect(run.output.callErrors).toBeGreaterThan(0.02);
	run.obey(id, lift);
	run.pass(3600);
	expect(run.output.callErrors).toBeLessThan(0.001);
});

test('the loss of the store cuts off no agent', () => {
	const run = aRun();
	run.pass(9000, {storeErrors: 1, functionErrors: 0.8});
	expect(run.state.agentsOutShare).toBe(0);
	expect(run.facts.map(({kind}) => kind)).toEqual(['contacts-failing']);
});

test('shares stay shares, whatever the inputs', () => {
	const inputs = fc.record({
		storeErrors: anyShare,
		balancerErrors: anyShare,
		functionErrors: anyShare,
	});
	underAny(aRun, inputs, {seconds: 300}, run => expectShares(Object.values(run.output)));
});

test('a saved state goes on as if nothing had happened', () => {
	const run = aRun();
	run.pass(1000, {storeErrors: 0.7, balancerErrors: 0.1, functionErrors: 0.4});
	expectToGoOnFromASave(run);
});
