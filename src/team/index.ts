export {leadOf} from './decide.ts';
export {NO_PLAN, planSeen, type PlanServed} from './planned.ts';
export {SERVER} from './serve.ts';
export type {Division, SeatView} from './laid.ts';
export {openTable, type Table, type WayBack} from './table.ts';
export * from './wire/index.ts';
