export type {Job, JobResult, Reference} from './search-state.ts';
export {debriefOf, SILENT, type Curve, type Debrief, type Finding, type Strip} from './debrief.ts';
export type {Change, GivenOrder, Lived, Outcome} from './debrief.types.ts';
export type {Fix, Guard} from './guards.ts';
export {liveJob} from './job.ts';
export {basisOf, createLife, type Basis, type Life} from './baseline.ts';
export {lookBack, type LookBack, type TimelineRow, type OrderRow} from './look-back.ts';
export {livedOf} from '../relive/recorded-run.ts';
export {createSearch, type Search} from './search.ts';
