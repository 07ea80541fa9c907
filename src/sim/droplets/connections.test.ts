import {expect, test} from 'vitest';
import {createAgenda, luck, switchesOn, tick, valuesOf} from '../kernel/index.ts';
import {createDroplets, DROPLETS_PARAMETERS, stepDroplets} from './index.ts';

const conditions = {
	parameters: valuesOf(DROPLETS_PARAMETERS, {dropletsPerHost: 1000}),
	switches: switchesOn([]),
};

/** Lives through look-ups of which a share fails; says how many hosts are cut after each stretch. */
function cutAfter(seed: string, stretches: readonly (readonly [seconds: number, empty: number])[]) {
	const draws = luck(seed);
	const beatAt = (now: number) => ({
		now: tick(now),
		agenda: createAgenda(),
		luck: draws,
		say: () => undefined,
	});
	const x = createDroplets(conditions, beatAt(0));
	let now = 0;
	return stretches.map(([seconds, storeEmpty]) => {
		for (const until = now + seconds; now < until;) {
			now++;
			const inputs = {storeEmpty, probesPerSecond: 0, placedPerSecond: 0};
			stepDroplets(x, inputs, conditions, beatAt(now));
		}
		return x.output.hostsCut;
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
