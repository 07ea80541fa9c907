import {ORDERS, ordersIn, THE_REGION, type OrderSpec} from '../../sim/index.ts';
import {wordsLike} from '../likeness.ts';
import type {ConditionFile} from '../condition.schema.ts';
import type {Level, Vocabulary} from '../level.types.ts';
import {unknownNames} from '../named-conditions.ts';
import type {Objection} from '../objection.types.ts';
import {fitsOneOf} from './names-that-fit.ts';
import {ownersOf} from './owners.ts';
import {SERVICE_ERRORS} from './service-errors.ts';
import {SUSPECTS} from '../suspects.ts';
import type {OwnRolesFile} from './roles.schema.ts';
import type {Area, OwnRoles, Roles} from './roles.types.ts';

type Path = Objection['path'];

/** Names in areas that nothing has. */
export function unknownInAreas(
	{areas}: Pick<OwnRoles, 'areas'>,
	vocabulary: Vocabulary,
): readonly Objection[] {
	return Object.entries(areas).flatMap(([id, area]) => unknownIn(area, ['areas', id], vocabulary));
}

/** What facts are about, told by and wait for that nothing has; in any level no time of day is meant. */
export function unknownInFacts(
	facts: NonNullable<OwnRolesFile['facts']>,
	vocabulary: Vocabulary,
): readonly Objection[] {
	const named = {...vocabulary, suspects: Object.keys(SUSPECTS)};
	return Object.entries(facts).flatMap(([id, {when}]) => {
		const path: Path = ['facts', id, 'when'];
		const unknown = unknownNames(when, named).map(each => ({
			...each,
			path: [...path, ...each.path],
		}));
		return namesATime(when) ? [...unknown, objection(path, 'a time is a level’s own')] : unknown;
	});
}

function namesATime(when: ConditionFile): boolean {
	return JSON.stringify(when).includes('{"at":');
}

/** How facts are told and which orders wait for them. */
function untoldFacts(
	{facts}: Pick<OwnRoles, 'facts'>,
	vocabulary: Vocabulary,
): readonly Objection[] {
	const {observed, beginsOrder} = vocabulary;
	return Object.entries(facts).flatMap(([id, {told, for: orders}]) => [
		...told.flatMap((words, index) => {
			const order = /^order (?<words>.+)$/u.exec(words)?.groups?.['words'];
			const isKnown = words === 'words' || observed.includes(words) || beginsOrder(order ?? words);
			const what = `nothing is told by “${words}”`;
			return isKnown
				? []
				: [objection(['facts', id, 'told', index], what, wordsLike(words, observed))];
		}),
		...orders.flatMap((words, index) =>
			beginsOrder(words)
				? []
				: [objection(['facts', id, 'for', index], `no command starts with “${words}”`)],
		),
	]);
}

/** Tasks that are of areas that there are none of. */
export function strangeTasks(tasks: Level['tasks'], {areas}: Roles): readonly Objection[] {
	const known = Object.keys(areas);
	return tasks.flatMap(({of = []}, row) =>
		of.flatMap((area, index) =>
			known.includes(area)
				? []
				: [
						objection(
							['tasks', row, 'of', index],
							`there is no area “${area}”`,
							wordsLike(area, known),
						),
					],
		),
	);
}

function unknownIn(area: Area, path: Path, vocabulary: Vocabulary): readonly Objection[] {
	const {panels, observed, beginsOrder} = vocabulary;
	const alert = (name: string) => isAlert(name, vocabulary);
	const rows = (
		key: keyof Area,
		names: readonly string[],
		isKnown: (name: string) => boolean,
		what: string,
		known: readonly string[],
	) =>
		names.flatMap((name, index) =>
			isKnown(name)
				? []
				: [objection([...path, key, index], `${what} “${name}”`, wordsLike(name, known))],
		);
	const metric = (name: string) => isMetric(name, vocabulary);
	const automation = (name: string) => AUTOMATIONS.some(id => fitsOneOf([name], id));
	return [
		...rows('panels', area.panels, name => panels.includes(name), 'no panel is called', panels),
		...rows('metrics', area.metrics, metric, 'monitoring delivers no metric', observed),
		...rows('alerts', area.alerts, alert, 'there is no alert', vocabulary.alertGroups),
		...rows('counts', area.counts, alert, 'there is no alert', vocabulary.alertGroups),
		...rows('automations', area.automations, automation, 'there is no automation', AUTOMATIONS),
		...rows('looks', area.looks, beginsOrder, 'no look begins with', []),
		...rows('orders', area.orders, beginsOrder, 'no command starts with', []),
	];
}

