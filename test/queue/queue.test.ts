import {describe, expect, test} from 'vitest';
import {times} from '../support/sampled.ts';
import {erlangC, meanWait} from './erlang.ts';
import {simulate} from './queue.ts';

// A tick is a millionth of a second here, so that rounding to whole ticks is far below the tolerance.
const SERVERS = 2;
const MEAN_SERVICE = 50_000;
const LOAD = 1;
const CUSTOMERS = times(1_000_000, 3_000_000);

describe('a queue driven by the agenda and the draws', () => {
	test('waits as Erlang said in 1917, within 1 %', () => {
		const meanBetweenArrivals = MEAN_SERVICE / LOAD;
		const queue = {
			seed: 'erlang',
			servers: SERVERS,
			meanBetweenArrivals,
			meanService: MEAN_SERVICE,
		};
		const {waitedShare, meanWait: wait, meanLength} = simulate(queue, CUSTOMERS);
		const expectedWait = meanWait(SERVERS, LOAD, MEAN_SERVICE);
		expect(Math.abs(waitedShare / erlangC(SERVERS, LOAD) - 1)).toBeLessThan(0.01);
		expect(Math.abs(wait / expectedWait - 1)).toBeLessThan(0.01);
		// Arrivals see what time sees, so Little's law gives the length they meet.
		expect(Math.abs(meanLength / (expectedWait / meanBetweenArrivals) - 1)).toBeLessThan(0.01);
	});

	test.each([
		[1, 0.5, 0.5],
		[2, 1, 1 / 3],
		[10, 8, 0.409],
	])('the formula itself: %d servers, load %d: %d wait', (servers, load, share) => {
		expect(erlangC(servers, load)).toBeCloseTo(share, 3);
	});
});
