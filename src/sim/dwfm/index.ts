import {subsystem} from '../kernel/index.ts';
import {DWFM_FAULTS} from './dwfm.faults.ts';
import {DWFM_PARAMETERS} from './dwfm.parameters.ts';
import {DWFM_ORDERS} from './dwfm.orders.ts';
import {createDwfm} from './fleet.ts';
import {stepDwfm} from './dwfm.step.ts';
import {DWFM_CHARTS} from './dwfm.machine.ts';

export {createDwfm} from './fleet.ts';
export {DWFM_FAULTS} from './dwfm.faults.ts';
export {stepDwfm} from './dwfm.step.ts';
export {DWFM_PARAMETERS, type DwfmParameters} from './dwfm.parameters.ts';
export {DWFM_ORDERS} from './dwfm.orders.ts';
export {marginOf} from './margin.ts';
export {hostsStuckIfRestoredNow} from './what-if.ts';
export {HOST_MODES, type HostMode} from './dwfm.machine.ts';
export {zoneOf} from './dwfm.types.ts';
export type {Dwfm, DwfmInputs, DwfmOutput} from './dwfm.types.ts';

/** The droplet managers and the leases they keep. */
export const dwfm = subsystem({
	parameters: DWFM_PARAMETERS,
	charts: DWFM_CHARTS,
	orders: DWFM_ORDERS,
	faults: DWFM_FAULTS,
	inputs: () => ({
		storeEmpty: 0,
		probesPerSecond: 0,
		probesOnReturnPerSecond: 0,
		placedPerSecond: 0,
	}),
	create: createDwfm,
	step: stepDwfm,
});
