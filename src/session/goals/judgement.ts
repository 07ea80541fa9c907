import {valueAt, numberAt} from '../../sim/index.ts';
import {clockOf, type Level, type Suspect} from '../../level/index.ts';
import type {World} from '../../sim/index.ts';
import {missedAt, type Evaluator, type Evaluation} from './evaluation.ts';

/** A critical task and what came of it. */
export type TaskResult = {
	readonly id: string;
	readonly what: string;
	readonly state: 'met' | 'missed' | 'open';
	/** `HH:MM:SS` PDT when it was met or could no longer be, or null. */
	readonly at: string | null;
	/** The same as a second of the run. */
	readonly tick: number | null;
};

/** A moment in which something unsafe began. */
export type UnsafeAct = {
	readonly id: string;
	readonly what: string;
	readonly at: string;
	readonly tick: number;
};

/** A stretch of the run in which a suspect was the right one. */
export type TruthSpan = {
	readonly suspect: Suspect;
	readonly from: number;
	/** Null where it was so to the end. */
	readonly until: number | null;
};

/** What a level has found in a run. */
export type Judgement = {
	readonly tasks: readonly TaskResult[];
	readonly unsafe: readonly UnsafeAct[];
	readonly diagnosis: readonly TruthSpan[];
	/** Decision points that came, with the second in which each first did. */
	readonly decisions: readonly {readonly id: string; readonly tick: number}[];
};

export function judgementOf({level}: Evaluator, evaluation: Evaluation, world: World): Judgement {
	return {
		tasks: level.tasks.map((_, row) => taskResult(level, row, evaluation, world)),
		unsafe: evaluation.unsafe.map(({row, at}) => {
			const {id, what} = valueAt(level.unsafe, row);
			return {id, what, at: clockOf(level, world.settings.seed).at(at), tick: at};
		}),
		diagnosis: evaluation.truth.map(({row, from, until}) => ({
			suspect: valueAt(level.diagnosis, row).suspect,
			from,
			until: until === -1 ? null : until,
		})),
		decisions: level.decisions.flatMap(({id}, row) => {
			const at = numberAt(evaluation.decidedAt, row);
			return at === -1 ? [] : [{id, tick: at}];
		}),
	};
}

function taskResult(level: Level, row: number, evaluation: Evaluation, world: World): TaskResult {
	const {id, what} = valueAt(level.tasks, row);
	const met = numberAt(evaluation.metAt, row);
	const missed = met === -1 ? missedAt(level, row, world) : null;
	const at = met === -1 ? missed : met;
	const state = met === -1 ? (missed === null ? 'open' : 'missed') : 'met';
	return {
		...{id, what, state},
		at: at === null ? null : clockOf(level, world.settings.seed).at(at),
		tick: at,
	};
}
