export {LAUNCHES_CHARTS} from './launches.machine.ts';
export {applyLaunches, LAUNCHES_ORDERS, validateLaunches} from './launches.orders.ts';
export {LAUNCHES_PARAMETERS, type LaunchesParameters} from './launches.parameters.ts';
export {createLaunches, deliverLaunches, stepLaunches} from './launches.step.ts';
export type {Cap, Launches, LaunchesInputs, LaunchesOutput} from './launches.types.ts';
