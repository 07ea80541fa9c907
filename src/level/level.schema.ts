import {en} from 'zod/locales';
import * as z from 'zod/mini';
import {PART_NAMES, PARTS, SWITCH_NAMES} from '../sim/index.ts';
import {secondsOfDay} from './clock.ts';
import {SEED_LENGTH_MAX} from './seed.ts';

// The messages of zod's smaller build are a bare "Invalid input" until a language is chosen.
z.config(en());

const ID = /^[a-z0-9][a-z0-9-]{0,63}$/;
const ENDPOINT = /^(regional|dual-stack|fips|account|cell-(0[1-9]|1[0-9]|20))$/;
const FAULTS_MAX = 100;

const time = z.string().check(
	z.refine(
		text => secondsOfDay(text) !== undefined,
		'expected a time such as "23:48" or "23:48:05"',
	),
	z.describe('PDT, HH:MM or HH:MM:SS; a time before `start` is on the next day'),
);

const share = z.number().check(z.minimum(0), z.maximum(1));
const seconds = z.number().check(z.positive(), z.maximum(1_000_000));

/** What a level may make go wrong. Each subsystem that can be struck has its own rows. */
export const FAULT_SCHEMAS = {
	'slow-enactor': z.strictObject({
		at: time,
		to: z.literal('dns'),
		type: z.literal('slow-enactor'),
		enactor: z.int().check(z.minimum(0), z.maximum(2)),
		factor: z.number().check(z.minimum(1), z.maximum(10_000)),
		/** For ever, unless told. */
		seconds: z.exactOptional(seconds),
	}),
	'lose-tree': z.strictObject({
		at: time,
		to: z.literal('dns'),
		type: z.literal('lose-tree'),
		endpoint: z
			.string()
			.check(z.regex(ENDPOINT, 'expected "regional", "dual-stack", "fips", "account" or a cell')),
	}),
	'break-leases': z.strictObject({
		at: time,
		to: z.literal('droplets'),
		type: z.literal('break-leases'),
		share,
	}),
	'packet-loss': z.strictObject({
		at: time,
		to: z.literal('border'),
		type: z.literal('packet-loss'),
		share,
		seconds,
	}),
} as const;

const fault = z.discriminatedUnion('type', [
	FAULT_SCHEMAS['slow-enactor'],
	FAULT_SCHEMAS['lose-tree'],
	FAULT_SCHEMAS['break-leases'],
	FAULT_SCHEMAS['packet-loss'],
]);

const parameters = z.strictObject(
	Object.fromEntries(
		PART_NAMES.map(part => [
			part,
			z.optional(
				z.strictObject(
					Object.fromEntries(
						Object.entries(PARTS[part].parameters).map(([name, {what, unit}]) => [
							name,
							z.optional(z.number().check(z.describe(`${what} (${unit})`))),
						]),
					),
				),
			),
		]),
	),
);

/** `level.yaml`, as people write it. A key it does not know is an error. */
export const levelSchema = z.strictObject({
	format: z.literal(1),
	id: z.string().check(z.regex(ID, 'expected lower-case letters, digits and hyphens')),
	title: z.string().check(z.minLength(1), z.maxLength(80)),
	summary: z.string().check(z.minLength(1), z.maxLength(400)),
	start: time,
	limit: time,
	seed: z.union([
		z.string().check(z.minLength(1), z.maxLength(SEED_LENGTH_MAX)),
		z.int().check(z.minimum(0)),
	]),
	/** A seed that does not make this happen makes another night: play goes on to the next that does. */
	story: z.exactOptional(z.strictObject({nameEmptiesFrom: time, nameEmptiesUntil: time})),
	faults: z.array(fault).check(z.maxLength(FAULTS_MAX)),
	switches: z.array(z.enum([...SWITCH_NAMES])),
	parameters,
});

export type LevelFile = z.infer<typeof levelSchema>;

/** The schema that editors read, for completion and hints while a level is written. */
export function levelJsonSchema(): unknown {
	return z.toJSONSchema(levelSchema);
}
