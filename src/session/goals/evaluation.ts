import type {Condition, Level, Suspect} from '../../level/index.ts';
import {
	endRun,
	milestoneAt,
	tick,
	type Ending,
	type Tick,
	type World,
	valueAt,
	numberAt,
} from '../../sim/index.ts';
import {sinceNow, type Since} from './measures.ts';
import {trueInspection, unmetIn, winPartsOf, type Unmet, type WinPart} from './open-conditions.ts';
import {compileCues, type Cues} from './cues.ts';
import {
	createMemory,
	evaluateRows,
	compileConditions,
	type Memory,
	type CompiledConditions,
} from './compiled-conditions.ts';

/** What a level asks of a run, made ready once. */
export type Evaluator = {
	readonly level: Level;
	readonly compiled: CompiledConditions;
	/** Places in `compiled.asked` at which each section begins. */
	readonly from: Readonly<Record<Section, number>>;
	/** What winning asks for, thing by thing. */
	readonly winParts: readonly WinPart[];
	readonly cues: Cues;
};

type Section = 'lose' | 'asked' | 'tasks' | 'unsafe' | 'diagnosis' | 'decisions' | 'hints';

/** What has been evaluated of a run so far. Plain data that grows with the run and is copied with it. */
export type Evaluation = {
	readonly since: Since;
	/** The player's hypothesis of the moment. */
	suspected: Suspect | null;
	readonly memory: Memory;
	/** When each critical task was met, or -1; what is judged at the end, since when it is. */
	readonly metAt: Int32Array;
	/** Oldest first, at most UNSAFE_MAX. */
	readonly unsafe: {readonly row: number; readonly at: number}[];
	/** Spans in which a diagnosis was the right one; `until` is -1 while it still is. */
	readonly truth: {readonly row: number; readonly from: number; until: number}[];
	/** When each decision point first came, or -1. */
	readonly decidedAt: Int32Array;
	/** How the level was first decided, with what was open by name; null before. */
	decided: Ending | null;
	/** What was open when it was. */
	openThen: readonly Unmet[];
	/** When such a run first met what wins it, whatever was lost before; null before. */
	wonAt: number | null;
};

const ALWAYS: Condition = {at: tick(0)};
const UNSAFE_MAX = 200;
const SPANS_MAX = 200;

export function evaluatorOf(level: Level, night: Level = level): Evaluator {
	const {goals, tasks, unsafe, diagnosis, decisions, hints} = level;
	const asked: Condition[] = goals === null ? [] : [goals.win];
	const add = (conditions: readonly Condition[]) => asked.push(...conditions) - conditions.length;
	const from = {
		lose: add((goals?.lose ?? []).map(({when}) => when)),
		asked: add(tasks.map(({asked}) => asked ?? ALWAYS)),
		tasks: add(tasks.map(({met}) => met)),
		unsafe: add(unsafe.map(({when}) => when)),
		diagnosis: add(diagnosis.map(({when}) => when)),
		decisions: add(decisions.map(({when}) => when)),
		hints: add(hints.map(({when}) => when)),
	};
	const compiled = compileConditions(asked);
	const cues = compileCues(night);
	return {level, compiled, from, winParts: winPartsOf(goals?.win, compiled), cues};
}

/** An empty evaluation for a world that is taken over now. */
export function createEvaluation({level, compiled}: Evaluator, world: World): Evaluation {
	return {
		since: sinceNow(world),
		suspected: null,
		memory: createMemory(compiled),
		metAt: new Int32Array(level.tasks.length).fill(-1),
		unsafe: [],
		truth: [],
		decidedAt: new Int32Array(level.decisions.length).fill(-1),
		decided: null,
		openThen: [],
		wonAt: null,
	};
}

/** What a level's word that it is won or lost means: the run stops there, or it is noted and the run lives on. */
export type AfterEnd = 'stop' | 'live on';

