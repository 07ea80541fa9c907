import * as z from 'zod/mini';
import {
	assert,
	SUBSYSTEM_NAMES,
	SUBSYSTEMS,
	type Fault,
	type FaultBlank,
	type SubsystemName,
} from '../sim/index.ts';
import {conditionSchema, type ConditionFile} from './condition.schema.ts';
import {time} from './time.schema.ts';

const FAULTS_MAX = 100;
const WORDS_SHOWN_MAX = 8;

export const minutes = z.number().check(z.positive(), z.maximum(1_440));

/** When a fault is struck: at a time, or once something is so. */
const WHEN = {
	at: z.exactOptional(time),
	when: z.exactOptional(conditionSchema),
	/** How long that has to be so. */
	for: z.exactOptional(minutes),
	/** Struck again after so many minutes, for as long as it is so; once, unless told. */
	again: z.exactOptional(minutes),
} as const;

/** A fault as levels write it. What stands beside these keys are the blanks of its row. */
export type FaultFile = {
	readonly at?: string;
	readonly when?: ConditionFile;
	readonly for?: number;
	readonly again?: number;
	readonly to: SubsystemName;
	readonly type: string;
	readonly [blank: string]: unknown;
};

/** What a level may make go wrong, or make right again: the type and the blanks of each row of each subsystem. */
const STRUCK = SUBSYSTEM_NAMES.flatMap(to =>
	Object.entries(SUBSYSTEMS[to].faults).map(([type, {what, blanks, optional}]) => {
		const filled = Object.entries(blanks).map(([name, blank]) => {
			const value = valueOf(blank);
			return [name, optional.includes(name) ? z.exactOptional(value) : value] as const;
		});
		return {to, what, row: {type: z.literal(type), ...Object.fromEntries(filled)}};
	}),
);

/** The same as levels write it. */
const ROWS = STRUCK.map(({to, what, row}) =>
	z.strictObject({...WHEN, to: z.literal(to), ...row}).check(z.describe(what)),
);

/** What can be struck, by its type. */
export const FAULT_TYPES: readonly string[] = SUBSYSTEM_NAMES.flatMap(name =>
	Object.keys(SUBSYSTEMS[name].faults),
);

/** Keys of a fault that are no blanks of its row. */
export const WHEN_AND_WHERE: readonly string[] = [...Object.keys(WHEN), 'to'];

const [first, ...others] = ROWS;
assert(first !== undefined, 'some subsystem has a fault');

export const fault: z.ZodMiniType<FaultFile> = z.discriminatedUnion('type', [first, ...others]);

export const faults: z.ZodMiniType<readonly FaultFile[]> = z
	.array(fault)
	.check(z.maxLength(FAULTS_MAX));

const [struck, ...more] = STRUCK.map(({row}) => z.strictObject(row));
assert(struck !== undefined, 'some subsystem has a fault');

/** A fault as it is struck: its type and the blanks of its row. */
export const struckFault: z.ZodMiniType<Fault> = z.discriminatedUnion('type', [struck, ...more]);

function valueOf(blank: FaultBlank): z.ZodMiniType<string | number> {
	switch (blank.kind) {
		case 'word': {
			const {words} = blank;
			const shown = words.slice(0, WORDS_SHOWN_MAX).map(word => JSON.stringify(word));
			const more = words.length > WORDS_SHOWN_MAX ? ', ...' : '';
			return words.length > WORDS_SHOWN_MAX
				? z
						.string()
						.check(
							z.refine(text => words.includes(text), `expected one of ${shown.join(', ')}${more}`),
						)
				: z.enum([...words]);
		}
		case 'whole':
			return z.int().check(z.minimum(blank.min), z.maximum(blank.max), z.describe(blank.unit));
		case 'decimal':
			return z.number().check(z.minimum(blank.min), z.maximum(blank.max), z.describe(blank.unit));
	}
}
