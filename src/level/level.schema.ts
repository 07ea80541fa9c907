import * as z from 'zod/mini';
import {SUBSYSTEM_NAMES, SWITCH_NAMES, type Bounds} from '../sim/index.ts';
import {conditionSchema} from './condition.schema.ts';
import {faults, minutes} from './fault.schema.ts';
import {INSTRUMENTS, LEVEL_KINDS, READ_BACKS} from './level.types.ts';
import {id} from './id.schema.ts';
import {injects} from './injects/index.ts';
import {parametersOf} from './parameter-range.ts';
import {areas, facts, roles, staffing} from './roles/roles.schema.ts';
import {CHAT_ROLES} from './roles/roles.types.ts';
import {SEED_LENGTH_MAX} from './seed.ts';
import {time} from './time.schema.ts';

const ROWS_MAX = 40;
const PRELUDE_MAX = 400;

const sentence = z.string().check(z.minLength(1), z.maxLength(400));
const orderLine = z.string().check(z.minLength(1), z.maxLength(500));
const switches = z.array(z.enum([...SWITCH_NAMES]));
const numberOf = ({kind, min, max}: Bounds, what: string) =>
	(kind === 'whole' ? z.int() : z.number()).check(z.minimum(min), z.maximum(max), z.describe(what));
const rows = <Row extends z.ZodMiniType>(row: Row) => z.array(row).check(z.maxLength(ROWS_MAX));

const parameters = z.strictObject(
	Object.fromEntries(
		SUBSYSTEM_NAMES.map(part => [
			part,
			z.optional(
				z.strictObject(
					Object.fromEntries(
						Object.entries(parametersOf(part)).map(([name, {what, unit, bounds}]) => [
							name,
							z.optional(numberOf(bounds, `${what} (${unit})`)),
						]),
					),
				),
			),
		]),
	),
);

/** Parts of a level that may be missing, each in its own shape. */
const SECTIONS = {
	/** Only `pressure` is set, and makes the call louder; the others are counted from the level. */
	dials: z.strictObject({pressure: z.exactOptional(z.int().check(z.minimum(0), z.maximum(3)))}),
	prelude: z.strictObject({
		until: time,
		/** What colleagues do, before the player takes over at `until` and beside them: lines of `HH:MM:SS order`. */
		orders: z.array(orderLine).check(z.maxLength(PRELUDE_MAX)),
	}),
	withhold: z.strictObject({
		orders: z.exactOptional(rows(orderLine)),
		instruments: z.exactOptional(rows(z.enum([...INSTRUMENTS]))),
		panels: z.exactOptional(rows(id)),
	}),
	goals: z.strictObject({
		win: conditionSchema,
		why: sentence,
		lose: z.exactOptional(rows(z.strictObject({when: conditionSchema, why: sentence}))),
		atLimit: z.enum(['lost', 'won']),
	}),
	task: z.strictObject({
		id,
		what: sentence,
		/** Only where it comes to this; of everybody, unless told. */
		asked: z.exactOptional(conditionSchema),
		met: conditionSchema,
		before: z.exactOptional(time),
		/** Judged by how things stand when the run ends: what is met and undone again is not met. */
		atEnd: z.exactOptional(z.boolean()),
		/** Areas whose task it is; unless told, those that have its orders. */
		of: z.exactOptional(z.array(id).check(z.minLength(1), z.maxLength(ROWS_MAX))),
	}),
	unsafe: z.strictObject({id, what: sentence, when: conditionSchema}),
	diagnosis: z.strictObject({suspect: id, when: conditionSchema}),
	decision: z.strictObject({
		id,
		what: sentence,
		when: conditionSchema,
		alternatives: rows(orderLine),
	}),
	recurrence: z.strictObject({
		/** Times count from the moment it comes again: '00:05' is five minutes later. */
		faults,
		minutes: z.int().check(z.minimum(1), z.maximum(600)),
		holds: conditionSchema,
	}),
	variation: z.strictObject({
		id,
		/** Moves the clock alone: every other time is still the level's own. */
		start: z.exactOptional(time),
		faults: z.exactOptional(faults),
		parameters: z.exactOptional(parameters),
		switches: z.exactOptional(switches),
	}),
	hint: z.strictObject({when: conditionSchema, text: sentence}),
	alert: z.strictObject({
		id,
		/** Whose it is: what the flood is grouped by. */
		group: id,
		severity: z.enum(['page', 'ticket', 'info']),
		metric: z.string().check(z.minLength(1), z.maxLength(80)),
		above: z.exactOptional(z.number()),
		below: z.exactOptional(z.number()),
		/** Where it lets go; a fifth to the healthy side, unless told. */
		clear: z.exactOptional(z.number()),
		/** Minutes that the line has to be crossed; none, unless told. */
		for: z.exactOptional(minutes),
		/** `{}` stands for the value. */
		title: z.string().check(z.minLength(1), z.maxLength(80)),
	}),
	remark: z.strictObject({
		from: z.string().check(z.minLength(1), z.maxLength(60)),
		role: z.enum([...CHAT_ROLES]),
		when: conditionSchema,
		/** Minutes that it has to be so, and before it is said again: it is said once, unless told. */
		for: z.exactOptional(minutes),
		again: z.exactOptional(minutes),
		/** Said in turn, each once in a run. */
		words: z.array(sentence).check(z.minLength(1), z.maxLength(10)),
	}),
	/** What may be to blame in this level alone: what it is, as the end of a sentence. */
	suspect: z.strictObject({id, what: z.string().check(z.minLength(1), z.maxLength(80))}),
	/** Dark while it is so. */
	darkens: z.strictObject({panel: id, when: conditionSchema}),
} as const;

