import type {Level} from '../level/index.ts';
import type {Basis, Job, JobResult, KeptNote, Lived, LookBack} from '../session/index.ts';

/** What a worker is born with: the run that it lives again and again. */
export type Brief = {readonly level: Level; readonly lived: Lived};

export type ToWorker =
	| {readonly type: 'live'}
	| {readonly type: 'job'; readonly job: Job}
	| {readonly type: 'look-back'; readonly notes: readonly KeptNote[]; readonly game: string};

export type FromWorker =
	| {readonly type: 'lived'; readonly basis: Basis}
	| {readonly type: 'result'; readonly id: string; readonly result: JobResult}
	| {readonly type: 'looked-back'; readonly lookBack: LookBack};
