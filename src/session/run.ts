import {nightOf, type Level} from '../level/index.ts';
import {
	createObserver,
	observeStep,
	PANELS,
	seenNow,
	type Observer,
	type PanelId,
} from '../observe/index.ts';
import {
	assert,
	castOf,
	copyOf,
	copyWorld,
	createWorld,
	restoreInto,
	step,
	type Attempt,
	type OnAsked,
	type Order,
	type Switch,
	type World,
	type WorldCopy,
	type WorldSettings,
	worldFrom,
} from '../sim/index.ts';
import {parseOrder} from './command.ts';
import {
	createEvaluation,
	evaluateSecond,
	evaluatorOf,
	type AfterEnd,
	type Evaluation,
	type Evaluator,
	createCueMemory,
	createOpenWatch,
	followCues,
	type CueMemory,
	watchOpen,
	type OpenWatch,
	type Sight,
} from './goals/index.ts';
import {darkened, inject, nothingInjected, type Injected} from './injects/inject.ts';
import type {Note} from './notes.types.ts';

/** Who gives the orders of a prelude. */
export const NIGHT_SHIFT = 'night shift';

/** What a run begins under, beside its level. Switches and parameters are those beyond the level's own. */
export type RunSetup = {
	readonly seed: string;
	readonly switches: readonly Switch[];
	readonly parameters: Level['parameters'];
	/** Without an observer a run is faster, and nobody can look at it. */
	readonly observed: boolean;
	/** Whether it is lived on after its level has called it won or lost; without it, it stops. */
	readonly afterEnd?: AfterEnd;
	/** Told of each switch that the Region asks after. */
	readonly onAsked?: OnAsked;
};

/** A world, whoever looks at it, and the orders waiting for its next second. */
export type Run = {
	readonly world: World;
	readonly observer: Observer | null;
	waiting: Attempt[];
	/** Orders given so far. */
	given: number;
	/** Orders of the night shift given so far. */
	night: number;
	readonly evaluator: Evaluator;
	/** What has been evaluated since the player took over. */
	evaluation: Evaluation;
	readonly afterEnd: AfterEnd;
	/** What is told as open; nobody tells it where nobody looks. */
	readonly open: OpenWatch;
	/** What the level has done by itself. */
	readonly cues: CueMemory;
	readonly injected: Injected;
};

export function startRun(level: Level, setup: RunSetup): Run {
	const night = nightOf(level, setup.seed);
	const settings: WorldSettings = {
		seed: setup.seed,
		startSecondsOfDay: night.startSecondsOfDay,
		limit: level.limit,
		parameters: merged(night.parameters, setup.parameters),
		switches: [...new Set([...night.switches, ...setup.switches])],
		faults: night.faults,
		cast: level.cast,
		rules: {
			orderDelay: level.orderDelay,
			withheld: [
				...level.withhold.orders,
				...level.withhold.instruments.map(instrument => `show ${instrument}`),
			],
			judgedElsewhere: level.goals !== null,
		},
	};
	const world = createWorld(settings, setup.onAsked);
	const observer = setup.observed
		? createObserver(world, level.dials.pressure, darkIn(level), level)
		: null;
	const evaluator = evaluatorOf(level, night);
	const evaluation = createEvaluation(evaluator, world);
	const {afterEnd = 'stop'} = setup;
	const run: Run = {
		...{world, observer, waiting: [], given: 0, night: 0, evaluator, evaluation, afterEnd},
		open: createOpenWatch(evaluator.winParts),
		cues: createCueMemory(evaluator.cues),
		injected: nothingInjected(),
	};
	livePrelude(run, level);
	return run;
}

function darkIn({withhold}: Level): readonly PanelId[] {
	return PANELS.filter(panel => withhold.panels.includes(panel));
}

/** What colleagues did before the player takes over is lived, never made up. */
function livePrelude(run: Run, {takeover}: Level): void {
	while (run.world.now < takeover) liveUnevaluated(run);
	run.evaluation = createEvaluation(run.evaluator, run.world);
}