/** What can be paused, by its own name or by what several make up. */
const AUTOMATIONS: readonly string[] = [
	...new Set(Object.values(ORDERS).flatMap(({blanks}) => wordsIn(blanks['automation']))),
];

function isMetric(name: string, {observed}: Vocabulary): boolean {
	return [...observed, SERVICE_ERRORS].some(metric => fitsOneOf([name], metric));
}

/** `group.id`, `group.begins*` or `*`: each half is known by itself. */
function isAlert(name: string, {alerts, alertGroups}: Vocabulary): boolean {
	const dot = name.indexOf('.');
	if (dot === -1) return name === '*';
	const id = name.slice(dot + 1);
	return alertGroups.includes(name.slice(0, dot)) && alerts.some(each => fitsOneOf([id], each));
}

/** What does not go together: names of areas and roles that there are none of, seats, orders that are nobody's. */
export function brokenIn(roles: Roles, vocabulary: Vocabulary): readonly Objection[] {
	return [
		...roles.signs.flatMap((name, index) =>
			isMetric(name, vocabulary)
				? []
				: [objection(['signs', index], `monitoring delivers no metric “${name}”`)],
		),
		...strangers(roles),
		...untoldFacts(roles, vocabulary),
		...wrongSeats(roles),
		...ordersOfNobody(roles),
	];
}

function strangers({areas, roles, staffing, facts}: Roles): readonly Objection[] {
	const areaIds = Object.keys(areas);
	const seated = [...Object.keys(roles), ...areaIds];
	const unknown = (names: readonly string[], known: readonly string[], path: Path, what: string) =>
		names.flatMap((name, index) =>
			known.includes(name)
				? []
				: [objection([...path, index], `there is no ${what} “${name}”`, wordsLike(name, known))],
		);
	return [
		...Object.entries(areas).flatMap(([id, {judges, standsOn}]) => [
			...unknown(judges, areaIds, ['areas', id, 'judges'], 'area'),
			...unknown(standsOn, areaIds, ['areas', id, 'standsOn'], 'area'),
		]),
		...Object.entries(roles).flatMap(([id, role]) => [
			...(areaIds.includes(id) ? [objection(['roles', id], `“${id}” is an area already`)] : []),
			...unknown(role.areas, areaIds, ['roles', id, 'areas'], 'area'),
			...unknown(role.reads, areaIds, ['roles', id, 'reads'], 'area'),
		]),
		...Object.entries(staffing).flatMap(([people, seats]) =>
			Object.entries(seats).flatMap(([seat, names]) =>
				unknown(names, seated, ['staffing', people, seat], 'role or area'),
			),
		),
		...Object.entries(facts).flatMap(([id, {of, needs}]) => [
			...unknown([of], seated, ['facts', id, 'of'], 'role or area'),
			...unknown(needs, seated, ['facts', id, 'needs'], 'role or area'),
		]),
	];
}

function wrongSeats({staffing}: Roles): readonly Objection[] {
	if (Object.keys(staffing).length === 0) {
		return [objection(['staffing'], 'expected the seats for at least one number of people')];
	}
	return Object.entries(staffing).flatMap(([people, seats]) => {
		const count = Object.keys(seats).length;
		if (count === Number(people)) return [];
		const expected = `expected a seat for each of ${people}, not ${String(count)}`;
		return [objection(['staffing', people], expected)];
	});
}

function ordersOfNobody(roles: Roles): readonly Objection[] {
	const nobodys = Object.values(ordersIn(THE_REGION))
		.flatMap(beginningsOf)
		.filter(words => ownersOf(words, roles).length === 0);
	return [...new Set(nobodys)].map(words =>
		objection(['areas'], `expected an area with the command “${words}”`),
	);
}

/** How an order can begin, as far as words alone tell whose it is. */
export function beginningsOf({forms, blanks}: OrderSpec): readonly string[] {
	return forms.flatMap(form => {
		let begun: readonly string[] = [''];
		for (const word of form.split(' ')) {
			const name = /^<(.+)>$/u.exec(word)?.[1];
			const next = name === undefined ? [word] : wordsIn(blanks[name]);
			if (next.length === 0) break;
			begun = begun.flatMap(words => next.map(each => `${words} ${each}`.trim()));
		}
		return begun;
	});
}

function wordsIn(blank: OrderSpec['blanks'][string] | undefined): readonly string[] {
	return blank?.kind === 'word' ? blank.words : [];
}

function objection(path: Path, message: string, suggestions: readonly string[] = []): Objection {
	return {path, message, suggestions};
}
