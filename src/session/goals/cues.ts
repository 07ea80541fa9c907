import type {Level} from '../../level/index.ts';
import {planFault, tick, type World} from '../../sim/index.ts';
import {
	compileConditions,
	createMemory,
	evaluateRows,
	type CompiledConditions,
	type Memory,
} from './compiled-conditions.ts';
import type {Since} from './measures.ts';

/** What a level does by itself when something is so, made ready once. */
export type Cues = {
	readonly faults: Level['conditionalFaults'];
	readonly compiled: CompiledConditions;
};

/** What is remembered of it from second to second. Plain data, copied with its run. */
export type CueMemory = {
	readonly memory: Memory;
	/** When each fault was last struck, or -1. */
	readonly struckAt: Int32Array;
};

export function compileCues({conditionalFaults}: Level): Cues {
	return {
		faults: conditionalFaults,
		compiled: compileConditions(conditionalFaults.map(({when}) => when)),
	};
}

export function createCueMemory({faults, compiled}: Cues): CueMemory {
	return {memory: createMemory(compiled), struckAt: new Int32Array(faults.length).fill(-1)};
}

/** Strikes what has become due in the second that was just lived: it meets the next one. */
export function followCues(
	{faults, compiled}: Cues,
	{memory, struckAt}: CueMemory,
	world: World,
	since: Since,
): void {
	if (compiled.rows.length === 0) return;
	const {now} = world;
	evaluateRows(compiled, memory, {world, since, suspected: null});
	for (let index = 0; index < faults.length; index++) {
		if (memory.holds[compiled.asked[index]!] !== 1) continue;
		const {againSeconds, to, fault} = faults[index]!;
		const last = struckAt[index]!;
		if (last !== -1 && (againSeconds === null || now - last < againSeconds)) continue;
		struckAt[index] = now;
		planFault(world.agenda, tick(now + 1), to, fault);
	}
}
