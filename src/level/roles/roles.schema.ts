import * as z from 'zod/mini';
import {conditionSchema} from '../condition.schema.ts';
import {id} from '../id.schema.ts';
import {CHAT_ROLES, SEEN_INSTRUMENTS} from './roles.types.ts';

const NAMES_MAX = 60;
const PEOPLE_MAX = 12;

const listOf = <Item extends z.ZodMiniType>(item: Item) =>
	z.exactOptional(z.array(item).check(z.maxLength(NAMES_MAX)));
/** A name, the beginning of several, or all. */
const pattern = z
	.string()
	.check(
		z.regex(/^[A-Za-z0-9.-]{0,80}\*?$/u, 'expected a name, or how it begins and a `*`'),
		z.minLength(1),
	);
const beginning = z.string().check(z.minLength(1), z.maxLength(80));
const sentence = z.string().check(z.minLength(1), z.maxLength(160));

const area = z.strictObject({
	panels: listOf(id),
	metrics: listOf(pattern),
	judges: listOf(id),
	standsOn: listOf(id),
	/** As `group.id`. */
	alerts: listOf(pattern),
	counts: listOf(pattern),
	logs: listOf(id),
	instruments: listOf(z.enum([...SEEN_INSTRUMENTS])),
	automations: listOf(pattern),
	chat: listOf(z.enum([...CHAT_ROLES])),
	states: z.exactOptional(z.boolean()),
	/** By how they begin. */
	looks: listOf(beginning),
	orders: listOf(beginning),
});

const role = z.strictObject({
	title: z.string().check(z.minLength(1), z.maxLength(40)),
	areas: z.array(id).check(z.maxLength(NAMES_MAX)),
	reads: listOf(id),
	card: sentence,
});

const people = z
	.string()
	.check(z.regex(/^(?:[1-9]|1[0-2])$/u, `expected 1 to ${String(PEOPLE_MAX)} people`));

const fact = z.strictObject({
	what: sentence,
	when: conditionSchema,
	of: id,
	needs: z.array(id).check(z.minLength(1), z.maxLength(NAMES_MAX)),
	/** How it is told: a metric, a look, `order` and how it begins, or `words`. */
	told: z.array(beginning).check(z.minLength(1), z.maxLength(NAMES_MAX)),
	/** Orders that wait for it. */
	for: listOf(beginning),
	/** Minutes in which it has to be said. */
	within: z.exactOptional(z.int().check(z.minimum(1), z.maximum(600))),
});

export const areas = z.record(id, area);
export const roles = z.record(id, role);
export const facts = z.record(id, fact);
export const staffing = z.record(people, z.record(id, z.array(id).check(z.maxLength(NAMES_MAX))));

/** `roles.yaml`, as people write it. */
export const rolesSchema = z.strictObject({
	signs: z.array(pattern).check(z.maxLength(NAMES_MAX)),
	areas,
	roles,
	staffing,
	facts,
});

export type RolesFile = z.infer<typeof rolesSchema>;
/** The part of it that a level may have too. */
export type OwnRolesFile = Partial<Omit<RolesFile, 'signs'>>;
