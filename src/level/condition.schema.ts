import * as z from 'zod/mini';
import {time} from './time.schema.ts';

const CONDITIONS_MAX = 20;

const name = z.string().check(z.minLength(1), z.maxLength(80));
const words = z.string().check(z.minLength(1), z.maxLength(200));
const condition = z.lazy((): z.ZodMiniType<ConditionFile> => conditionSchema);
const several = z.array(condition).check(z.minLength(1), z.maxLength(CONDITIONS_MAX));

/** The kinds of condition, each by the keys that make it one. */
export const CONDITION_SCHEMAS = {
	above: z.strictObject({metric: name, above: z.number()}),
	below: z.strictObject({metric: name, below: z.number()}),
	milestone: z.strictObject({milestone: name}),
	automation: z.strictObject({automation: name, is: z.enum(['running', 'paused'])}),
	done: z.strictObject({done: words, while: z.exactOptional(condition)}),
	given: z.strictObject({given: words, while: z.exactOptional(condition)}),
	updates: z.strictObject({updates: z.int().check(z.minimum(1), z.maximum(100))}),
	suspected: z.strictObject({suspected: name}),
	at: z.strictObject({at: time}),
	all: z.strictObject({all: several}),
	any: z.strictObject({any: several}),
	not: z.strictObject({not: condition}),
	holds: z.strictObject({
		holds: condition,
		minutes: z.number().check(z.positive(), z.maximum(1_440)),
	}),
	first: z.strictObject({first: condition, then: condition}),
} as const;

export const CONDITION_KINDS = Object.keys(CONDITION_SCHEMAS) as readonly ConditionKind[];
export type ConditionKind = keyof typeof CONDITION_SCHEMAS;

/** A condition as people write it: times of day in place of ticks. */
export type ConditionFile =
	| {metric: string; above: number}
	| {metric: string; below: number}
	| {milestone: string}
	| {automation: string; is: 'running' | 'paused'}
	| {done: string; while?: ConditionFile}
	| {given: string; while?: ConditionFile}
	| {updates: number}
	| {suspected: string}
	| {at: string}
	| {all: ConditionFile[]}
	| {any: ConditionFile[]}
	| {not: ConditionFile}
	| {holds: ConditionFile; minutes: number}
	| {first: ConditionFile; then: ConditionFile};

const {above, below, ...others} = CONDITION_SCHEMAS;

export const conditionSchema: z.ZodMiniType<ConditionFile> = z.union([
	above,
	below,
	others.milestone,
	others.automation,
	others.done,
	others.given,
	others.updates,
	others.suspected,
	others.at,
	others.all,
	others.any,
	others.not,
	others.holds,
	others.first,
]);

/** The kind that somebody meant, by the keys that are there; undefined when no kind has one of them. */
export function kindMeant(value: unknown): ConditionKind | undefined {
	if (typeof value !== 'object' || value === null) return undefined;
	if ('metric' in value) return 'below' in value ? 'below' : 'above';
	return CONDITION_KINDS.find(kind => kind in value);
}