/** `level.yaml`, as people write it. A key it does not know is an error. */
export const levelSchema = z.strictObject({
	format: z.literal(1),
	id,
	title: z.string().check(z.minLength(1), z.maxLength(80)),
	summary: sentence,
	kind: z.exactOptional(z.enum([...LEVEL_KINDS])),
	ladder: z.exactOptional(z.int().check(z.minimum(0), z.maximum(99))),
	/** Real minutes, said beforehand. */
	minutes: z.exactOptional(z.number().check(z.positive(), z.maximum(600))),
	lesson: z.exactOptional(sentence),
	role: z.exactOptional(sentence),
	/** Whether it is the night of 20 October itself, so that a run can be measured against the record. */
	record: z.exactOptional(z.boolean()),
	dials: z.exactOptional(SECTIONS.dials),
	start: time,
	limit: time,
	seed: z.union([
		z.string().check(z.minLength(1), z.maxLength(SEED_LENGTH_MAX)),
		z.int().check(z.minimum(0)),
	]),
	/** A seed that does not make this happen makes another night: play goes on to the next that does. */
	story: z.exactOptional(
		z.union([
			z.strictObject({nameEmptiesFrom: time, nameEmptiesUntil: time}),
			/** Judged when the player takes over, or then. */
			z.strictObject({when: conditionSchema, at: z.exactOptional(time)}),
		]),
	),
	faults,
	switches,
	parameters,
	prelude: z.exactOptional(SECTIONS.prelude),
	/** The subsystems that it is about: nothing else is shown, ordered or counted. The whole Region, unless told. */
	cast: z.exactOptional(z.array(z.enum([...SUBSYSTEM_NAMES])).check(z.minLength(1))),
	orderDelay: z.exactOptional(z.number().check(z.minimum(0.1), z.maximum(10))),
	withhold: z.exactOptional(SECTIONS.withhold),
	goals: z.exactOptional(SECTIONS.goals),
	tasks: z.exactOptional(rows(SECTIONS.task)),
	unsafe: z.exactOptional(rows(SECTIONS.unsafe)),
	suspects: z.exactOptional(rows(SECTIONS.suspect)),
	diagnosis: z.exactOptional(rows(SECTIONS.diagnosis)),
	decisions: z.exactOptional(rows(SECTIONS.decision)),
	recurrence: z.exactOptional(SECTIONS.recurrence),
	variations: z.exactOptional(rows(SECTIONS.variation)),
	hints: z.exactOptional(rows(SECTIONS.hint)),
	alerts: z.exactOptional(rows(SECTIONS.alert)),
	chat: z.exactOptional(rows(SECTIONS.remark)),
	darkens: z.exactOptional(rows(SECTIONS.darkens)),
	/** What whoever serves a drill may bring about; a plan of a session names these. */
	injects: z.exactOptional(injects),
	/** Which orders a room reads back before it gives them: none, those that ask first, or all that touch the Region. */
	readBack: z.exactOptional(z.enum([...READ_BACKS])),
	/** For how many people there is something to do in it; left out where that is as many as a room takes. */
	people: z.exactOptional(z.int().check(z.minimum(1), z.maximum(12))),
	/** How several people share it, where that is not as in any level. */
	areas: z.exactOptional(areas),
	roles: z.exactOptional(roles),
	staffing: z.exactOptional(staffing),
	facts: z.exactOptional(facts),
});

export type LevelFile = z.infer<typeof levelSchema>;
