import {
	createObserver,
	look,
	observeStep,
	type Alert,
	type Observation,
	type Observer,
} from '../../src/observe/index.ts';
import {
	createWorld,
	step,
	tick,
	type Attempt,
	type Fact,
	type Order,
	type ScheduledFault,
	type Switch,
	type World,
} from '../../src/sim/index.ts';

/** A Region and somebody who watches it. */
export type Night = {readonly world: World; readonly observer: Observer};

export const EMPTIED_AT = 600;

/** A healthy night, unless `emptied`: then the regional name loses its tree at EMPTIED_AT. */
export function aNight({
	emptied = false,
	switches = [],
	pressure = 0,
}: {emptied?: boolean; switches?: readonly Switch[]; pressure?: number} = {}): Night {
	const world = createWorld({
		seed: 'night',
		startSecondsOfDay: 84_000,
		limit: tick(60_000),
		parameters: {},
		// With one writer nobody else is about to build the tree that is lost.
		switches: emptied ? ['single-writer', ...switches] : switches,
		faults: emptied ? TROUBLES : [],
	});
	return {world, observer: createObserver(world, pressure)};
}

const LOST_TREE = {type: 'lose-tree', endpoint: 'regional'};
const LOSS = {type: 'packet-loss', share: 0.03, seconds: 9_000};

const TROUBLES: readonly ScheduledFault[] = [
	{at: tick(EMPTIED_AT), to: 'dns', fault: LOST_TREE},
	{at: tick(EMPTIED_AT), to: 'border', fault: LOSS},
];

export function pass({world, observer}: Night, seconds: number): void {
	for (let second = 0; second < seconds; second++) {
		step(world, []);
		observeStep(observer, world);
	}
}

/** Gives one order and lets a second pass. */
export function give({world, observer}: Night, id: string, args: Order['args'] = {}): void {
	const attempt: Attempt = {number: world.orders.length + 1, by: 'ana', order: {id, args}};
	step(world, [attempt]);
	observeStep(observer, world);
}

export function seen({world, observer}: Night): Observation {
	return look(observer, world);
}

/**
 * Seconds in which only the observer moves on: the Region's outputs stay as the test has set them. What
 * an alarm does is then a matter of the telemetry alone.
 */
export function stare({world, observer}: Night, seconds: number, says: readonly Fact[] = []): void {
	for (let second = 0; second < seconds; second++) {
		world.now = tick(world.now + 1);
		world.facts.splice(0, world.facts.length, ...says);
		observeStep(observer, world);
	}
}

export function raised(observation: Observation): readonly Alert[] {
	return observation.alerts.filter(({clearedAt}) => clearedAt === null);
}

export function valueOf(observation: Observation, id: string): number | null {
	const reading = observation.metrics[id];
	if (reading === undefined) throw new Error(`no metric ${id}`);
	return reading.value;
}
