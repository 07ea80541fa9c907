import {subsystem} from '../kernel/index.ts';
import {LAUNCHES_FAULTS} from './launches.faults.ts';
import {LAUNCHES_PARAMETERS} from './launches.parameters.ts';
import {LAUNCHES_ORDERS} from './launches.orders.ts';
import {createLaunches, stepLaunches} from './launches.step.ts';
import {LAUNCHES_CHARTS} from './launches.machine.ts';

export {elsewhereOf, type Elsewhere} from './elsewhere.ts';
export {LAUNCHES_ORDERS} from './launches.orders.ts';
export {LAUNCHES_PARAMETERS, type LaunchesParameters} from './launches.parameters.ts';
export {createLaunches, stepLaunches} from './launches.step.ts';
export type {Cap, Launches, LaunchesInputs, LaunchesOutput} from './launches.types.ts';

/** EC2's API: launches and terminations. */
export const launches = subsystem({
	parameters: LAUNCHES_PARAMETERS,
	charts: LAUNCHES_CHARTS,
	orders: LAUNCHES_ORDERS,
	faults: LAUNCHES_FAULTS,
	inputs: () => ({
		secondsOfDay: 0,
		storeErrors: 0,
		leasedShare: 0,
		places: 0,
		startedPerSecond: 0,
		workflowsLostPerSecond: 0,
		networkLatencySeconds: 0,
		advice: {retryHard: false, pinZone: false},
	}),
	create: createLaunches,
	step: stepLaunches,
});
