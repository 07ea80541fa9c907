import {tickAt} from '../clock.ts';
import type {ConditionFile} from '../condition.schema.ts';
import {conditionOf} from '../condition-of.ts';
import {secondsOfDay} from '../dials/time-of-day.ts';
import type {Level} from '../level.types.ts';
import {cleanText} from '../text/index.ts';
import type {PlanFile} from './plan.schema.ts';
import type {SessionPlan} from './plan.types.ts';

/** A plan as it is served, from one that is written well: an inject that the level lacks is an objection by then. */
export function planOf(file: PlanFile, level: Level): SessionPlan {
	const ticksTo = (time: string) => tickAt(secondsOfDay(time) ?? 0, level.startSecondsOfDay);
	return {
		level: level.id,
		aim: cleanText(file.aim ?? ''),
		injects: file.injects.flatMap(({inject, when, notAfter, expects}) => {
			const found = level.injects.find(({id}) => id === inject);
			if (found === undefined) return [];
			return [
				{
					...{inject, deed: found.deed, when: conditionOf(when, ticksTo)},
					whenSaid: cleanText(
						notAfter === undefined ? wordsOf(when) : `${wordsOf(when)}, not after ${notAfter}`,
					),
					notAfter: notAfter === undefined ? null : ticksTo(notAfter),
					expects: cleanText(expects ?? ''),
				},
			];
		}),
	};
}

/** A condition in words. */
function wordsOf(condition: ConditionFile): string {
	if ('metric' in condition) {
		const line =
			'above' in condition
				? `above ${String(condition.above)}`
				: `below ${String(condition.below)}`;
		return `${condition.metric} ${line}`;
	}
	if ('milestone' in condition) return condition.milestone;
	if ('automation' in condition) return `${condition.automation} is ${condition.is}`;
	if ('done' in condition) return `“${condition.done}” is done`;
	if ('given' in condition) return `“${condition.given}” is given`;
	if ('updates' in condition) return `${String(condition.updates)} updates`;
	if ('suspected' in condition) return `suspected: ${condition.suspected}`;
	if ('at' in condition) return `at ${condition.at}`;
	if ('all' in condition) return condition.all.map(wordsOf).join(' and ');
	if ('any' in condition) return condition.any.map(wordsOf).join(' or ');
	if ('not' in condition) return `not ${wordsOf(condition.not)}`;
	if ('holds' in condition) {
		return `${wordsOf(condition.holds)} for ${String(condition.minutes)} min`;
	}
	return `${wordsOf(condition.first)} before ${wordsOf(condition.then)}`;
}
