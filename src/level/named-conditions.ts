import {MILESTONES, ORDERS} from '../sim/index.ts';
import type {ConditionFile} from './condition.schema.ts';
import {wordsLike} from './likeness.ts';
import type {Vocabulary} from './level.types.ts';

/** A name that nothing has, where it stands in the condition, and what may have been meant. */
export type UnknownName = {
	readonly path: readonly (string | number)[];
	readonly message: string;
	readonly suggestions: readonly string[];
};

/** Names in a condition that nothing in the Region has. */
export function unknownNames(
	condition: ConditionFile,
	vocabulary: Vocabulary & {readonly suspects: readonly string[]},
): readonly UnknownName[] {
	const named = (key: string, name: string, known: readonly string[], what: string) =>
		known.includes(name)
			? []
			: [
					{
						path: [key],
						message: `there is no ${what} “${name}”`,
						suggestions: wordsLike(name, known),
					},
				];
	const words = (key: string, text: string) =>
		vocabulary.beginsOrder(text)
			? []
			: [{path: [key], message: `no command starts with “${text}”`, suggestions: []}];
	const within = (key: string | number, inner: ConditionFile, before: readonly string[] = []) =>
		unknownNames(inner, vocabulary).map(name => ({
			...name,
			path: [...before, key, ...name.path],
		}));
	if ('metric' in condition) return named('metric', condition.metric, vocabulary.metrics, 'metric');
	if ('milestone' in condition) {
		return named('milestone', condition.milestone, MILESTONE_IDS, 'milestone');
	}
	if ('suspected' in condition) {
		return named('suspected', condition.suspected, vocabulary.suspects, 'suspect');
	}
	if ('automation' in condition) {
		return named('automation', condition.automation, AUTOMATIONS, 'automation');
	}
	const meanwhile = (inner: ConditionFile | undefined) =>
		inner === undefined ? [] : within('while', inner);
	if ('done' in condition) return [...words('done', condition.done), ...meanwhile(condition.while)];
	if ('given' in condition) {
		return [...words('given', condition.given), ...meanwhile(condition.while)];
	}
	if ('all' in condition)
		return condition.all.flatMap((each, index) => within(index, each, ['all']));
	if ('any' in condition)
		return condition.any.flatMap((each, index) => within(index, each, ['any']));
	if ('not' in condition) return within('not', condition.not);
	if ('holds' in condition) return within('holds', condition.holds);
	if ('first' in condition) {
		return [...within('first', condition.first), ...within('then', condition.then)];
	}
	return [];
}

const MILESTONE_IDS = MILESTONES.map(({id}) => id);

/** Whatever can be paused is an automation. */
const AUTOMATIONS = [
	...new Set(
		Object.values(ORDERS).flatMap(({blanks: {automation}}) =>
			automation?.kind === 'word' ? automation.words : [],
		),
	),
];
