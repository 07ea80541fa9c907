import {levelNamed, scriptsOf} from '../levels/own-levels.ts';
import {relive} from '../../src/session/relive/relive.ts';
import {scriptSource} from '../../src/session/relive/source.ts';
import {startRun} from '../../src/session/run.ts';
import {
	copyWorld,
	createWorld,
	SUBSYSTEM_NAMES,
	step,
	tick,
	type World,
	type WorldCopy,
	type WorldSettings,
} from '../../src/sim/index.ts';

const QUIET: WorldSettings = {
	seed: '1',
	startSecondsOfDay: 84_000,
	limit: tick(100_000),
	parameters: {dwfm: {hosts: 4}},
	switches: [],
	faults: [],
};

/** Moments of three nights at which nearly every mode of every chart is some part's. */
export function moments(): readonly WorldCopy[] {
	return [...withoutNames(), ...withoutZones(), ...ofTheDay(), ...ofACompany()];
}

/** The name is lost, then most leases, under a throttle, with packets lost at the border. */
function withoutNames(): readonly WorldCopy[] {
	const world = createWorld({
		...QUIET,
		faults: [
			{at: tick(30), to: 'border', fault: {type: 'packet-loss', share: 0.2, seconds: 3_000}},
			{at: tick(120), to: 'dns', fault: {type: 'lose-tree', endpoint: 'regional'}},
			{at: tick(2_000), to: 'dwfm', fault: {type: 'break-leases', share: 0.7}},
		],
	});
	give(world, [
		{id: 'throttle-launches', args: {rate: 20}},
		{id: 'throttle-async', args: {percent: 10}},
	]);
	return copiesAt(world, [60, 290, 900, 2_400, 5_400]);
}

/** A company on a day without the name, a part of whose sessions is at its standby. */
function ofACompany(): readonly WorldCopy[] {
	const world = createWorld({
		...QUIET,
		startSecondsOfDay: 36_000,
		cast: SUBSYSTEM_NAMES,
		faults: [{at: tick(120), to: 'dns', fault: {type: 'lose-tree', endpoint: 'regional'}}],
	});
	give(world, [{id: 'come-back', args: {percent: 70}}]);
	return copiesAt(world, [100, 240, 900]);
}

/** Operators take more zones out of service than DynamoDB and the load balancers can spare. */
function withoutZones(): readonly WorldCopy[] {
	const world = createWorld(QUIET);
	const zones = [1, 2, 3].map(zone => `use1-az${String(zone)}`);
	give(world, [
		...zones.map(zone => ({id: 'evacuate-zone', args: {zone}})),
		{id: 'drain-zone', args: {zone: 'use1-az1'}},
		{id: 'pin-zone', args: {zone: 'use1-az2'}},
		{id: 'pause-containers', args: {automation: 'container-deployments'}},
		{id: 'boost-network', args: {setting: 'on'}},
	]);
	return copiesAt(world, [1_800, 3_000]);
}

/** The day as it happened, with node replacement that holds still while launches fail. */
function ofTheDay(): readonly WorldCopy[] {
	const level = levelNamed('october-20');
	const run = startRun(level, {
		seed: level.seed,
		switches: ['redshift-freeze'],
		parameters: {},
		observed: false,
	});
	const source = scriptSource('people', scriptsOf(level)['as-it-happened']!);
	return ['00:30', '02:45', '04:15', '04:30', '05:35', '06:40', '07:00', '09:00'].map(clock => {
		relive(run, source, {until: secondsAt(clock)});
		return copyWorld(run.world);
	});
}

function secondsAt(clock: string): number {
	const [hours = 0, minutes = 0] = clock.split(':').map(Number);
	return (hours * 3_600 + minutes * 60 - QUIET.startSecondsOfDay + 86_400) % 86_400;
}

/** Orders of people who are all on the call. */
function give(
	world: World,
	orders: readonly {id: string; args: Record<string, number | string>}[],
) {
	world.incidentCall.output.teams.forEach(place => (place.state = 'present'));
	step(
		world,
		orders.map((order, index) => ({number: index + 1, by: 'ana', order})),
	);
}

function copiesAt(world: World, seconds: readonly number[]): readonly WorldCopy[] {
	return seconds.map(second => {
		while (world.now < second) step(world, []);
		return copyWorld(world);
	});
}
