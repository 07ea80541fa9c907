export type * from './judgement.ts';
export {judgementOf} from './judgement.ts';
export {
	createEvaluation,
	hintsNow,
	isSoNow,
	evaluatorOf,
	evaluateSecond,
	type AfterEnd,
	type Evaluator,
	type Evaluation,
} from './evaluation.ts';
export {MEASURES} from './measures.ts';
