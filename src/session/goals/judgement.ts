import {valueAt, numberAt} from '../../sim/index.ts';
import {clockOf, type Suspect} from '../../level/index.ts';
import type {World} from '../../sim/index.ts';
import {missedAt, wasAsked, type Evaluator, type Evaluation} from './evaluation.ts';

/** A critical task and what came of it. */
export type TaskResult = {
	readonly id: string;
	readonly what: string;
	/** `spared`: it never came to what it would have been asked for. */
	readonly state: 'met' | 'missed' | 'spared' | 'open';
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

export function judgementOf(evaluator: Evaluator, evaluation: Evaluation, world: World): Judgement {
	const {level} = evaluator;
	return {
		tasks: level.tasks.map((_, row) => taskResult(evaluator, row, evaluation, world)),
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

function taskResult(
	evaluator: Evaluator,
	row: number,
	evaluation: Evaluation,
	world: World,
): TaskResult {
	const {level} = evaluator;
	const {id, what} = valueAt(level.tasks, row);
	const met = numberAt(evaluation.metAt, row);
	const over = met === -1 ? missedAt(level, row, world) : null;
	const isSpared = over !== null && !wasAsked(evaluator, evaluation, row, over);
	const at = isSpared ? null : met === -1 ? over : met;
	const state = met !== -1 ? 'met' : over === null ? 'open' : isSpared ? 'spared' : 'missed';
	return {
		...{id, what, state},
		at: at === null ? null : clockOf(level, world.settings.seed).at(at),
		tick: at,
	};
}
