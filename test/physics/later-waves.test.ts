import {expect, test} from 'vitest';
import type {World} from '../../src/sim/index.ts';
import {LEVEL, live, ordersOf, timeOf} from '../verdicts/october.ts';

// What came later that night, beside the record, with the day's own orders (canon 1.1). The minutes allowed are how near
// the model comes, and README shows the same: balancers fail early, and so what stands behind them does.

type Wave = 'sts' | 'lambda' | 'connect' | 'support' | 'containers';

const FAILING: Readonly<Record<Wave, (world: World) => boolean>> = {
	sts: ({identity}) => identity.tokens.value === 'impaired',
	lambda: ({lambda}) => lambda.failing,
	connect: ({connect}) => connect.failing,
	support: ({support}) => support.output.lockedOutShare > 0.05,
	containers: ({containers}) => containers.blocked,
};

/** When each wave begins and ends, in turn. */
function changesOfTheDay(): ReadonlyMap<string, readonly number[]> {
	const was = new Map<string, boolean>();
	const changes = new Map<string, number[]>();
	live({seed: LEVEL.seed, sample: 0, orders: ordersOf('as-it-happened')}, world => {
		for (const [wave, failing] of Object.entries(FAILING)) {
			const now = failing(world);
			if (now !== (was.get(wave) ?? false)) {
				changes.set(wave, [...(changes.get(wave) ?? []), world.now]);
			}
			was.set(wave, now);
		}
	});
	return changes;
}

const changes = changesOfTheDay();

test.each<[Wave, string, number, string, number]>([
	['sts', 'begins', 0, '23:51', 5],
	['sts', 'ends', 1, '01:19', 5],
	['sts', 'begins again', 2, '08:31', 5],
	['sts', 'ends again', 3, '09:59', 5],
	['support', 'ends', 1, '02:40', 5],
	['lambda', 'begins again', 2, '07:04', 10],
	['lambda', 'ends again', -1, '11:27', 45],
	['connect', 'begins', 0, '23:56', 10],
	['connect', 'ends', 1, '05:00', 15],
	['connect', 'begins again', 2, '07:04', 25],
	['connect', 'ends again', 3, '13:20', 30],
	['containers', 'ends', 1, '14:20', 60],
])('%s %s (%i) at %s, give or take %i minutes', (wave, _, index, clock, minutes) => {
	const at = changes.get(wave)?.at(index) ?? Infinity;
	expect(Math.abs(at - timeOf(`${clock}:00`)) / 60).toBeLessThanOrEqual(minutes);
});
