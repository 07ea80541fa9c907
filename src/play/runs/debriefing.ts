import {
	createSearch,
	debriefOf,
	drillsOf,
	retold,
	type Baseline,
	type Debrief,
	type Drill,
	type KeptNote,
	type LookBack,
	type Reference,
	type Search,
	type TeamDebrief,
} from '../../session/index.ts';
import type {Brief, FromWorker, TeamRun, ToWorker} from './debrief-protocol.ts';

/** What a debrief is made of, beside the run itself. */
export type DebriefOptions = Brief & {
	readonly notes: readonly KeptNote[];
	readonly references: readonly Reference[];
	readonly withheld: boolean;
	/** Left out where one played alone, and where nobody asks what a team is told. */
	readonly team?: TeamRun | undefined;
	readonly game: string;
	/** What was worked out of this very run before, or null. */
	readonly known?: Known | null;
	/** Told all of it, once all is known. */
	readonly onKnown?: (known: Known) => void;
};

/** All that the nights that were lived again came to. */
export type Known = {readonly debrief: Debrief; readonly drills: readonly Drill[]};

/** A debrief that is being worked out, in as many threads as there are cores. */
export type Debriefing = {
	/** What is known so far, made anew each time it is asked for; null until the run itself has been lived again. */
	readonly debrief: Debrief | null;
	readonly progress: {readonly lived: number; readonly wanted: number};
	/** What a team is told, once that is known; undefined where one played alone. */
	readonly team: TeamDebrief | 'later' | undefined;
	/** Grows whenever more is known. */
	readonly news: number;
	/** Settles when all is known, or when it was cancelled; rejects on a fault of ours. */
	readonly finished: Promise<void>;
	/** Its dearest decisions as drills, as far as they are known, under the journal's name. */
	drills(journal: string): readonly Drill[];
	/** Tells what was withheld. */
	reveal(): void;
	cancel(): void;
};

/** A thread that lives nights again: of Node, or of a browser. */
export type Thread = {
	readonly post: (message: ToWorker) => void;
	/** Said once: who is told of its answers, and of its death. */
	readonly listen: (
		onMessage: (message: FromWorker) => void,
		onError: (error: Error) => void,
	) => void;
	readonly stop: () => void;
};

/** How threads are hired, and for how many there are cores. */
export type Crew = {readonly cores: number; readonly hire: (brief: Brief) => Thread};

/** More threads than this wait for each other's memory rather than help. */
const THREADS_MAX = 4;

export function startDebriefing(options: DebriefOptions, {cores, hire}: Crew): Debriefing {
	const {level, recorded, references, known = null} = options;
	let {withheld} = options;
	let news = 0;
	let baseline: Baseline | null = null;
	let search: Search | null = null;
	let seen: LookBack | null = null;
	let team: Debriefing['team'] = options.team === undefined ? undefined : 'later';
	const count = known === null ? Math.max(1, Math.min(THREADS_MAX, cores)) : 1;
	const threads = Array.from({length: count}, () => hire({level, recorded}));
	const tasks = tasksFor(options, () => search);
	const roster = rosterOf(threads, tasks);
	const hear = (message: FromWorker) => {
		switch (message.type) {
			case 'checked':
			case 'scored':
				break;
			case 'lived':
				baseline ??= message.baseline;
				search ??= createSearch(baseline, references);
				break;
			case 'result':
				search?.take(message.id, message.result);
				break;
			case 'looked-back':
				seen = message.lookBack;
				break;
			case 'team':
				team = message.told ?? undefined;
				break;
		}
		roster.handOut();
		news++;
	};
	const {finished, cancel} = ending(threads, (thread, message) => {
		roster.isFree(thread);
		hear(message);
		const isLast = seen !== null && team !== 'later' && (known !== null || search?.done === true);
		if (isLast && known === null) {
			const debrief = told(options, false, {baseline, search, seen});
			if (debrief !== null) options.onKnown?.({debrief, drills: drillsNow('')});
		}
		return isLast;
	});
	const drillsNow = (journal: string) =>
		known === null ? drillsFound(journal, {baseline, search}) : drillsOfOld(journal, known);
	roster.handOut();
	return {
		get debrief() {
			return told(options, withheld, {baseline, search, seen});
		},
		get progress() {
			return known === null ? (search?.progress ?? NONE_LIVED) : allLived(known);
		},
		get team() {
			return team;
		},
		get news() {
			return news;
		},
		finished,
		drills: drillsNow,
		reveal() {
			withheld = false;
			news++;
		},
		cancel,
	};
}

const NONE_LIVED = {lived: 0, wanted: 1};

function allLived({debrief: {runs}}: Known): Debriefing['progress'] {
	return {lived: runs.lived, wanted: runs.lived};
}

function drillsFound(journal: string, {baseline, search}: Omit<SoFar, 'seen'>): readonly Drill[] {
	return baseline && search ? drillsOf(baseline, search.findings, journal) : [];
}

function drillsOfOld(journal: string, {drills}: Known): readonly Drill[] {
	return drills.map(drill => ({...drill, journal, id: journal + drill.id}));
}

/** Listens to threads until all is known, it is cancelled, or one of them breaks; then none of them goes on. */
function ending(
	threads: readonly Thread[],
	isLast: (thread: Thread, message: FromWorker) => boolean,
) {
	let settle: (error?: Error) => void = () => undefined;
	const finished = new Promise<void>((resolve, reject) => {
		settle = error => {
			for (const thread of threads) thread.stop();
			if (error === undefined) resolve();
			else reject(error);
		};
	});
	for (const thread of threads) {
		thread.listen(message => {
			if (isLast(thread, message)) settle();
		}, settle);
	}
	return {
		finished,
		cancel: () => {
			settle();
		},
	};
}

type SoFar = {
	readonly baseline: Baseline | null;
	readonly search: Search | null;
	readonly seen: LookBack | null;
};

/** What is known, once there is something to tell. */
function told(
	{notes, references, known = null}: DebriefOptions,
	withheld: boolean,
	{baseline, search, seen: lookBack}: SoFar,
): Debrief | null {
	if (lookBack === null) return null;
	if (known !== null) return retold(known.debrief, {lookBack, notes, withheld});
	if (baseline === null || search === null) return null;
	const {findings, done: complete} = search;
	return debriefOf({baseline, lookBack, findings, complete, notes, references, withheld});
}

/** Threads with nothing to do, and what they are given. */
function rosterOf(threads: readonly Thread[], nextTask: () => ToWorker | null) {
	const free = [...threads];
	return {
		isFree: (thread: Thread) => {
			free.push(thread);
		},
		handOut() {
			for (let thread = free[0]; thread !== undefined; thread = free[0]) {
				const task = nextTask();
				if (task === null) break;
				free.shift();
				thread.post(task);
			}
		},
	};
}

/** What there is to do next: the run itself, the look back, where there are two threads beside it, and then what if. */
function tasksFor(
	{notes, game, team, known = null}: Pick<DebriefOptions, 'notes' | 'game' | 'team' | 'known'>,
	search: () => Search | null,
): () => ToWorker | null {
	const back: ToWorker = {type: 'look-back', notes, game};
	const first: ToWorker[] = known === null ? [{type: 'live'}, back] : [back];
	if (team !== undefined) first.push({type: 'team', game, ...team});
	return () => {
		const task = first.shift();
		if (task !== undefined) return task;
		const job = search()?.next() ?? null;
		return job === null ? null : {type: 'job', job};
	};
}
