import {
	EVERYONE,
	fitsOneOf,
	SERVICE_ERRORS,
	type Area,
	type LevelAlert,
	type Roles,
	type Seat,
} from '../../level/index.ts';
import {ALERT_RULES, METRICS, PANELS, type Sees} from '../../observe/index.ts';

/** How much a seat is told of what it stands on: nothing in thick fog, in thin fog how that stands. */
export type Fog = 'thick' | 'thin';

export type SeatSetup = {
	/** Names under which the seat gives orders. */
	readonly as: readonly string[];
	readonly fog: Fog;
	/** Alarms of the level's own. */
	readonly alerts: readonly Pick<LevelAlert, 'id' | 'group' | 'metric'>[];
};

/** What a seat sees, from the areas that it holds or reads. */
export function seesOf(
	{areas: own, reads}: Pick<Seat, 'areas' | 'reads'>,
	roles: Roles,
	{as, fog, alerts}: SeatSetup,
): Sees {
	const held = [EVERYONE, ...own, ...reads];
	const areas = areasNamed(held, roles);
	const of = <Key extends keyof Area>(key: Key) => areas.map(area => area[key]);
	const metrics = metricsOf(areas, roles, fog);
	const grains = alertsOf(areas, metrics, alerts);
	const thin = fog === 'thin';
	return {
		everything: Object.keys(roles.areas).every(id => held.includes(id)),
		as,
		panels: PANELS.filter(id => of('panels').flat().includes(id)),
		panelsOf: {},
		metrics,
		serviceErrors: fitsOneOf(of('metrics').flat(), SERVICE_ERRORS),
		alerts: grains,
		groups: wholeGroups(grains, alerts),
		logs: [...new Set(of('logs').flat())],
		instruments: [
			...new Set([...of('instruments').flat(), ...(thin ? (['answers'] as const) : [])]),
		],
		automations: automationsIn(roles).filter(id => fitsOneOf(of('automations').flat(), id)),
		chat: [...new Set(of('chat').flat())],
		orders: ordersOf(held, roles, thin),
		states: areas.some(({states}) => states),
		withheld: looksWithheld(areas, roles, thin),
	};
}

/** The look that thin fog gives everybody. */
const THIN_LOOK = 'dig';

function areasNamed(ids: readonly string[], {areas}: Roles): readonly Area[] {
	return ids.flatMap(id => {
		const area = Object.hasOwn(areas, id) ? areas[id] : undefined;
		return area === undefined ? [] : [area];
	});
}

function metricsOf(areas: readonly Area[], roles: Roles, fog: Fog): Sees['metrics'] {
	const full = areas.flatMap(area => area.metrics);
	const judged = areas.flatMap(({judges, standsOn}) => [
		...judges,
		...(fog === 'thin' ? standsOn : []),
	]);
	const signsOf = areasNamed(judged, roles).flatMap(area => area.metrics);
	const metrics: Record<string, 'full' | 'verdict'> = {};
	for (const {id} of METRICS) {
		if (fitsOneOf(full, id)) metrics[id] = 'full';
		else if (fitsOneOf(roles.signs, id) && fitsOneOf(signsOf, id)) metrics[id] = 'verdict';
	}
	return metrics;
}

/** An alarm of a level that no area names belongs to who sees what it is about. */
function alertsOf(
	areas: readonly Area[],
	metrics: Sees['metrics'],
	own: SeatSetup['alerts'],
): Sees['alerts'] {
	const full = areas.flatMap(area => area.alerts);
	const counts = areas.flatMap(area => area.counts);
	const alerts: Record<string, 'full' | 'count'> = {};
	const know = (id: string, group: string, isTheirs: boolean) => {
		const name = `${group}.${id}`;
		if (isTheirs || fitsOneOf(full, name)) alerts[id] = 'full';
		else if (fitsOneOf(counts, name)) alerts[id] = 'count';
	};
	for (const {id, group} of ALERT_RULES) know(id, group, false);
	for (const {id, group, metric} of own) know(id, group, metrics[metric] === 'full');
	return alerts;
}

function wholeGroups(alerts: Sees['alerts'], own: SeatSetup['alerts']): readonly string[] {
	const all = [...ALERT_RULES, ...own];
	const groups = [...new Set(all.map(({group}) => group))];
	return groups.filter(group =>
		all.every(alert => alert.group !== group || Object.hasOwn(alerts, alert.id)),
	);
}

/** Every automation that an area names by its own name. */
function automationsIn({areas}: Roles): readonly string[] {
	const named = Object.values(areas).flatMap(({automations}) => automations);
	return [...new Set(named)].filter(id => !id.endsWith('*'));
}

function ordersOf(held: readonly string[], roles: Roles, thin: boolean): Sees['orders'] {
	return Object.entries(roles.areas).flatMap(([id, {orders, looks}]) =>
		[...orders, ...looks].map(begins => ({
			begins,
			// What everybody may order is seen by who gave it, or who has it beside.
			seen: (held.includes(id) && id !== EVERYONE) || (thin && begins === THIN_LOOK),
		})),
	);
}

function looksWithheld(areas: readonly Area[], roles: Roles, thin: boolean): readonly string[] {
	const own = [...areas.flatMap(({looks}) => looks), ...(thin ? [THIN_LOOK] : [])];
	const all = Object.values(roles.areas).flatMap(({looks}) => looks);
	return [...new Set(all)].filter(look => !own.includes(look));
}
