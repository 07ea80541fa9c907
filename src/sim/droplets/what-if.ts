import {
	BrokenInvariant,
	createAgenda,
	fill,
	tick,
	type Beat,
	type Conditions,
} from '../kernel/index.ts';
import type {DropletsParameters} from './droplets.parameters.ts';
import {advance} from './droplets.step.ts';
import type {Droplets, DropletsInputs} from './droplets.types.ts';
import {createDroplets} from './fleet.ts';

const AHEAD_SECONDS = 2700;

/** A beat that nobody hears, for a state that is built only to be filled. */
const SILENCE: Omit<Beat, 'now'> = {
	agenda: createAgenda(),
	luck: () => {
		throw new BrokenInvariant('a probe of the future draws no luck');
	},
	say: () => undefined,
};

/**
 * How many hosts would still be stuck 45 minutes after the store came back now, if nobody did anything
 * (model 11). `inputs` are held as they are. The state itself is not touched.
 */
export function hostsStuckIfRestoredNow(
	x: Droplets,
	conditions: Conditions<DropletsParameters>,
	inputs: Pick<DropletsInputs, 'probesPerSecond' | 'placedPerSecond'> = CALM,
): number {
	const ahead = createDroplets(conditions, {...SILENCE, now: tick(x.tick)});
	fill(ahead, x);
	const restored = {...inputs, storeEmpty: 0};
	for (let second = 1; second <= AHEAD_SECONDS; second++) {
		advance(ahead, restored, conditions, x.tick + second);
	}
	return ahead.output.hostsStuck;
}

/** Launches as on any day: 60 a second, three probes each. */
const CALM = {probesPerSecond: 180, placedPerSecond: 60};
