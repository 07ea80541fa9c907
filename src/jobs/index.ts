export type {Brief, Hand, Job, Outcome, Results, Runner, Trades} from './job.types.ts';
export {NO_RESULTS, resultsIn} from './results.ts';
export {sweep} from './sweep.ts';
export {hire, serveThread, threadHand} from './thread.ts';
export {inPlace, onThreads, threadsHere} from './work-off.ts';
