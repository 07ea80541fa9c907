import {HARM_PARTS, harmOf, automationsIn} from '../../sim/index.ts';
import {
	LEVERS_STANDING,
	remediesOf,
	trueInspection,
	unmetOf,
	type Remedies,
} from '../goals/index.ts';
import {ALARMED, isBad} from '../relive/calm.ts';
import {endOf, type Run} from '../run.ts';

/** What a run left undone: each with what bears on it. */
export type Left = {
	/** What kept it from being won, in the words of who has still to meet it. */
	readonly unmet: readonly (Remedies & {readonly id: string; readonly text: string})[];
	/** What it was lost by, where a rule of the level ended it. */
	readonly lostBy: Remedies | null;
	readonly tasks: readonly (Remedies & {readonly id: string; readonly text: string})[];
	/** Metrics on which an alarm would have stood at its end. */
	readonly alarmed: readonly string[];
	/** What people had set and not lifted, automations among it, with the orders that lift it. */
	readonly standing: readonly {readonly text: string; readonly orders: readonly string[]}[];
	/** Systems by what they cost, the dearest first. */
	readonly harm: readonly {readonly id: string; readonly minutes: number}[];
};

/** What is left open at the end of a run. */
export function leftOpen(run: Run, missed: readonly string[], level = run.evaluator.level): Left {
	const {world, evaluator, evaluation} = run;
	const {since, memory} = evaluation;
	const sight = trueInspection(world, since, memory);
	const ended = endOf(run);
	const unmet =
		evaluation.openThen.length > 0 ? evaluation.openThen : unmetOf(evaluator, evaluation, world);
	const metricsOf = new Map(evaluator.winParts.map(({id, metrics}) => [id, metrics]));
	const rule = level.goals?.lose.find(({why}) => ended?.won === false && ended.why.startsWith(why));
	const before = since.harm;
	return {
		unmet: (ended?.won === true ? [] : unmet)
			.filter(({needed}) => needed)
			.map(({id, text, levers}) => ({id, text, metrics: metricsOf.get(id) ?? [], orders: levers})),
		lostBy: rule === undefined ? null : remediesOf(rule.when, false),
		tasks: level.tasks
			.filter(({id}) => missed.includes(id))
			.map(({id, what, met}) => ({id, text: what, ...remediesOf(met, true)})),
		alarmed: ALARMED.filter(metric => isBad(metric, world)),
		standing: [
			...LEVERS_STANDING.flatMap(({text, lifts}) => {
				const words = text(sight.world);
				return words === null ? [] : [{text: words, orders: lifts}];
			}),
			...automationsIn(world)
				.filter(({paused}) => paused)
				.map(({id, label}) => ({text: `${label} paused`, orders: [`resume ${id}`]})),
		],
		harm: HARM_PARTS.map(({id}, index) => ({
			id,
			minutes: (harmOf(world).parts[id] ?? 0) - (before[index + 1] ?? 0),
		}))
			.filter(({minutes}) => minutes > 0)
			.sort((a, b) => b.minutes - a.minutes),
	};
}
