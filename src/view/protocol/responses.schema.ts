import * as z from 'zod/mini';

const id = z
	.nullable(z.union([z.string(), z.int()]))
	.check(z.describe('as in the request; null where none could be read'));
const texts = z.array(z.string());
const clock = z.strictObject({pdt: z.string(), utc: z.string(), date: z.string()});

const event = z.strictObject({
	at: z.int().check(z.describe('seconds since the level began')),
	time: z.string().check(z.describe('HH:MM:SS PDT')),
	kind: z.string(),
	word: z.string().check(z.describe('its status: PAGE, DONE, REFUSED, CRIT')),
	text: z.string(),
	lines: texts.check(z.describe('what an inspection returned')),
});

const order = z.strictObject({
	forms: texts,
	what: z.string(),
	takesSeconds: z.number(),
	team: z.nullable(z.string()),
	needsTools: z.boolean(),
	changes: z.boolean(),
	risk: z.string(),
	danger: z.nullable(z.string()).check(z.describe('why the console asks before it is given')),
	example: z.string(),
});

const verdict = z.enum(['ok', 'warn', 'crit', 'unknown']);
const trend = z.enum(['', 'rising', 'falling', 'steady']);

/** A fact of a panel; see src/view/say/fact.types.ts. */
const fact = z.strictObject({
	group: z.string().check(z.describe('which facts it stands among')),
	id: z.string().check(z.describe('the same in every face, while the thing is the same')),
	label: z.string(),
	value: z.nullable(z.union([z.number(), z.string()])),
	unit: z.enum(['', 'share', 'count', 'per-second', 'seconds']),
	word: z.string().check(z.describe('its state: CRIT, STUCK, PAGE; empty where nobody judges it')),
	verdict,
	trend,
	age: z.nullable(z.number()).check(z.describe('seconds since it was true; null: now')),
	text: z.string().check(z.describe('the whole of it in a sentence')),
	acts: z.array(z.strictObject({key: z.string(), label: z.string(), order: z.string()})),
	history: z.optional(z.array(z.nullable(z.number()))),
});

const result = z.looseObject({
	level: z.string(),
	seed: z.string(),
	version: z.string(),
	ticks: z.int(),
	hash: z.string(),
	milestones: z.array(z.looseObject({id: z.string(), what: z.string()})),
	harm: z.strictObject({total: z.number(), parts: z.record(z.string(), z.number())}),
	/** What the harm would have cost, in dollars: an order of magnitude, by the model card. */
	money: z.strictObject({
		creditsDue: z.number(),
		creditsClaimed: z.number(),
		customersLosses: z.number(),
	}),
});

/** The parts are as src/observe/observation.types.ts has them; new fields may come within a version. */
const observation = z.looseObject({
	now: z.int(),
	clock,
	news: z.int(),
	access: z.enum(['signed-in', 'failing', 'break-glass']),
	severity: z.enum(['none', 'sev-3', 'sev-2', 'sev-1']),
	ended: z.nullable(z.strictObject({at: z.int(), won: z.boolean(), why: z.string()})),
	open: z
		.array(
			z.strictObject({
				id: z.string(),
				text: z.string(),
				about: z.string().check(z.describe('the same without how it stands')),
				until: z.string(),
				needed: z.boolean(),
			}),
		)
		.check(z.describe('what still keeps the level from being won')),
	metrics: z.optional(
		z.record(
			z.string(),
			z.strictObject({
				id: z.string(),
				label: z.string(),
				unit: z.enum(['share', 'count', 'per-second', 'seconds']),
				value: z.nullable(z.number()),
				sampledAt: z.number(),
				history: z.array(z.nullable(z.number())),
				judged: z.optional(
					z
						.strictObject({verdict, trend})
						.check(z.describe('where only this may be known: how it stands, and no value')),
				),
			}),
		),
	),
	alerts: z.optional(z.array(z.looseObject({id: z.string(), title: z.string()}))),
	standing: z.optional(z.array(fact).check(z.describe('facts shown on every panel'))),
	orders: z.optional(z.array(z.looseObject({order: z.int(), text: z.string()}))),
	log: z.optional(z.array(z.looseObject({at: z.int(), text: z.string()}))),
});

/** What comes back for a request. Which fields there are depends on what was asked. */
export const responseSchema = z.union([
	z.strictObject({
		id,
		ok: z.literal(true),
		now: z.int().check(z.describe('seconds since the level began')),
		said: z.optional(z.string().check(z.describe('what came of it, in words'))),
		order: z.optional(z.int().check(z.describe('the number of the command'))),
		takesSeconds: z.optional(z.number()),
		danger: z.optional(z.nullable(z.string())),
		stopped: z.optional(z.enum(['news', 'decision', 'until', 'ended'])),
		seconds: z.optional(z.int().check(z.describe('how far time ran'))),
		clock: z.optional(clock),
		events: z.optional(z.array(event).check(z.describe('newest first'))),
		observation: z.optional(observation),
		title: z.optional(z.string()),
		note: z.optional(z.string().check(z.describe('what the panel comes to'))),
		lines: z.optional(texts.check(z.describe('the sentences of the facts'))),
		facts: z.optional(z.array(fact)),
		words: z.optional(texts),
		orders: z.optional(z.array(order)),
		understood: z.optional(
			z
				.boolean()
				.check(z.describe('whether a prediction could be read as a metric and its change')),
		),
		name: z.optional(z.string()),
		hint: z.optional(z.nullable(z.string()).check(z.describe('null: none for this moment'))),
		journal: z.optional(z.string()),
		result: z.optional(result),
	}),
	z.strictObject({
		id,
		ok: z.literal(false),
		problem: z.strictObject({
			message: z.string(),
			suggestions: texts,
			code: z.optional(
				z.string().check(z.describe('of what the rules refuse: the same whatever the words')),
			),
		}),
	}),
]);

/** The first line. */
export const helloSchema = z.strictObject({
	hello: z.strictObject({
		protocol: z.literal(1),
		game: z.string(),
		level: z.string(),
		title: z.string(),
		briefing: z.string(),
		seed: z.string(),
		journal: z.string(),
		now: z.int(),
		limit: z.int().check(z.describe('seconds after which the level ends by itself')),
		clock,
		does: texts,
		panels: texts,
		parts: texts,
		suspects: z.record(z.string(), z.string()),
	}),
});
