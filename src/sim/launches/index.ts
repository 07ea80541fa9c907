export {LAUNCHES_CHARTS} from './launches.machine.ts';
export {carryOutLaunches, LAUNCHES_ORDERS, weighLaunches} from './launches.orders.ts';
export {LAUNCHES_PARAMETERS, type LaunchesParameters} from './launches.parameters.ts';
export {createLaunches, deliverLaunches, stepLaunches} from './launches.step.ts';
export type {Cap, Launches, LaunchesInputs, LaunchesOutput} from './launches.types.ts';
