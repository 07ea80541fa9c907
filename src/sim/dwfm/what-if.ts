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
import type {Dwfm} from './dwfm.types.ts';
import {createDwfm} from './fleet.ts';

const AHEAD_SECONDS = 2700;

/** A ctx that nobody hears, for a state that is built only to be filled. */
const SILENCE: Omit<StepContext, 'now'> = {
	agenda: createAgenda(),
	streams: () => {
		throw new BrokenInvariant('a probe of the future draws no luck');
	},
	say: () => undefined,
};

/** What a fleet meets when DynamoDB returns. */
export type Return = {
	/** Probes of everybody who waits for an instance, as the API lets them in. */
	readonly probesPerSecond: number;
	readonly placedPerSecond: number;
	/** How long resolvers keep the empty answer after the name has one again: until then hosts go on losing it. */
	readonly keepSeconds: number;
};

/**
 * How many hosts would still be stuck 45 minutes after the name had addresses again, if it had them now and
 * nobody did anything (model 11). What waits outside keeps knocking all that time, so that the count errs on
 * the dark side. The state itself is not touched.
 */
export function hostsStuckIfRestoredNow(
	x: Dwfm,
	setup: Setup<DwfmParameters>,
	{probesPerSecond, placedPerSecond, keepSeconds}: Return,
): number {
	const ahead = createDwfm(setup, {...SILENCE, now: tick(x.tick)});
	restoreInto(ahead, x);
	const emptyNow = x.crossed.storeEmpty;
	for (let second = 1; second <= AHEAD_SECONDS; second++) {
		const storeEmpty = emptyNow * Math.max(0, 1 - second / Math.max(1, keepSeconds));
		const inputs = {storeEmpty, probesPerSecond, placedPerSecond};
		advance(ahead, inputs, setup, x.tick + second);
	}
	return ahead.output.hostsStuck;
}
