export {planSeen, type PlanServed} from './planned.ts';
export type {Division, SeatView} from './laid.ts';
export {openTable, type Table, type WayBack} from './table.ts';
export * from './wire/index.ts';
