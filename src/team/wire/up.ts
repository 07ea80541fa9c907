import * as z from 'zod/mini';

/** Bytes of one message from a client. */
export const MESSAGE_BYTES_MAX = 16 * 1024;
const NAME_LENGTH_MAX = 40;

const id = z.int().check(z.minimum(0), z.maximum(1_000_000_000));
const text = (lengthMax: number) => z.string().check(z.maxLength(lengthMax));
const name = text(NAME_LENGTH_MAX);

const noteSchema = z.discriminatedUnion('about', [
	z.strictObject({
		about: z.literal('hypothesis'),
		suspect: text(64),
		confidence: z.number(),
		unless: text(2_000),
	}),
	z.strictObject({
		about: z.literal('prediction'),
		order: id,
		expects: z.nullable(
			z.strictObject({
				metric: text(64).check(z.regex(/^[\w.-]*$/u)),
				change: z.enum(['falls', 'rises', 'above', 'below']),
				value: z.nullable(z.number()),
				minutes: z.int().check(z.minimum(1), z.maximum(600)),
			}),
		),
		text: text(2_000),
	}),
	z.strictObject({about: z.literal('opened'), panel: text(64)}),
	z.strictObject({about: z.enum(['confirm', 'untimed', 'program']), text: text(2_000)}),
]);

/** What a client may send. The first message joins; whatever cannot be read ends the connection. */
export const upSchema = z.discriminatedUnion('kind', [
	z.strictObject({
		kind: z.literal('join'),
		wire: z.int(),
		game: name,
		/** The code of the room, for players, observers or the facilitator. */
		code: text(64),
		name,
		/** The seat that is wanted; the host finds one where none is named. */
		seat: z.nullable(name),
		/** What a client was given when it joined: it comes back to its seat with it. */
		token: z.nullable(text(64)),
		/** To look on, whatever the code lets in. */
		watch: z.optional(z.boolean()),
	}),
	/** Before joining: who may come in with that code? */
	z.strictObject({kind: z.literal('knock'), wire: z.int(), code: text(64)}),
	z.strictObject({kind: z.literal('say'), id, text: text(600)}),
	z.strictObject({kind: z.literal('note'), id, note: noteSchema}),
	z.strictObject({kind: z.literal('view'), panels: z.array(text(64)).check(z.maxLength(30))}),
	z.strictObject({
		kind: z.literal('pace'),
		id,
		pace: z.number().check(z.minimum(0), z.maximum(600)),
	}),
	/** The facilitator lets go what another holds. */
	z.strictObject({kind: z.literal('release'), id, seat: name}),
	/** The facilitator sees what a seat sees, or all of it again where none is named. */
	z.strictObject({kind: z.literal('look'), id, seat: z.nullable(name)}),
	/** Is anybody there? */
	z.strictObject({kind: z.literal('here')}),
	/** What is here does not fit what came: all of it, please. */
	z.strictObject({kind: z.literal('whole')}),
	z.strictObject({kind: z.literal('leave')}),
]);

export type Up = z.infer<typeof upSchema>;
export type UpNote = z.infer<typeof noteSchema>;

/** Reads what a client sent; undefined where it is nothing that a client of ours sends. */
export function upFrom(text: string): Up | undefined {
	let value: unknown;
	try {
		value = JSON.parse(text) as unknown;
	} catch {
		return undefined;
	}
	const parsed = upSchema.safeParse(value);
	return parsed.success ? parsed.data : undefined;
}
