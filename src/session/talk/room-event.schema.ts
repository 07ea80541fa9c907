import * as z from 'zod/mini';
import {injectDeedSchema, isClean} from '../../level/index.ts';
import {REASONS_TO_DECLINE, REASONS_TO_OBJECT} from '../../observe/index.ts';
import {NOTE_TAGS} from './room-event.types.ts';

const PANELS_MAX = 30;
const FACTS_MAX = 8;
const LINES_MAX = 60;
const LINE_LENGTH_MAX = 300;
const WORDS_LENGTH_MAX = 500;
const NAME_LENGTH_MAX = 64;

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

/** What a line of a journal may say of a room. */
export const roomEventSchema = z.discriminatedUnion('kind', [
	z.strictObject({kind: z.literal('sat'), seat: name, person: name}),
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
	z.strictObject({kind: z.literal('injected'), name, deed: injectDeedSchema}),
	z.strictObject({kind: z.literal('noted'), tag: z.enum([...NOTE_TAGS]), text: words}),
	z.strictObject({kind: z.literal('marked'), name}),
	z.strictObject({kind: z.literal('back'), name, from: number}),
]);
