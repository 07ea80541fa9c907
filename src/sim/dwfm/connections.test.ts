import {expect, test} from 'vitest';
import {createAgenda, randomStreams, switchesOn, tick, valuesOf} from '../kernel/index.ts';
import {createDwfm, DWFM_PARAMETERS, stepDwfm} from './index.ts';

const setup = {
	parameters: valuesOf(DWFM_PARAMETERS, {dropletsPerHost: 1000}),
	switches: switchesOn([]),
};

/** Lives through look-ups of which a share fails; says how many hosts are cut after each stretch. */
function cutAfter(seed: string, stretches: readonly (readonly [seconds: number, empty: number])[]) {
	const rng = randomStreams(seed);
	const ctxAt = (now: number) => ({
		now: tick(now),
		agenda: createAgenda(),
		streams: rng,
		say: () => undefined,
	});
	const dwfm = createDwfm(setup, ctxAt(0));
	let now = 0;
	return stretches.map(([seconds, storeEmpty]) => {
		for (const until = now + seconds; now < until;) {
			now++;
			const inputs = {
				storeEmpty,
				probesPerSecond: 0,
				probesOnReturnPerSecond: 0,
				placedPerSecond: 0,
			};
			stepDwfm(dwfm, inputs, setup, ctxAt(now));
		}
		return dwfm.output.hostsCut;
	});
}

test('hosts lose the store as their last pooled connection dies, whatever the seed', () => {
	for (const seed of ['6715', 'another']) {
		const [soon, median, late] = cutAfter(seed, [
			[900, 1],
			[3600, 1],
			[4600, 1],
		]);
		expect(soon).toBe(0);
		expect(median).toBeGreaterThan(45);
		expect(median).toBeLessThan(55);
		expect(late).toBeGreaterThanOrEqual(94);
	}
});

test('half the look-ups are enough to keep every pool filled', () => {
	expect(cutAfter('6715', [[20_000, 0.5]])).toEqual([0]);
});

test('cut hosts come back within five minutes of full answers, and slower on half of them', () => {
	const [cut, half, full] = cutAfter('6715', [
		[5400, 1],
		[150, 0],
		[151, 0],
	]);
	expect(half).toBeGreaterThan(0);
	expect(half).toBeLessThan(cut!);
	expect(full).toBe(0);
	const [, slowly] = cutAfter('6715', [
		[5400, 1],
		[301, 0.5],
	]);
	expect(slowly).toBeGreaterThan(0);
});

test('names that come back before a pool has died are as if they had never gone', () => {
	expect(
		cutAfter('6715', [
			[1000, 1],
			[600, 0],
			[1000, 1],
		]),
	).toEqual([0, 0, 0]);
});
