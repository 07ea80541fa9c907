export {actsBehind} from './acts.ts';
export type * from './judgement.ts';
export {judgementOf} from './judgement.ts';
export {
	createEvaluation,
	hintsNow,
	standingAlone,
	evaluatorOf,
	evaluateSecond,
	reasonIn,
	unmetOf,
	type AfterEnd,
	type Evaluator,
	type Evaluation,
} from './evaluation.ts';
export {createCueMemory, followCues, type CueMemory} from './cues.ts';
export {compileConditions, createMemory, evaluateRows} from './compiled-conditions.ts';
export {MEASURES} from './measures.ts';
export {formOf, leversOf, measuredBy} from './levers.ts';
export {HELD_BACK, LEVERS_STANDING} from './lever-state.ts';
export {goalLine} from './goal-line.ts';
export {ordersAskedBy, remediesOf, type Remedies} from './remedies.ts';
export {
	isWait,
	NEED_PARTS,
	trueInspection,
	unmetIn,
	type Sight,
	type Unmet,
} from './open-conditions.ts';
export {isOutOfReach} from './out-of-reach.ts';
export {createOpenWatch, watchOpen, type OpenWatch} from './open-watch.ts';
export {pausedReader} from './automation-state.ts';
