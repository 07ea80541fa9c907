import fc from 'fast-check';
import {expect, test} from 'vitest';
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
