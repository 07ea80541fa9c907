import {
	parametersWith,
	parseParameterChange,
	parseSwitch,
	type Level,
	type ParameterChange,
} from '../../level/index.ts';
import {didYouMean} from '../../level/text/index.ts';
import {whyNotLivable, type Changes, type Switch} from '../../session/index.ts';

/** Fixes and numbers as they are typed. */
export type ChangeValues = {
	readonly switch?: readonly string[] | undefined;
	readonly set?: readonly string[] | undefined;
};

type Wrong = {readonly sentences: readonly string[]};

/** Fixes and numbers that a run begins with beyond its level's own, or what is wrong with them. */
export function changesOf(level: Level, {switch: names, set}: ChangeValues): Changes | Wrong {
	const switches: Switch[] = [];
	const changed: ParameterChange[] = [];
	const sentences: string[] = [];
	for (const name of names ?? []) {
		const read = parseSwitch(name);
		if (read.ok) switches.push(read.name);
		else sentences.push(`There is no switch “${name.slice(0, 60)}”.${didYouMean(read.like)}`);
	}
	for (const typed of set ?? []) {
		const read = parseParameterChange(typed);
		if (read.ok) changed.push(read.change);
		else sentences.push(`${read.message}${didYouMean(read.suggestions)}`);
	}
	if (sentences.length > 0) return {sentences};
	const changes = {switches, parameters: parametersWith(changed)};
	const objection = whyNotLivable(level, changes);
	if (objection === null) return changes;
	return {sentences: [objection]};
}

/** Levels are played as they stand, but for the sandbox. */
export function changesInPlay(level: Level, values: ChangeValues): Changes | Wrong {
	const asked = (values.switch?.length ?? 0) + (values.set?.length ?? 0) > 0;
	if (asked && level.kind !== 'sandbox') {
		return {
			sentences: [
				`${level.id} is played as it stands. --switch and --set are for \`play sandbox\`, and for \`run\`.`,
			],
		};
	}
	return changesOf(level, values);
}
