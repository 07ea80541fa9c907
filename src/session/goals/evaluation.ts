import type {Condition, Level, Suspect} from '../../level/index.ts';
import {endRun, tick, type World} from '../../sim/index.ts';
import {sinceNow, type Since} from './measures.ts';
import {createMemory, judgeRows, watchOf, type Memory, type Watch} from './compiled-conditions.ts';

/** What a level asks of a run, made ready once. */
export type Judge = {
	readonly level: Level;
	readonly watch: Watch;
	/** Places in `watch.asked` at which each section begins. */
	readonly from: Readonly<Record<Section, number>>;
};

type Section = 'lose' | 'tasks' | 'unsafe' | 'diagnosis' | 'decisions' | 'hints';

/** What has been judged of a run so far. Plain data that grows with the run and is copied with it. */
export type Ledger = {
	readonly since: Since;
	/** The player's hypothesis of the moment. */
	suspected: Suspect | null;
	readonly memory: Memory;
	/** When each critical task was met, or -1. */
	readonly metAt: Int32Array;
	/** Oldest first, at most UNSAFE_MAX. */
	readonly unsafe: {readonly row: number; readonly at: number}[];
	/** Spans in which a diagnosis was the right one; `until` is -1 while it still is. */
	readonly truth: {readonly row: number; readonly from: number; until: number}[];
	/** When each decision point first came, or -1. */
	readonly decidedAt: Int32Array;
};

const UNSAFE_MAX = 200;
const SPANS_MAX = 200;

export function judgeOf(level: Level): Judge {
	const {goals, tasks, unsafe, diagnosis, decisions, hints} = level;
	const asked: Condition[] = goals === null ? [] : [goals.win];
	const add = (conditions: readonly Condition[]) => asked.push(...conditions) - conditions.length;
	const from = {
		lose: add((goals?.lose ?? []).map(({when}) => when)),
		tasks: add(tasks.map(({met}) => met)),
		unsafe: add(unsafe.map(({when}) => when)),
		diagnosis: add(diagnosis.map(({when}) => when)),
		decisions: add(decisions.map(({when}) => when)),
		hints: add(hints.map(({when}) => when)),
	};
	return {level, watch: watchOf(asked), from};
}

/** An empty ledger for a world that is taken over now. */
export function createLedger({level, watch}: Judge, world: World): Ledger {
	return {
		since: sinceNow(world),
		suspected: null,
		memory: createMemory(watch),
		metAt: new Int32Array(level.tasks.length).fill(-1),
		unsafe: [],
		truth: [],
		decidedAt: new Int32Array(level.decisions.length).fill(-1),
	};
}

/** Judges the second that was just lived, and ends the run when the level says so. */
export function judgeSecond(judge: Judge, ledger: Ledger, world: World): void {
	const {level, watch} = judge;
	if (watch.rows.length > 0) {
		const {since, suspected, memory} = ledger;
		judgeRows(watch, memory, {world, since, suspected});
		noteTasks(judge, ledger, world.now);
		noteUnsafe(judge, ledger, world.now);
		noteTruth(judge, ledger, world.now);
		noteFirst(judge, ledger, world.now);
	}
	if (level.goals !== null && world.ending === null) endByGoals(judge, ledger, world);
}

/** The hints that fit the moment, in the order of the level. */
export function hintsNow(judge: Judge, ledger: Ledger): readonly string[] {
	return judge.level.hints
		.filter((_, index) => isSo(judge, ledger, judge.from.hints + index))
		.map(({text}) => text);
}

/** Whether the condition at a place of `watch.asked` holds in this second. */
function isSo({watch}: Judge, {memory}: Ledger, asked: number): boolean {
	return memory.holds[watch.asked[asked]!] === 1;
}

function sinceWhen({watch}: Judge, {memory}: Ledger, asked: number): number {
	return memory.since[watch.asked[asked]!]!;
}

function noteTasks(judge: Judge, ledger: Ledger, now: number): void {
	const {tasks} = judge.level;
	for (let index = 0; index < tasks.length; index++) {
		const {before} = tasks[index]!;
		if (ledger.metAt[index] !== -1 || (before !== null && now > before)) continue;
		if (isSo(judge, ledger, judge.from.tasks + index)) ledger.metAt[index] = now;
	}
}

/** Each time anew: what was unsafe, made safe and done again was unsafe twice. */
function noteUnsafe(judge: Judge, {unsafe, memory}: Ledger, now: number): void {
	for (let row = 0; row < judge.level.unsafe.length; row++) {
		const began = memory.since[judge.watch.asked[judge.from.unsafe + row]!];
		if (began === now && unsafe.length < UNSAFE_MAX) unsafe.push({row, at: now});
	}
}

function noteTruth(judge: Judge, ledger: Ledger, now: number): void {
	const {truth} = ledger;
	for (let row = 0; row < judge.level.diagnosis.length; row++) {
		const asked = judge.from.diagnosis + row;
		const open = truth.find(span => span.row === row && span.until === -1);
		if (!isSo(judge, ledger, asked)) {
			if (open !== undefined) open.until = now;
		} else if (open === undefined && truth.length < SPANS_MAX) {
			truth.push({row, from: sinceWhen(judge, ledger, asked), until: -1});
		}
	}
}

function noteFirst(judge: Judge, {decidedAt, memory}: Ledger, now: number): void {
	for (let row = 0; row < judge.level.decisions.length; row++) {
		const holds = memory.holds[judge.watch.asked[judge.from.decisions + row]!] === 1;
		if (holds && decidedAt[row] === -1) decidedAt[row] = now;
	}
}

/** A loss counts before a win of the same second. */
function endByGoals(judge: Judge, ledger: Ledger, world: World): void {
	const {goals, limit} = judge.level;
	if (goals === null) return;
	const lost = goals.lose.find((_, index) => isSo(judge, ledger, judge.from.lose + index));
	if (lost !== undefined) endRun(world, false, lost.why);
	else if (isSo(judge, ledger, 0)) endRun(world, true, goals.why);
	else if (world.now >= limit) {
		const won = goals.atLimit === 'won';
		endRun(world, won, won ? goals.why : 'The time is up, and it is not done.');
	}
}

/** When a condition that stands alone is so in a world, with nothing before it remembered. */
export function isSoNow(condition: Condition, world: World): boolean {
	const watch = watchOf([condition]);
	const memory = createMemory(watch);
	judgeRows(watch, memory, {world, since: sinceNow(world), suspected: null});
	return memory.holds[watch.asked[0]!] === 1;
}

/** When a critical task is out of reach, or null while it may still be met. */
export function missedAt(level: Level, row: number, world: World): number | null {
	const before = level.tasks[row]?.before ?? null;
	if (before !== null && world.now > before) return tick(before);
	return world.ending === null ? null : world.ending.at;
}
