import {LEVEL_LENGTH_MAX, type Level, type SessionPlan} from '../level/index.ts';
import {parsePlan} from '../level/file/index.ts';
import {readText, shownPath} from '../saves/index.ts';
import {VOCABULARY} from '../session/index.ts';
import {planSeen, type PlanServed, type Table} from '../team/index.ts';
import {printLines} from './prose.ts';

/** The plan that is asked for; a sentence for each thing that is wrong with it. */
export function planFrom(
	file: string | undefined,
	level: Level,
): {readonly plan?: SessionPlan} | {readonly sentences: readonly string[]} {
	if (file === undefined) return {};
	const read = readText(file, LEVEL_LENGTH_MAX);
	if (!read.ok) return {sentences: [`--plan: ${shownPath(file)}: ${read.why}.`]};
	const parsed = parsePlan(read.text, level, VOCABULARY);
	if (parsed.ok) return {plan: parsed.plan};
	return {
		sentences: parsed.problems.map(({line, column, message, suggestions}) => {
			const near = suggestions.length === 0 ? '' : ` Did you mean ${suggestions.join(', ')}?`;
			return `${shownPath(file)}:${String(line)}:${String(column)}: ${message}.${near}`;
		}),
	};
}

/** Says what comes at once: whoever wrote its condition meant it to become so, mostly. */
export function tellAtOnce({injects, holds}: PlanServed): void {
	if (injects.length === 0) return;
	const isSo = holds();
	printLines([
		`The plan has ${counted(injects.length)}: the facilitator sees them in panel t.`,
		...injects.flatMap(({inject, whenSaid}, index) =>
			isSo[index] === true ? [`${inject} comes at once, since it is so already: ${whenSaid}.`] : [],
		),
	]);
}

function counted(injects: number): string {
	return injects === 1 ? 'one inject' : `${String(injects)} injects`;
}

/** Says what of the plan has not come about, once the session is over. */
export function tellLeftOut({room}: Table, planned: PlanServed, now: number): void {
	const left = planSeen(planned, room, {now, ended: true});
	printLines(
		left.flatMap(({inject, when, state}) => {
			if (state === 'given') return [];
			return [`${inject} ${state === 'dropped' ? 'was dropped' : 'never came'}: ${when}.`];
		}),
	);
}
