import {describe, expect, test} from 'vitest';
import {
	copyWorld,
	createWorld,
	hash,
	step,
	SUBSYSTEM_NAMES,
	SUBSYSTEMS,
	tick,
	worldFrom,
	type SubsystemName,
	type World,
	type WorldCopy,
} from '../../src/sim/index.ts';

// A chart decides when the Region goes on otherwise from another of its states. One that does not would only
// word a line of a log.

type Mode = {readonly name: string; value: string};

/** Seconds of a night without names and then without leases, at which each chart is tried. */
const MOMENTS = [60, 900, 2_400, 5_400];
const LIVED_SECONDS = 300;

/** Charts that only word a line today. The list may only become shorter. */
const WORDING_ONLY: readonly string[] = [
	'resolvers/scope',
	'dynamodb/store',
	'identity/tokens',
	'identity/console',
	'dwfm/fleet',
	'launches/placement',
	'network/propagation',
	'nlb/checker',
	'lambda/invocations',
	'containers/containers',
	'connect/contact',
	'redshift/queries',
	'redshift/replacements',
	'telemetry/telemetry',
];

function nights(): readonly WorldCopy[] {
	const world = createWorld({
		seed: '1',
		startSecondsOfDay: 84_000,
		limit: tick(100_000),
		parameters: {dwfm: {hosts: 4}},
		switches: [],
		faults: [
			{at: tick(30), to: 'border', fault: {type: 'packet-loss', share: 0.2, seconds: 3_000}},
			{at: tick(120), to: 'dns', fault: {type: 'lose-tree', endpoint: 'regional'}},
			{at: tick(2_000), to: 'dwfm', fault: {type: 'break-leases', share: 0.7}},
		],
	});
	world.incidentCall.output.teams.forEach(place => (place.state = 'present'));
	const order = {id: 'throttle-launches', args: {rate: 20}};
	step(world, [{number: 1, by: 'ana', order}]);
	return MOMENTS.map(moment => {
		while (world.now < moment) step(world, []);
		return copyWorld(world);
	});
}

function isMode(value: object): value is Mode {
	const keys = Object.keys(value);
	return (
		keys.length === 2 && 'name' in value && 'value' in value && typeof value.value === 'string'
	);
}

/** Every chart's place in a state, in a fixed order. */
function modesIn(state: unknown): readonly Mode[] {
	if (typeof state !== 'object' || state === null || ArrayBuffer.isView(state)) return [];
	return isMode(state) ? [state] : Object.values(state).flatMap(modesIn);
}

/** What the Region is apart from where its charts stand. */
function livedOn(copy: WorldCopy, change: (world: World) => void): string {
	const world = worldFrom(copy);
	change(world);
	for (let second = 0; second < LIVED_SECONDS; second++) step(world, []);
	for (const name of SUBSYSTEM_NAMES) for (const mode of modesIn(world[name])) mode.value = '';
	return hash([SUBSYSTEM_NAMES.map(name => world[name]), world.agenda]);
}

function decides(
	name: SubsystemName,
	states: readonly string[],
	copies: readonly WorldCopy[],
): boolean {
	return copies.some(copy => {
		const usual = livedOn(copy, () => undefined);
		const places = modesIn(worldFrom(copy)[name]);
		return places.some(
			({value}, index) =>
				states.includes(value) &&
				states.some(
					state =>
						state !== value &&
						livedOn(copy, world => (modesIn(world[name])[index]!.value = state)) !== usual,
				),
		);
	});
}

describe('a chart decides what its subsystem does', () => {
	const copies = nights();
	const charts = SUBSYSTEM_NAMES.flatMap(name =>
		Object.entries(SUBSYSTEMS[name].charts).map(
			([key, {machine}]) => [`${name}/${key}`, name, Object.keys(machine.states)] as const,
		),
	);

	test.each(charts)('%s', (chart, name, states) => {
		expect(decides(name, states, copies)).toBe(!WORDING_ONLY.includes(chart));
	});
});
