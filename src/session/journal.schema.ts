import * as z from 'zod/mini';
import {isClean, SEED_LENGTH_MAX} from '../level/index.ts';
import {SWITCH_NAMES} from '../sim/index.ts';
import {ORDER_LENGTH_MAX} from './command.ts';

export const NAME_LENGTH_MAX = 40;

const at = z.int().check(z.minimum(0), z.maximum(10_000_000));
const clean = (lengthMax: number) =>
	z.string().check(z.maxLength(lengthMax), z.refine(isClean, 'expected printable characters'));
const digits = z.string().check(z.regex(/^[0-9a-f]{16}$/));

export const lineSchema = z.discriminatedUnion('kind', [
	z.strictObject({
		kind: z.literal('begin'),
		format: z.literal(1),
		level: clean(64),
		levelHash: digits,
		seed: clean(SEED_LENGTH_MAX),
		game: clean(NAME_LENGTH_MAX),
		node: z.int(),
		switches: z.array(z.enum([...SWITCH_NAMES])),
		parameters: z.record(clean(64), z.record(clean(64), z.number())),
	}),
	z.strictObject({
		kind: z.literal('do'),
		at,
		order: z.int().check(z.minimum(1)),
		by: clean(NAME_LENGTH_MAX),
		what: clean(ORDER_LENGTH_MAX),
	}),
	z.strictObject({kind: z.literal('mark'), at, hashes: z.record(clean(64), digits)}),
	z.strictObject({kind: z.literal('reached'), at}),
	z.strictObject({
		kind: z.literal('end'),
		at,
		hash: digits,
		won: z.boolean(),
		why: clean(400),
		harm: z.number(),
	}),
]);