/** Queues an order for the next second, and returns its number. */
export function give(run: Run, by: string, order: Order): number {
	run.given++;
	run.waiting.push({number: run.given, by, order});
	return run.given;
}

/** Of what is said beside orders, what moves a run: whom the player suspects, which a level may ask, and injects. */
export function hear(run: Run, note: Note): void {
	if (note.about === 'hypothesis') run.evaluation.suspected = note.suspect;
	if (note.about === 'room' && note.event.kind === 'injected') inject(run, note.event.deed);
}

/** How the run ended; in one that is lived on, how it first was won or lost. */
export function endOf({world, evaluation}: Run): World['ending'] {
	return evaluation.decided ?? world.ending;
}

/** One second, unless the run has ended. */
export function liveSecond(run: Run): void {
	if (run.world.ending !== null) return;
	liveUnevaluated(run);
	evaluateSecond(run.evaluator, run.evaluation, run.world, run.afterEnd);
	if (run.observer === null) return;
	watchOpen(run.open, run.evaluator.winParts, sightOf(run), run.world.now);
}

/**
 * What an operator can know of what is open; null while nobody is told. While the name is gone everything is open:
 * what is left to do is told once it answers, or to who takes over.
 */
export function sightOf({evaluator, evaluation, observer, world}: Run): Sight | null {
	const isHidden = castOf(world).includes('dns') && (world.dns.output.answers[0] ?? 0) === 0;
	const isTold = evaluator.level.takeover > 0 || !isHidden;
	if (observer === null || !isTold) return null;
	const {since, memory} = evaluation;
	return {world, since, memory, read: metric => seenNow(observer, metric)};
}

function liveUnevaluated(run: Run): void {
	askNightShift(run);
	step(run.world, run.waiting);
	if (run.waiting.length > 0) run.waiting = [];
	const {world, evaluator, evaluation, observer} = run;
	const {since, suspected} = evaluation;
	followCues(evaluator.cues, run.cues, {world, since, suspected}, observer, darkened(run));
	if (run.observer !== null) observeStep(run.observer, run.world);
}

/**
 * Colleagues give their orders before the player comes, and may go on beside them. Their orders count up to
 * zero, so that the player's first is number one.
 */
function askNightShift(run: Run): void {
	const {prelude} = run.evaluator.level;
	for (let next = prelude[run.night]; next !== undefined; next = prelude[run.night]) {
		if (next.at > run.world.now + 1) return;
		const parsed = parseOrder(next.words);
		assert(parsed.ok, 'a level’s prelude is checked when it is read');
		run.night++;
		run.waiting.push({number: run.night - prelude.length, by: NIGHT_SHIFT, order: parsed.order});
	}
}

/** A run set aside, to go on from as often as one likes. Nothing of a run may be missing here. */
export type RunCopy = {
	readonly [Key in Exclude<keyof Run, 'world'>]: Run[Key];
} & {readonly world: WorldCopy};

export function copyRun(run: Run): RunCopy {
	const {world, evaluator, ...rest} = run;
	return {...copyOf(rest), evaluator, world: copyWorld(world)};
}

/** A run of its own that goes on from there, with more `switches` on; the copy stays as it is. */
export function runFrom(
	{world: kept, evaluator, observer: watched, ...rest}: RunCopy,
	switches: readonly Switch[] = [],
): Run {
	const {settings} = kept;
	const more = {...settings, switches: [...settings.switches, ...switches]};
	const world = worldFrom(switches.length === 0 ? kept : {...kept, settings: more});
	if (watched === null) return {...copyOf(rest), evaluator, world, observer: null};
	const observer = createObserver(world, 0, [], evaluator.level);
	restoreInto(observer, copyOf(watched)); // Filled in place, as a world is: it stays as fast as one built.
	return {...copyOf(rest), evaluator, world, observer};
}

function merged(base: Level['parameters'], over: Level['parameters']): Level['parameters'] {
	const parts: Record<string, Readonly<Record<string, number>>> = {...base};
	for (const [part, values] of Object.entries(over)) parts[part] = {...parts[part], ...values};
	return parts;
}
