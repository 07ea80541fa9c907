import {
	BrokenInvariant,
	createAgenda,
	restoreInto,
	tick,
	type StepContext,
	type Setup,
} from '../kernel/index.ts';
import type {DwfmParameters} from './dwfm.parameters.ts';
import {advance} from './dwfm.step.ts';
import type {Dwfm, DwfmInputs} from './dwfm.types.ts';
import {createDwfm} from './fleet.ts';

const AHEAD_SECONDS = 2700;

/** A beat that nobody hears, for a state that is built only to be filled. */
const SILENCE: Omit<StepContext, 'now'> = {
	agenda: createAgenda(),
	streams: () => {
		throw new BrokenInvariant('a probe of the future draws no luck');
	},
	say: () => undefined,
};

/**
 * How many hosts would still be stuck 45 minutes after the store came back now, if nobody did anything
 * (model 11). `inputs` are held as they are. The state itself is not touched.
 */
export function hostsStuckIfRestoredNow(
	dwfm: Dwfm,
	setup: Setup<DwfmParameters>,
	inputs: Pick<DwfmInputs, 'probesPerSecond' | 'placedPerSecond'> = CALM,
): number {
	const ahead = createDwfm(setup, {...SILENCE, now: tick(dwfm.tick)});
	restoreInto(ahead, dwfm);
	const restored = {...inputs, storeEmpty: 0};
	for (let second = 1; second <= AHEAD_SECONDS; second++) {
		advance(ahead, restored, setup, dwfm.tick + second);
	}
	return ahead.output.hostsStuck;
}

/** Launches as on any day: 60 a second, three probes each. */
const CALM = {probesPerSecond: 180, placedPerSecond: 60};
