export {leadOf} from './decide.ts';
export {NO_PLAN, planSeen, type PlanServed} from './planned.ts';
export {SERVER} from './serve.ts';
export {openTable, type Division, type SeatView, type Table, type WayBack} from './table.ts';
export * from './wire/index.ts';
