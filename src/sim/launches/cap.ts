import type {Mode, Setup} from '../kernel/index.ts';
import type {LaunchesParameters} from './launches.parameters.ts';
import type {Cap, Launches, LaunchesInputs} from './launches.types.ts';

/** What a throttle lets through in a second of an hour with this demand. */
export function capOf(throttle: Mode, cap: Cap, demandPerSecond: number): number {
	if (throttle.value === 'open') return Infinity;
	switch (cap.kind) {
		case 'none':
			return Infinity;
		case 'rate':
			return cap.value;
		case 'share':
			return cap.value * demandPerSecond;
	}
}

/** How fast the queue-backpressure fix closes and opens, as a share of itself in a second. */
const CLOSING = 0.01;
const OPENING = 0.001;
/** The fix never shuts the door: without new work nothing would tell it that the queue has gone. */
const PACE_MIN = 0.02;

/** AWS's own fix, where it is on: work is let in only as far as the network's queue allows. */
export function keepPace(
	launches: Launches,
	inputs: LaunchesInputs,
	setup: Setup<LaunchesParameters>,
): void {
	if (!setup.switches['queue-backpressure']) return;
	const late = inputs.networkLatencySeconds > setup.parameters.paceLatencySeconds;
	const next = launches.pace * (late ? 1 - CLOSING : 1 + OPENING);
	launches.pace = Math.min(1, Math.max(PACE_MIN, next));
}

/** What the fix lets in: at full pace everything, below it a multiple of demand. */
export function pacedRate(launches: Launches, multiple: number): number {
	if (launches.pace === 1) return Infinity;
	return launches.pace * multiple * launches.output.demandPerSecond;
}
