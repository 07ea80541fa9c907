import type {Level, LevelProblem, Vocabulary} from '../level.types.ts';
import {planOf} from '../plan/plan-of.ts';
import {objectionsToPlan} from '../plan/plan-objections.ts';
import {planSchema} from '../plan/plan.schema.ts';
import type {SessionPlan} from '../plan/plan.types.ts';
import {explain} from './level-issue.ts';
import {failed, problemAt, readYaml} from './yaml-text.ts';

export type ParsedPlan =
	| {readonly ok: true; readonly plan: SessionPlan}
	| {readonly ok: false; readonly problems: readonly LevelProblem[]};

/** Reads the plan of a session of a level. Whatever is wrong comes back with its line and column. */
export function parsePlan(text: string, level: Level, vocabulary: Vocabulary): ParsedPlan {
	const read = readYaml(text);
	if (!read.ok) return read;
	const {value, place} = read.yaml;
	const parsed = planSchema.safeParse(value, {reportInput: true});
	if (!parsed.success) {
		const issues = parsed.error.issues.flatMap(issue => explain(issue, [], 'the plan'));
		return failed(issues.map(issue => problemAt(place(issue.path, issue.key), issue)));
	}
	const objections = objectionsToPlan(parsed.data, level, vocabulary);
	if (objections.length === 0) return {ok: true, plan: planOf(parsed.data, level)};
	return failed(objections.map(each => problemAt(place(each.path), each)));
}
