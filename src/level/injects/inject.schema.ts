import * as z from 'zod/mini';
import {SUBSYSTEM_NAMES, SUBSYSTEMS} from '../../sim/index.ts';
import {isClean} from '../text/index.ts';
import {struckFault, fault, minutes} from '../fault.schema.ts';
import {id} from '../id.schema.ts';
import {CHAT_ROLES} from '../roles/roles.types.ts';
import type {InjectDeed} from './inject.types.ts';

const INJECTS_MAX = 40;
const WORDS_LENGTH_MAX = 400;
const FROM_LENGTH_MAX = 60;
const ORDER_LENGTH_MAX = 500;

const sentence = z.string().check(z.minLength(1), z.maxLength(WORDS_LENGTH_MAX));
const from = z.string().check(z.minLength(1), z.maxLength(FROM_LENGTH_MAX));
const orderLine = z.string().check(z.minLength(1), z.maxLength(ORDER_LENGTH_MAX));
const role = z.enum([...CHAT_ROLES]);

/** The palette of a level: each inject does one thing. */
export const injects = z
	.array(
		z.strictObject({
			id,
			what: sentence,
			/** As among the faults of the level, without `at` and `when`: it is struck when it is given. */
			fault: z.exactOptional(fault),
			/** A panel that is dark for everybody, for so many `minutes`. */
			dark: z.exactOptional(id),
			minutes: z.exactOptional(minutes),
			/** What somebody who is not on the call writes. */
			writes: z.exactOptional(z.strictObject({from, role, words: sentence})),
			/** An order that a colleague who is not of the room gives. */
			order: z.exactOptional(orderLine),
			/** Who that is. */
			from: z.exactOptional(from),
		}),
	)
	.check(z.maxLength(INJECTS_MAX));

export type InjectFile = z.infer<typeof injects>[number];

const clean = (lengthMax: number) =>
	z.string().check(z.maxLength(lengthMax), z.refine(isClean, 'expected printable characters'));

/** What an inject does, as a journal has it: it is lived again without the palette that it came from. */
export const injectDeedSchema: z.ZodMiniType<InjectDeed> = z.discriminatedUnion('does', [
	z
		.strictObject({
			does: z.literal('strike'),
			to: z.enum([...SUBSYSTEM_NAMES]),
			fault: struckFault,
		})
		.check(
			z.refine(
				({to, fault: {type}}) => Object.hasOwn(SUBSYSTEMS[to].faults, type),
				'expected a fault of that part',
			),
		),
	z.strictObject({does: z.literal('darken'), panel: clean(FROM_LENGTH_MAX), minutes}),
	z.strictObject({
		does: z.literal('write'),
		from: clean(FROM_LENGTH_MAX),
		role,
		words: clean(WORDS_LENGTH_MAX),
	}),
	z.strictObject({
		does: z.literal('order'),
		from: clean(FROM_LENGTH_MAX),
		words: clean(ORDER_LENGTH_MAX),
	}),
]);
