import {en} from 'zod/locales';
import * as z from 'zod/mini';
import {SUSPECT_NAME} from '../../session/index.ts';
import {PANELS} from '../../observe/index.ts';

// The messages of zod's smaller build are a bare "Invalid input" until a language is chosen.
z.config(en());

/** What of the observation can be asked for by itself. */
export const PARTS = [
	'metrics',
	'alerts',
	'shelves',
	'log',
	'dashboard',
	'answers',
	'instruments',
	'automations',
	'orders',
	'teams',
	'chat',
	'updates',
	'standing',
] as const;

const text = (lengthMax: number, what: string) =>
	z.string().check(z.minLength(1), z.maxLength(lengthMax), z.describe(what));
const id = z
	.union([z.string().check(z.maxLength(64)), z.int()])
	.check(z.describe('chosen by the client, and returned with the answer'));

function request<Name extends string, Shape extends z.core.$ZodShape>(
	name: Name,
	what: string,
	shape: Shape,
) {
	return z.strictObject({id, do: z.literal(name), ...shape}).check(z.describe(what));
}

/** Everything that can be asked, by what stands in `do`. */
export const REQUESTS = {
	attempt: request('attempt', 'Queues a command; it is attempted in the next second that passes.', {
		order: text(500, 'the command as one would type it'),
		confirmed: z.optional(
			z.boolean().check(z.describe('runs a dangerous command where these ask first')),
		),
	}),
	confirm: request('confirm', 'Whether dangerous commands ask first; by default they do not.', {
		on: z.boolean(),
	}),
	next: request('next', 'Runs to the next second that brings news, half an hour at most.', {
		decision: z.optional(z.boolean().check(z.describe('runs past news that needs no decision'))),
	}),
	wait: request('wait', 'Lets that much time pass, whatever happens.', {
		minutes: z.optional(z.int().check(z.minimum(1), z.maximum(900))),
		seconds: z.optional(z.int().check(z.minimum(1), z.maximum(3_600))),
	}).check(
		z.refine(({minutes, seconds}) => minutes !== undefined || seconds !== undefined, {
			path: ['minutes'],
			error: 'expected minutes, seconds or both',
		}),
	),
	until: request('until', 'Lets time pass until the clock next shows a time, whatever happens.', {
		time: text(
			20,
			'HH:MM or HH:MM:SS, PDT, or as in “06:48 UTC”; “23:49 tomorrow” where the clock has just shown it',
		),
	}),
	observe: request('observe', 'What can be seen now, or the parts of it that are named.', {
		parts: z.optional(z.array(z.enum(PARTS))),
		history: z.optional(
			z.boolean().check(z.describe('whether metrics come with their values minute by minute')),
		),
	}),
	panel: request('panel', 'A panel as facts: what the screen draws and plain mode reads out.', {
		panel: z.enum(PANELS),
		filter: z.optional(
			z
				.string()
				.check(z.maxLength(40), z.describe('only what contains these words; with ! what does not')),
		),
		history: z.optional(
			z.boolean().check(z.describe('whether metrics come with their values minute by minute')),
		),
	}),
	complete: request('complete', 'The words that may complete an unfinished command.', {
		text: z.string().check(z.maxLength(500)),
	}),
	orders: request('orders', 'The commands: forms, what they do, time and risk.', {
		verb: z.optional(text(40, 'only commands that begin with this word')),
	}),
	suspect: request('suspect', 'Notes a hypothesis; it is never required.', {
		suspect: z.string().check(z.regex(SUSPECT_NAME), z.describe('one of those that `hello` names')),
		confidence: z.int().check(z.minimum(50), z.maximum(100), z.describe('per cent')),
		unless: z.optional(text(200, 'what would disprove it')),
	}),
	expect: request('expect', 'Notes what is expected of a command.', {
		order: z.optional(z.int().check(z.minimum(1), z.describe('by default the last one'))),
		text: text(200, '“METRIC falls within 10 min”, or rises, above 5, below 0.1; or any words'),
	}),
	hint: request('hint', 'A hint that fits the moment; that it was asked for is noted.', {}),
	say: request('say', 'Says something to the others of the room, where a team plays.', {
		text: text(
			500,
			'“tell all dns.answers.regional”, “request ORDER of ROLE”, “answer 3 accept ORDER”',
		),
	}),
	note: request('note', 'Notes what is said when it is over; it may follow the end.', {
		about: z.enum(['felt', 'story', 'commitment']),
		text: text(2_000, 'the words'),
	}),
	snapshot: request('snapshot', 'Saves this second, to come back to.', {
		name: z.optional(text(40, 'a name for it')),
	}),
	back: request('back', 'Goes back to an earlier second as a new run; this one is kept.', {
		to: z.optional(text(40, 'a snapshot or a time, HH:MM; by default the last snapshot')),
	}),
	result: request('result', 'How the run came out, beside the day. Only after its end.', {}),
	quit: request('quit', 'Leaves the run, which can be resumed.', {}),
} as const;

export type RequestName = keyof typeof REQUESTS;
export type Request = {[Name in RequestName]: z.infer<(typeof REQUESTS)[Name]>}[RequestName];

export function isRequestName(name: unknown): name is RequestName {
	return typeof name === 'string' && Object.hasOwn(REQUESTS, name);
}