/** Evaluates the second that was just lived, and ends the run when the level says so. */
export function evaluateSecond(
	evaluator: Evaluator,
	evaluation: Evaluation,
	world: World,
	afterEnd: AfterEnd,
): void {
	const {level, compiled} = evaluator;
	const {since, suspected, memory} = evaluation;
	if (evaluateRows(compiled, memory, {world, since, suspected})) {
		noteTasks(evaluator, evaluation, world.now);
		noteUnsafe(evaluator, evaluation, world.now);
		noteTruth(evaluator, evaluation, world.now);
		noteFirst(evaluator, evaluation, world.now);
	}
	const isDecided = evaluation.decided !== null;
	const end = isDecided ? null : (world.ending ?? endNow(evaluator, evaluation, world));
	if (end !== null) noteEnd(evaluator, evaluation, world, end);
	if (level.goals === null || world.ending !== null) return;
	if (afterEnd === 'live on') {
		if (wonNow(evaluator, evaluation, world) !== null) evaluation.wonAt ??= world.now;
	} else if (end !== null) endRun(world, end.won, end.why);
}

/** A loss names what was open; the Region's own word of it stays as it is. */
function noteEnd(evaluator: Evaluator, evaluation: Evaluation, world: World, end: Ending): void {
	const open = end.won ? [] : unmetOf(evaluator, evaluation, world);
	evaluation.openThen = open;
	evaluation.decided = {...end, why: `${end.why}${openWords(open)}`};
}

const NAMED_MAX = 4;
const STILL_OPEN = ' Still open: ';

/** What the level says of an end, without what was open then. */
export function reasonIn(why: string): string {
	return why.split(STILL_OPEN, 1)[0] ?? why;
}

function openWords(open: readonly Unmet[]): string {
	const needed = open.filter(each => each.needed);
	if (needed.length === 0) return '';
	const named = needed.slice(0, NAMED_MAX).map(({text}) => text);
	const more = needed.length - named.length;
	return `${STILL_OPEN}${named.join(', ')}${more > 0 ? ` and ${String(more)} more` : ''}.`;
}

/** What keeps the level from being won in this second, whether anybody can see it or not. */
export function unmetOf(
	{winParts}: Evaluator,
	{since, memory}: Evaluation,
	world: World,
): readonly Unmet[] {
	return unmetIn(winParts, trueInspection(world, since, memory));
}

/** The hints that fit the moment, in the order of the level. */
export function hintsNow(evaluator: Evaluator, evaluation: Evaluation): readonly string[] {
	return evaluator.level.hints
		.filter((_, index) => isSo(evaluator, evaluation, evaluator.from.hints + index))
		.map(({text}) => text);
}

/** Whether the condition at a place of `compiled.asked` holds in this second. */
function isSo(evaluator: Evaluator, {memory}: Evaluation, asked: number): boolean {
	return memory.holds[placeOf(evaluator, asked)] === 1;
}

function sinceWhen(evaluator: Evaluator, {memory}: Evaluation, asked: number): number {
	return numberAt(memory.since, placeOf(evaluator, asked));
}

function placeOf({compiled}: Evaluator, asked: number): number {
	return valueAt(compiled.asked, asked);
}

function noteTasks(evaluator: Evaluator, evaluation: Evaluation, now: number): void {
	const {tasks} = evaluator.level;
	for (const [index, {before, atEnd}] of tasks.entries()) {
		const asked = evaluator.from.tasks + index;
		if (atEnd === true) {
			evaluation.metAt[index] = sinceWhen(evaluator, evaluation, asked);
			continue;
		}
		if (evaluation.metAt[index] !== -1 || (before !== null && now > before)) continue;
		if (isSo(evaluator, evaluation, asked)) evaluation.metAt[index] = now;
	}
}

/** Each time anew: what was unsafe, made safe and done again was unsafe twice. */
function noteUnsafe(evaluator: Evaluator, {unsafe, memory}: Evaluation, now: number): void {
	for (let row = 0; row < evaluator.level.unsafe.length; row++) {
		const began = memory.since[placeOf(evaluator, evaluator.from.unsafe + row)];
		if (began === now && unsafe.length < UNSAFE_MAX) unsafe.push({row, at: now});
	}
}

