import type {ClaimedTrend} from '../../observe/index.ts';
import type {Run} from '../run.ts';

/** A change by less of the larger value is none. */
export const FLAT = 0.05;

export function trendOf(before: number, after: number): ClaimedTrend {
	const change = after - before;
	if (Math.abs(change) <= FLAT * Math.max(Math.abs(before), Math.abs(after))) return 'flat';
	return change > 0 ? 'rising' : 'falling';
}

/** Suspects that are to blame in this second. */
export function suspectsIn({evaluator, evaluation}: Run): readonly string[] {
	const {level, compiled, from} = evaluator;
	return level.diagnosis
		.filter((_, row) => evaluation.memory.holds[compiled.asked[from.diagnosis + row] ?? -1] === 1)
		.map(({suspect}) => suspect);
}
