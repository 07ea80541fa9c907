import * as z from 'zod/mini';
import {CHAT_ROLES, injectDeedSchema, isClean, READ_BACKS} from '../../level/index.ts';
import {
	CLAIMS_MAX,
	REASONS_TO_DECLINE,
	REASONS_TO_OBJECT,
	REPLIES,
	TIMELINE_TAGS,
	type Claim,
	type Reply,
} from '../../observe/index.ts';
import {SPLITS} from './channels.ts';
import {NOTE_TAGS, NUDGES, PATIENCES} from './room-event.types.ts';

const PANELS_MAX = 30;
const SEATS_MAX = 24;
const FACTS_MAX = 8;
const LINES_MAX = 60;
const LINE_LENGTH_MAX = 300;
const WORDS_LENGTH_MAX = 500;
const NAME_LENGTH_MAX = 64;
const MINUTES_MAX = 600;

const text = (lengthMax: number) =>
	z.string().check(z.maxLength(lengthMax), z.refine(isClean, 'expected printable characters'));
const name = text(NAME_LENGTH_MAX);
const words = text(WORDS_LENGTH_MAX);
const number = z.int().check(z.minimum(0));

const factSchema = z.discriminatedUnion('kind', [
	z.strictObject({
		kind: z.literal('metric'),
		metric: name,
		value: z.nullable(z.number()),
		sampledAt: z.int(),
	}),
	z.strictObject({
		kind: z.literal('look'),
		look: words,
		at: number,
		lines: z.array(text(LINE_LENGTH_MAX)).check(z.maxLength(LINES_MAX)),
	}),
	z.strictObject({kind: z.literal('order'), order: number, what: words, state: name}),
	z.strictObject({
		kind: z.literal('suspect'),
		suspect: name,
		confidence: z.int().check(z.minimum(50), z.maximum(100)),
	}),
]);

const objection = z.discriminatedUnion('kind', [
	z.strictObject({kind: z.literal('fact'), fact: factSchema}),
	z.strictObject({kind: z.literal('word'), word: z.enum([...REASONS_TO_OBJECT])}),
]);

const refusal = z.discriminatedUnion('kind', [
	z.strictObject({kind: z.literal('fact'), fact: factSchema}),
	z.strictObject({kind: z.literal('word'), word: z.enum([...REASONS_TO_DECLINE])}),
	z.strictObject({kind: z.literal('team'), team: name}),
]);

const stepSchema = z.discriminatedUnion('step', [
	z.strictObject({step: z.literal('accept'), order: z.nullable(words), dueAt: number}),
	z.strictObject({step: z.literal('decline'), because: refusal}),
	z.strictObject({step: z.literal('say-again'), dueAt: number}),
	z.strictObject({step: z.literal('confirm')}),
	z.strictObject({step: z.literal('correct'), order: words, dueAt: number}),
	z.strictObject({step: z.literal('withdraw')}),
	z.strictObject({step: z.literal('report'), fact: z.nullable(factSchema)}),
	z.strictObject({step: z.literal('object'), because: objection}),
	z.strictObject({step: z.literal('decide'), go: z.boolean()}),
	z.strictObject({step: z.literal('given'), order: number}),
	z.strictObject({step: z.literal('came'), as: z.enum(['effective', 'failed'])}),
	z.strictObject({step: z.literal('late')}),
]);

const side = z.enum(['above', 'below']);
const CLAIMS_IN_ALL = Object.values(CLAIMS_MAX).reduce((sum, most) => sum + most, 0);
const state = z.literal('state');
const pending = z.literal('pending');

const untilSchema = z.discriminatedUnion('kind', [
	z.strictObject({kind: z.literal('metric'), metric: name, side, value: z.number()}),
	z.strictObject({
		kind: z.literal('automation'),
		automation: name,
		is: z.enum(['running', 'paused']),
	}),
	z.strictObject({kind: z.literal('says'), who: name}),
]);

