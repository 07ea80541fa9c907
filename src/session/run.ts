import type {Level} from '../level/index.ts';
import {createObserver, observeStep, type Observer} from '../observe/index.ts';
import {
	createWorld,
	step,
	type Attempt,
	type Order,
	type Switch,
	type World,
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

function merged(base: Level['parameters'], over: Level['parameters']): Level['parameters'] {
	const parts: Record<string, Readonly<Record<string, number>>> = {...base};
	for (const [part, values] of Object.entries(over)) parts[part] = {...parts[part], ...values};
	return parts;
}
