import type {Level} from '../level/index.ts';
import {createObserver, observeStep, type Observer} from '../observe/index.ts';
import {
	copyOf,
	copyWorld,
	createWorld,
	fill,
	step,
	type Attempt,
	type Order,
	type Switch,
	type World,
	type WorldCopy,
	worldFrom,
} from '../sim/index.ts';

/** What a run begins under, beside its level. Switches and parameters are those beyond the level's own. */
export type RunSetup = {
	readonly seed: string;
	readonly switches: readonly Switch[];
	readonly parameters: Level['parameters'];
	/** Without an observer a run is faster, and nobody can look at it. */
	readonly observed: boolean;
};

/** A world, whoever looks at it, and the orders waiting for its next second. */
export type Run = {
	readonly world: World;
	readonly observer: Observer | null;
	waiting: Attempt[];
	/** Orders given so far. */
	given: number;
};

export function startRun(level: Level, setup: RunSetup): Run {
	const world = createWorld({
		seed: setup.seed,
		startSecondsOfDay: level.startSecondsOfDay,
		limit: level.limit,
		parameters: merged(level.parameters, setup.parameters),
		switches: [...new Set([...level.switches, ...setup.switches])],
		faults: level.faults,
	});
	return {world, observer: setup.observed ? createObserver(world) : null, waiting: [], given: 0};
}

/** Queues an order for the next second, and returns its number. */
export function give(run: Run, by: string, order: Order): number {
	run.given++;
	run.waiting.push({number: run.given, by, order});
	return run.given;
}

/** One second, unless the run has ended. */
export function liveSecond(run: Run): void {
	if (run.world.ending !== null) return;
	step(run.world, run.waiting);
	if (run.waiting.length > 0) run.waiting = [];
	if (run.observer !== null) observeStep(run.observer, run.world);
}

/** A run set aside, to go on from as often as one likes. Nothing of a run may be missing here. */
export type RunCopy = {
	readonly [Key in Exclude<keyof Run, 'world'>]: Run[Key];
} & {readonly world: WorldCopy};

export function copyRun(run: Run): RunCopy {
	const {world, ...rest} = run;
	return {...copyOf(rest), world: copyWorld(world)};
}

/** A run of its own that goes on from there; the copy stays as it is. */
export function runFrom({world: kept, observer: watched, ...rest}: RunCopy): Run {
	const world = worldFrom(kept);
	if (watched === null) return {...copyOf(rest), world, observer: null};
	const observer = createObserver(world);
	fill(observer, copyOf(watched)); // Filled in place, as a world is: it stays as fast as one built.
	return {...copyOf(rest), world, observer};
}

function merged(base: Level['parameters'], over: Level['parameters']): Level['parameters'] {
	const parts: Record<string, Readonly<Record<string, number>>> = {...base};
	for (const [part, values] of Object.entries(over)) parts[part] = {...parts[part], ...values};
	return parts;
}
