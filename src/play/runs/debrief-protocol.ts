import type {Level, Roles} from '../../level/index.ts';
import type {
	Baseline,
	Job,
	JobResult,
	Journal,
	KeptNote,
	LookBack,
	HeldAgainst,
	RecordedRun,
	Refused,
	ScoreSoFar,
	TeamDebrief,
} from '../../session/index.ts';

/** What a worker is born with: the run that it lives again and again. */
export type Brief = {readonly level: Level; readonly recorded: RecordedRun};

/** The run of a team, and how its people shared the level. */
export type TeamRun = {readonly journal: Journal; readonly roles: Roles};

export type ToWorker =
	| {readonly type: 'check'; readonly journal: Journal; readonly game: string}
	/** The first run of a score; `score-on` re-simulates the next. */
	| {
			readonly type: 'score';
			readonly journal: Journal;
			readonly against: HeldAgainst;
			readonly game: string;
	  }
	| {readonly type: 'score-on'}
	| {readonly type: 'live'}
	| {readonly type: 'job'; readonly job: Job}
	| ({readonly type: 'team'; readonly game: string} & TeamRun)
	| {readonly type: 'look-back'; readonly notes: readonly KeptNote[]; readonly game: string};

export type FromWorker =
	| {readonly type: 'checked'; readonly refused: Refused | null}
	/** Null where it is over, or the run does not come out as it says. */
	| {readonly type: 'scored'; readonly soFar: ScoreSoFar | null}
	| {readonly type: 'lived'; readonly baseline: Baseline}
	| {readonly type: 'result'; readonly id: string; readonly result: JobResult}
	| {readonly type: 'team'; readonly told: TeamDebrief | null}
	| {readonly type: 'looked-back'; readonly lookBack: LookBack};
