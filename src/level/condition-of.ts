import type {Tick} from '../sim/index.ts';
import type {ConditionFile} from './condition.schema.ts';
import type {Condition} from './condition.types.ts';

/** A time of day as the second of a level that it is. */
export type TicksTo = (time: string) => Tick;

/** A condition with its times as ticks and its orders in lower case. */
export function conditionOf(file: ConditionFile, ticksTo: TicksTo): Condition {
	const inner = (condition: ConditionFile) => conditionOf(condition, ticksTo);
	if ('at' in file) return {at: ticksTo(file.at)};
	if ('done' in file) return {done: beginningOf(file.done), ...whileOf(file, inner)};
	if ('given' in file) return {given: beginningOf(file.given), ...whileOf(file, inner)};
	if ('all' in file) return {all: file.all.map(inner)};
	if ('any' in file) return {any: file.any.map(inner)};
	if ('not' in file) return {not: inner(file.not)};
	if ('holds' in file) return {holds: inner(file.holds), minutes: file.minutes};
	if ('first' in file) return {first: inner(file.first), then: inner(file.then)};
	return file;
}

function whileOf(
	{while: file}: {while?: ConditionFile},
	inner: (file: ConditionFile) => Condition,
): {while?: Condition} {
	return file === undefined ? {} : {while: inner(file)};
}

/** How an order begins, in the words of the grammar. */
export function beginningOf(words: string): string {
	return words.trim().replace(/\s+/g, ' ').toLowerCase();
}