function noteTruth(evaluator: Evaluator, evaluation: Evaluation, now: number): void {
	const {truth} = evaluation;
	for (let row = 0; row < evaluator.level.diagnosis.length; row++) {
		const asked = evaluator.from.diagnosis + row;
		const open = truth.find(span => span.row === row && span.until === -1);
		if (!isSo(evaluator, evaluation, asked)) {
			if (open !== undefined) open.until = now;
		} else if (open === undefined && truth.length < SPANS_MAX) {
			truth.push({row, from: sinceWhen(evaluator, evaluation, asked), until: -1});
		}
	}
}

function noteFirst(evaluator: Evaluator, {decidedAt, memory}: Evaluation, now: number): void {
	for (let row = 0; row < evaluator.level.decisions.length; row++) {
		const holds = memory.holds[placeOf(evaluator, evaluator.from.decisions + row)] === 1;
		if (holds && decidedAt[row] === -1) decidedAt[row] = now;
	}
}

/** A loss counts before a win of the same second. */
function endNow(evaluator: Evaluator, evaluation: Evaluation, world: World): Ending | null {
	const {goals, limit} = evaluator.level;
	const at = world.now;
	if (goals === null) return null;
	const lost = goals.lose.find((_, index) =>
		isSo(evaluator, evaluation, evaluator.from.lose + index),
	);
	if (lost !== undefined) return {at, won: false, why: lost.why};
	const won = wonNow(evaluator, evaluation, world);
	if (won !== null) return {at, won: true, why: won};
	return at < limit ? null : {at, won: false, why: 'Time ran out before it was done.'};
}

const PREVENTED = 'Prevented: the name never lost its addresses, so the event never began.';

/** Why the run is won in this second, or null. */
function wonNow(evaluator: Evaluator, evaluation: Evaluation, world: World): string | null {
	const {goals, limit} = evaluator.level;
	const atLimit = world.now >= limit && goals?.atLimit === 'won';
	if (isSo(evaluator, evaluation, 0) || atLimit) return goals?.why ?? '';
	return isPrevented(evaluator.level, world) ? PREVENTED : null;
}

/** How long after the last minute in which its story begins a night has to stay quiet, for its story not to come. */
const QUIET_SECONDS = 3_600;

/** Every seed of such a level empties the name within its minutes unless somebody acts. */
function isPrevented({story}: Level, world: World): boolean {
	if (story?.kind !== 'name-empties' || world.now < story.until + QUIET_SECONDS) return false;
	return milestoneAt(world, 'record-empty') === null;
}

/** A condition that stands alone, made ready to be judged in one world after another with nothing before remembered. */
export function standingAlone(condition: Condition) {
	const compiled = compileConditions([condition]);
	const parts = winPartsOf(condition, compiled);
	const judged = (world: World) => {
		const [memory, since] = [createMemory(compiled), sinceNow(world)];
		evaluateRows(compiled, memory, {world, since, suspected: null});
		return {memory, since};
	};
	return {
		isSo: (world: World): boolean => judged(world).memory.holds[valueAt(compiled.asked, 0)] === 1,
		/** What keeps it from being so. */
		unmet(world: World): readonly Unmet[] {
			const {memory, since} = judged(world);
			return unmetIn(parts, trueInspection(world, since, memory));
		},
	};
}

/** Whether it had come, by then, to what a critical task is asked for. */
export function wasAsked(
	evaluator: Evaluator,
	{memory}: Evaluation,
	row: number,
	by: Tick,
): boolean {
	const first = numberAt(memory.first, placeOf(evaluator, evaluator.from.asked + row));
	return first !== -1 && first <= by;
}

/** When a critical task is out of reach, or null while it may still be met. */
export function missedAt(level: Level, row: number, world: World): Tick | null {
	const before = level.tasks[row]?.before ?? null;
	if (before !== null && world.now > before) return tick(before);
	return world.ending === null ? null : world.ending.at;
}