const claimSchema: z.ZodMiniType<Claim> = z.discriminatedUnion('says', [
	z.strictObject({
		field: state,
		says: z.literal('value'),
		metric: name,
		value: z.number(),
		sampledAt: z.int(),
	}),
	z.strictObject({
		field: state,
		says: z.literal('verdict'),
		metric: name,
		verdict: z.enum(['ok', 'warn', 'crit']),
	}),
	z.strictObject({
		field: state,
		says: z.literal('trend'),
		metric: name,
		trend: z.enum(['rising', 'falling', 'flat']),
	}),
	z.strictObject({
		field: state,
		says: z.literal('suspect'),
		suspect: name,
		confidence: z.int().check(z.minimum(50), z.maximum(100)),
	}),
	z.strictObject({field: state, says: z.literal('innocent'), suspect: name, because: name}),
	z.strictObject({
		field: z.literal('done'),
		says: z.literal('tried'),
		order: z.int(),
		what: words,
		state: name,
	}),
	z.strictObject({
		field: pending,
		says: z.literal('running'),
		order: z.int(),
		what: words,
		due: number,
	}),
	z.strictObject({field: pending, says: z.literal('request'), n: number, what: words}),
	z.strictObject({field: pending, says: z.literal('promise'), at: number}),
	z.strictObject({field: pending, says: z.literal('team'), team: name}),
	z.strictObject({field: pending, says: z.literal('owed'), what: name}),
	z.strictObject({
		field: z.literal('watch'),
		says: z.literal('line'),
		metric: name,
		side,
		value: z.number(),
		minutes: z.int().check(z.minimum(1), z.maximum(MINUTES_MAX)),
		answer: words,
	}),
	z.strictObject({
		field: z.literal('done'),
		says: z.literal('order'),
		order: z.int(),
		what: words,
		state: name,
	}),
	z.strictObject({
		field: z.literal('not'),
		says: z.literal('until'),
		begins: words,
		until: untilSchema,
	}),
]);

const entrySchema = z.strictObject({kind: z.enum(['said', 'request', 'order']), n: number});

/** What a line of a journal may say of a room. */
export const roomEventSchema = z.discriminatedUnion('kind', [
	z.strictObject({kind: z.literal('sat'), seat: name, person: name}),
	z.strictObject({kind: z.literal('covered'), seat: name, by: name}),
	z.strictObject({
		kind: z.literal('view'),
		panels: z.array(name).check(z.maxLength(PANELS_MAX)),
	}),
	z.strictObject({
		kind: z.literal('said'),
		to: name,
		facts: z.array(factSchema).check(z.maxLength(FACTS_MAX)),
		text: words,
	}),
	z.strictObject({
		kind: z.literal('called'),
		n: number,
		what: z.enum(['request', 'ask', 'propose']),
		of: name,
		order: z.nullable(words),
		about: z.nullable(factSchema),
		because: z.nullable(factSchema),
		dueAt: number,
	}),
	z.strictObject({kind: z.literal('stepped'), n: number, step: stepSchema}),
	z.strictObject({kind: z.literal('held'), text: words}),
	z.strictObject({kind: z.literal('released')}),
	z.strictObject({
		kind: z.literal('paced'),
		pace: z.number().check(z.minimum(0), z.maximum(1_000)),
	}),
	z.strictObject({
		kind: z.literal('injected'),
		name,
		deed: injectDeedSchema,
		planned: z.optional(z.int().check(z.minimum(1))),
	}),
	z.strictObject({kind: z.literal('noted'), tag: z.enum([...NOTE_TAGS]), text: words}),
	z.strictObject({kind: z.literal('marked'), name}),
	z.strictObject({kind: z.literal('claimed'), claim: claimSchema}),
	z.strictObject({
		kind: z.literal('unclaimed'),
		place: z.int().check(z.minimum(1), z.maximum(CLAIMS_IN_ALL)),
	}),
	z.strictObject({kind: z.literal('handed'), to: name, text: words}),
	z.strictObject({
		kind: z.literal('took'),
		readBack: z.array(number).check(z.maxLength(CLAIMS_IN_ALL)),
	}),
	z.strictObject({kind: z.literal('back'), name, from: number}),
	z.strictObject({
		kind: z.literal('replied'),
		to: z.enum([...CHAT_ROLES]),
		form: z.enum(Object.keys(REPLIES) as Reply[]),
	}),
	z.strictObject({kind: z.literal('starred'), entry: entrySchema}),
	z.strictObject({
		kind: z.literal('tagged'),
		entry: entrySchema,
		tag: z.enum([...TIMELINE_TAGS]),
	}),
	z.strictObject({kind: z.literal('reminder'), due: number, to: name, text: words}),
	z.strictObject({kind: z.literal('reminded'), n: number}),
	z.strictObject({
		kind: z.literal('split'),
		channel: z.enum([...SPLITS]),
		seats: z.array(name).check(z.maxLength(SEATS_MAX)),
	}),
	z.strictObject({kind: z.literal('readBack'), mode: z.enum([...READ_BACKS])}),
	z.strictObject({kind: z.literal('patience'), factor: z.literal([...PATIENCES])}),
	z.strictObject({kind: z.literal('wanted'), order: words}),
	z.strictObject({kind: z.literal('unconfirmed'), order: number}),
	z.strictObject({kind: z.literal('led')}),
	z.strictObject({kind: z.literal('nudged'), stage: z.enum([...NUDGES]), to: name, text: words}),
	z.strictObject({kind: z.literal('watched'), person: name}),
	z.strictObject({kind: z.literal('allowed'), person: name}),
]);
