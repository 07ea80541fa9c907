export {createRemote, type Remote, type Send, type Welcome} from './remote.ts';
export {leadOf} from './decide.ts';
export {openTable, type Division, type SeatView, type Table} from './table.ts';
export * from './wire/index.ts';
