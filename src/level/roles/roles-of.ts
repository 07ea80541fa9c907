import {beginningOf, conditionOf, type TicksTo} from '../condition-of.ts';
import {cleanText} from '../text/index.ts';
import type {OwnRolesFile} from './roles.schema.ts';
import type {Area, KeyFact, OwnRoles, Role} from './roles.types.ts';

/** Areas, roles and seats as they are played, from those that are written well. */
export function rolesOf(
	{areas = {}, roles = {}, staffing = {}, facts = {}}: OwnRolesFile,
	ticksTo: TicksTo,
): OwnRoles {
	return {
		areas: each(areas, areaOf),
		roles: each(roles, roleOf),
		staffing,
		facts: each(facts, file => factOf(file, ticksTo)),
	};
}

function each<File, Value>(
	files: Readonly<Record<string, File>>,
	make: (file: File) => Value,
): Readonly<Record<string, Value>> {
	return Object.fromEntries(Object.entries(files).map(([id, file]) => [id, make(file)]));
}

function areaOf(file: NonNullable<OwnRolesFile['areas']>[string]): Area {
	return {
		panels: file.panels ?? [],
		metrics: file.metrics ?? [],
		judges: file.judges ?? [],
		standsOn: file.standsOn ?? [],
		alerts: file.alerts ?? [],
		counts: file.counts ?? [],
		logs: file.logs ?? [],
		instruments: file.instruments ?? [],
		automations: file.automations ?? [],
		chat: file.chat ?? [],
		states: file.states ?? false,
		looks: (file.looks ?? []).map(beginningOf),
		orders: (file.orders ?? []).map(beginningOf),
	};
}

function roleOf({
	title,
	areas,
	reads = [],
	card,
}: NonNullable<OwnRolesFile['roles']>[string]): Role {
	return {title: cleanText(title), areas, reads, card: cleanText(card)};
}

function factOf(file: NonNullable<OwnRolesFile['facts']>[string], ticksTo: TicksTo): KeyFact {
	const {what, when, of, needs, told, for: orders = [], within} = file;
	return {
		what: cleanText(what),
		when: conditionOf(when, ticksTo),
		of,
		needs,
		// Metrics go by their ids, which are not in lower case.
		told: told.map(words => (words.includes(' ') ? beginningOf(words) : words.trim())),
		for: orders.map(beginningOf),
		withinMinutes: within ?? null,
	};
}
