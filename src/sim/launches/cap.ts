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

/** AWS's own fix, where it is on: work is let in only as far as the network's queue allows. */
export function keepPace(
	launches: Launches,
	inputs: LaunchesInputs,
	setup: Setup<LaunchesParameters>,
): void {
	if (!setup.switches['queue-backpressure']) return;
	const {paceLatencySeconds, paceClosing, paceOpening, paceMin} = setup.parameters;
	const late = inputs.networkLatencySeconds > paceLatencySeconds;
	const next = launches.pace * (late ? 1 - paceClosing : 1 + paceOpening);
	launches.pace = Math.min(1, Math.max(paceMin, next));
}

/** What the fix lets in: at full pace everything, below it a multiple of demand. */
export function pacedRate(launches: Launches, multiple: number): number {
	if (launches.pace === 1) return Infinity;
	return launches.pace * multiple * launches.output.demandPerSecond;
}
