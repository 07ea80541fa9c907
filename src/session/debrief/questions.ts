import type {Level} from '../../level/index.ts';
import {createEvaluation, evaluateSecond, evaluatorOf, judgementOf} from '../goals/index.ts';
import type {Run} from '../run.ts';

/** The level's questions, asked of a run beside it. */
export function questionsOf(level: Level, run: Run) {
	const evaluator = evaluatorOf({...level, goals: null});
	const evaluation = createEvaluation(evaluator, run.world);
	return {
		record: () => {
			evaluation.suspected = run.evaluation.suspected;
			evaluateSecond(evaluator, evaluation, run.world, 'live on');
		},
		answers: () => judgementOf(evaluator, evaluation, run.world),
	};
}
