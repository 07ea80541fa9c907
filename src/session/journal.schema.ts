import * as z from 'zod/mini';
import {isClean, SEED_LENGTH_MAX, SUSPECT_NAME} from '../level/index.ts';
import {PROBE_LETTERS, PROBE_QUESTIONS} from '../observe/index.ts';
import {SWITCH_NAMES} from '../sim/index.ts';
import {ORDER_LENGTH_MAX} from './command.ts';
import {EXPECTATION_MINUTES_MAX} from './expectation.ts';
import {NOTE_LENGTH_MAX, NOTE_WORD_LENGTH_MAX} from './notes.ts';
import {roomEventSchema, type RoomPlan} from './talk/index.ts';

export const NAME_LENGTH_MAX = 40;
/** Every format that can be read, oldest first. */
export const JOURNAL_FORMATS = [1, 2, 3, 4] as const;
/** What one person plays is written in the third format, what a room plays in the fourth. */
const [SOLO_FORMAT, ROOM_FORMAT] = [3, 4] as const;
export type JournalFormat = (typeof JOURNAL_FORMATS)[number];

/** Journals before this format say nothing of their world: there was only the first. */
const FIRST_FORMAT_WITH_WORLD = 3;
const FIRST_WORLD = 1;

const SEATS_MAX = 24;
const AREAS_MAX = 60;
const TITLE_LENGTH_MAX = 80;
const FILE_NAME_LENGTH_MAX = 255;

const at = z.int().check(z.minimum(0), z.maximum(10_000_000));
const clean = (lengthMax: number) =>
	z.string().check(z.maxLength(lengthMax), z.refine(isClean, 'expected printable characters'));
const digits = z.string().check(z.regex(/^[0-9a-f]{16}$/, 'expected 16 hex digits'));
const order = z.int().check(z.minimum(1));
const text = clean(NOTE_LENGTH_MAX);

const seatSchema = z.strictObject({
	id: clean(NAME_LENGTH_MAX),
	title: clean(TITLE_LENGTH_MAX),
	roles: z.array(clean(NAME_LENGTH_MAX)).check(z.maxLength(SEATS_MAX)),
	areas: z.array(clean(NAME_LENGTH_MAX)).check(z.maxLength(AREAS_MAX)),
});

const noteSchema = z.discriminatedUnion('about', [
	z.strictObject({
		about: z.literal('hypothesis'),
		suspect: z.string().check(z.regex(SUSPECT_NAME, 'expected the name of a suspect')),
		confidence: z.int().check(z.minimum(50), z.maximum(100)),
		unless: text,
	}),
	z.strictObject({
		about: z.literal('prediction'),
		order,
		expects: z.nullable(
			z.strictObject({
				metric: clean(NOTE_WORD_LENGTH_MAX),
				change: z.enum(['falls', 'rises', 'above', 'below']),
				value: z.nullable(z.number()),
				minutes: z.int().check(z.minimum(1), z.maximum(EXPECTATION_MINUTES_MAX)),
			}),
		),
		text,
	}),
	z.strictObject({about: z.literal('opened'), panel: clean(NOTE_WORD_LENGTH_MAX)}),
	z.strictObject({about: z.literal('paused'), seconds: z.int().check(z.minimum(0))}),
	z.strictObject({
		about: z.enum(['confirm', 'hint', 'untimed', 'program', 'snapshot', 'probes']),
		text,
	}),
	z.strictObject({
		about: z.literal('probe'),
		answers: z.nullable(
			z
				.array(z.nullable(z.int().check(z.minimum(0), z.maximum(PROBE_LETTERS.length - 1))))
				.check(z.length(PROBE_QUESTIONS)),
		),
	}),
	z.strictObject({about: z.enum(['felt', 'story', 'commitment']), text}),
	z.strictObject({
		about: z.literal('room'),
		ms: z.int().check(z.minimum(0)),
		event: roomEventSchema,
	}),
]);

const beginSchema = z.pipe(
	z
		.strictObject({
			kind: z.literal('begin'),
			format: z.literal([...JOURNAL_FORMATS]),
			level: clean(64),
			levelHash: digits,
			seed: clean(SEED_LENGTH_MAX),
			world: z.optional(z.int().check(z.minimum(1))),
			game: clean(NAME_LENGTH_MAX),
			node: z.int(),
			switches: z.array(z.enum([...SWITCH_NAMES])),
			parameters: z.record(clean(64), z.record(clean(64), z.number())),
			forkedFrom: z.optional(z.strictObject({sum: z.string().check(z.regex(/^[0-9a-f]{8}$/)), at})),
			salvagedAt: z.optional(z.int().check(z.minimum(2))),
			room: z.optional(
				z.strictObject({
					seats: z.array(seatSchema).check(z.minLength(1), z.maxLength(SEATS_MAX)),
					fog: z.enum(['thick', 'thin']),
					openedAs: z.optional(clean(FILE_NAME_LENGTH_MAX)),
				}),
			),
		})
		.check(
			z.refine(
				({format, room}) => format >= ROOM_FORMAT === (room !== undefined),
				`expected “room” in format ${String(ROOM_FORMAT)}, and not before`,
			),
			z.refine(
				({format, world}) => format >= FIRST_FORMAT_WITH_WORLD === (world !== undefined),
				`expected “world” from format ${String(FIRST_FORMAT_WITH_WORLD)} on, and not before`,
			),
		),
	z.transform(begin => ({...begin, world: begin.world ?? FIRST_WORLD})),
);

export const lineSchema = z.discriminatedUnion('kind', [
	beginSchema,
	z.strictObject({
		kind: z.literal('do'),
		at,
		order,
		by: clean(NAME_LENGTH_MAX),
		what: clean(ORDER_LENGTH_MAX),
	}),
	z.strictObject({kind: z.literal('note'), at, by: clean(NAME_LENGTH_MAX), note: noteSchema}),
	z.strictObject({kind: z.literal('mark'), at, hashes: z.record(clean(64), digits)}),
	z.strictObject({kind: z.literal('reached'), at}),
	z.strictObject({
		kind: z.literal('end'),
		at,
		hash: digits,
		won: z.boolean(),
		why: clean(400),
		harm: z.number(),
		notes: z.optional(digits),
	}),
]);

/** The format that a journal with such a beginning is written in. */
export function formatOf({room}: {readonly room?: RoomPlan | undefined}): JournalFormat {
	return room === undefined ? SOLO_FORMAT : ROOM_FORMAT;
}
