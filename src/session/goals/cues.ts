import type {Level} from '../../level/index.ts';
import {darken, heed, PANELS, type Observer, type PanelId} from '../../observe/index.ts';
import {assert, planFault, tick, type World, valueAt, numberAt} from '../../sim/index.ts';
import {
	compileConditions,
	createMemory,
	evaluateRows,
	type CompiledConditions,
	type Evaluated,
	type Memory,
} from './compiled-conditions.ts';

/** What a level does by itself when something is so, made ready once. */
export type Cues = {
	readonly faults: Level['conditionalFaults'];
	/** Places in `compiled.asked` at which remarks and dark panels begin; faults come first. */
	readonly remarks: number;
	readonly darkens: number;
	readonly panels: readonly PanelId[];
	readonly compiled: CompiledConditions;
};

/** What is remembered of it from second to second. Plain data, copied with its run. */
export type CueMemory = {
	readonly memory: Memory;
	/** When each fault was last struck, or -1. */
	readonly struckAt: Int32Array;
};

export function compileCues({conditionalFaults, chat, darkens}: Level): Cues {
	const conditions = [...conditionalFaults, ...chat, ...darkens].map(({when}) => when);
	return {
		faults: conditionalFaults,
		remarks: conditionalFaults.length,
		darkens: conditionalFaults.length + chat.length,
		panels: darkens.map(({panel}) => panelNamed(panel)),
		compiled: compileConditions(conditions),
	};
}

function panelNamed(name: string): PanelId {
	const panel = PANELS.find(id => id === name);
	assert(panel !== undefined, `${name} is a panel`);
	return panel;
}

export function createCueMemory({faults, compiled}: Cues): CueMemory {
	return {memory: createMemory(compiled), struckAt: new Int32Array(faults.length).fill(-1)};
}

/**
 * Judges the second that was just lived: what is struck meets the next, what is said or goes dark is seen in this one.
 * Panels that were `injected` dark are so whatever the level says.
 */
export function followCues(
	cues: Cues,
	cueMemory: CueMemory,
	evaluated: Evaluated,
	observer: Observer | null,
	injected: readonly PanelId[],
): void {
	const {compiled, remarks, darkens, panels} = cues;
	const {memory} = cueMemory;
	if (compiled.rows.length === 0) {
		if (observer !== null) darken(observer, injected);
		return;
	}
	evaluateRows(compiled, memory, evaluated);
	strikeDue(cues, cueMemory, evaluated.world);
	if (observer === null) return;
	const isSo = (asked: number) => memory.holds[valueAt(compiled.asked, asked)] === 1;
	const dark = panels.filter((_, index) => isSo(darkens + index));
	heed(observer, remark => isSo(remarks + remark), [...dark, ...injected]);
}

function strikeDue(
	{faults, compiled}: Cues,
	{memory, struckAt}: CueMemory,
	{now, agenda}: World,
): void {
	for (const [index, {againSeconds, to, fault}] of faults.entries()) {
		if (memory.holds[valueAt(compiled.asked, index)] !== 1) continue;
		const last = numberAt(struckAt, index);
		if (last !== -1 && (againSeconds === null || now - last < againSeconds)) continue;
		struckAt[index] = now;
		planFault(agenda, tick(now + 1), to, fault);
	}
}
