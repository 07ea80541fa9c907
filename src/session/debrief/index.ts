export type {Job, JobResult, Reference} from './search-state.ts';
export {
	debriefOf,
	retold,
	SILENT,
	type Curve,
	type Debrief,
	type Finding,
	type Strip,
} from './debrief.ts';
export type {Outcome} from './debrief.types.ts';
export type {Fix, Guard} from './guards.ts';
export {liveJob} from './job.ts';
export {baselineOf, createBaseline, type Baseline, type BaselineRun} from './baseline.ts';
export {lookBack, type Alarm, type LookBack, type TimelineRow, type OrderRow} from './look-back.ts';
export type {Link, Seen} from './why.ts';
export {createSearch, type Search} from './search.ts';
