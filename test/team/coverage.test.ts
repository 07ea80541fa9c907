import {describe, expect, test} from 'vitest';
import {
	beginningsOf,
	CHAT_ROLES,
	EVERYONE,
	fitsOneOf,
	ownersOf,
	SEEN_INSTRUMENTS,
	SERVICE_ERRORS,
	staffingFor,
	type Area,
} from '../../src/level/index.ts';
import {ALERT_RULES, METRICS, METRICS_OF, panelsIn, systemsIn} from '../../src/observe/index.ts';
import {ordersIn, seesOf, THE_REGION} from '../../src/session/index.ts';
import {SYSTEM_NAMES, SYSTEMS} from '../../src/sim/index.ts';
import {overviewRows} from '../../src/view/say/facts/overview.ts';
import {anObservation} from '../frames/observation.builder.ts';
import {standardRoles} from '../support/standard-roles.ts';
import {NIGHT} from './night.ts';

const ROLES = standardRoles();
const {[EVERYONE]: EVERYBODYS, ...PARTED} = ROLES.areas;
const AREAS = Object.entries(PARTED);

/** A company plays alone: what is shared out is the Region. */
const ORDERS = ordersIn(THE_REGION);
const PANELS = panelsIn(THE_REGION);
const ROWS = systemsIn(THE_REGION);
const ofCompany = (name: string) => METRICS_OF.company.some(part => name.startsWith(`${part}.`));
const METRIC_IDS = [...METRICS.map(({id}) => id), SERVICE_ERRORS].filter(id => !ofCompany(id));
const ALERT_IDS = ALERT_RULES.map(({id, group}) => `${group}.${id}`).filter(id => !ofCompany(id));
const SOURCES = [...new Set(NIGHT.flatMap(({log}) => log.map(({source}) => source)))];
const AUTOMATIONS = NIGHT[0]!.automations.map(({id}) => id);

type Listed = Exclude<keyof Area, 'states'>;

const named = (key: Listed): readonly string[] =>
	[...Object.values(PARTED), EVERYBODYS!].flatMap(area => [...area[key]]);

describe('whatever there is, an area has it', () => {
	test.each<readonly [Listed, readonly string[]]>([
		['panels', PANELS],
		['metrics', METRIC_IDS],
		['alerts', ALERT_IDS],
		['logs', SOURCES],
		['instruments', SEEN_INSTRUMENTS],
		['automations', AUTOMATIONS],
		['chat', CHAT_ROLES],
	])('of the %s', (key, things) => {
		expect(things.length).toBeGreaterThan(4);
		const exact = named(key).filter(name => name !== '*');
		expect(things.filter(thing => !fitsOneOf(exact, thing))).toEqual([]);
	});

	test('of the orders and looks', () => {
		const words = Object.values(ORDERS).flatMap(beginningsOf);
		expect(words.length).toBeGreaterThan(150);
		expect(words.filter(each => ownersOf(each, ROLES).length === 0)).toEqual([]);
	});
});

describe('nothing is two areas’', () => {
	test('of the orders, but break glass access', () => {
		const words = Object.values(ORDERS)
			.filter(({kind}) => kind === 'do')
			.flatMap(beginningsOf);
		const owners = (each: string) => ownersOf(each, ROLES).filter(id => id !== EVERYONE);
		expect(words.filter(each => owners(each).length > 1)).toEqual(['break glass access']);
	});

	test.each([
		['metrics', METRIC_IDS],
		['alerts', ALERT_IDS],
	] as const)('of the %s', (key, things) => {
		const owners = (thing: string) => AREAS.filter(([, area]) => fitsOneOf(area[key], thing));
		expect(things.filter(thing => owners(thing).length !== 1)).toEqual([]);
	});
});

test.each(Array.from({length: 12}, (_, index) => index + 1))(
	'%i people have as many seats, and every area once',
	people => {
		const seats = staffingFor(people, ROLES);
		expect(seats).toHaveLength(people);
		expect(seats.flatMap(({areas}) => areas).sort()).toEqual(Object.keys(PARTED).sort());
	},
);

test('an area has the panels on which its metrics are', () => {
	const panelsOf = ({metrics}: Area) =>
		SYSTEM_NAMES.filter(name =>
			METRICS.some(({id}) => id.startsWith(`${name}.`) && fitsOneOf(metrics, id)),
		).map(name => SYSTEMS[name].panel);
	const lacking = AREAS.flatMap(([id, area]) =>
		panelsOf(area)
			.filter(panel => !area.panels.includes(panel))
			.map(panel => `${id}: ${panel}`),
	);
	expect(lacking).toEqual([]);
});

test('the commander has verdicts for all that the overview shows, and no value', () => {
	const {metrics} = seesOf({areas: ['lead'], reads: []}, ROLES, {as: [], fog: 'thick', alerts: []});
	expect(new Set(Object.values(metrics))).toEqual(new Set(['verdict']));
	const shown = ROWS.flatMap(({signs}) => signs).map(({metric}) => metric);
	expect(shown.filter(id => !Object.hasOwn(metrics, id))).toEqual([]);
	const judged = {verdict: 'ok', trend: ''} as const;
	const readings = Object.entries(NIGHT[0]!.metrics).filter(([id]) => Object.hasOwn(metrics, id));
	const only = readings.map(([id, reading]) => [id, {...reading, value: null, judged}] as const);
	const observation = anObservation({metrics: Object.fromEntries(only)});
	const nodes = overviewRows(observation);
	expect(nodes.filter(({verdict}) => verdict !== 'ok')).toEqual([]);
});
