import {suspectsOf, type Level, type Roles} from '../../level/index.ts';
import {look, type Observation} from '../../observe/index.ts';
import {assert, milestonesOf} from '../../sim/index.ts';
import {forkOf} from './fork.ts';
import {hintsNow} from '../goals/index.ts';
import type {Journal} from '../journal.types.ts';
import type {KeptNote} from '../notes.types.ts';
import type {Divergence} from './divergence.ts';
import {createCheckpoints} from './checkpoints.ts';
import {
	notesIn,
	refused,
	startReplay,
	type Refused,
	type Resumed,
	type StartedReplay,
} from './replay.ts';
import {relive} from './relive.ts';
import {seatLens, type SeatLens} from './seat-lens.ts';
import {copyRun, runFrom, type Run} from '../run.ts';
import {resultOf} from '../result.ts';
import {marksOf} from '../score/marks.ts';
import {newsOf, observationOf} from '../observation.ts';
import type {OpenOptions} from '../session.ts';
import type {Problem, Session} from '../session.types.ts';

/** Half an hour is lived in well under a fifth of a second; see `npm run bench`. */
const CHECKPOINT_EVERY_SECONDS = 1_800;
/** A longer level gets wider steps, not more memory. */
const CHECKPOINTS_MAX = 60;

/** Something in a run that one may want to jump to. */
export type Moment = {
	readonly at: number;
	readonly kind: 'order' | 'alert' | 'milestone';
	readonly text: string;
};

/** A journal as something to watch: it can be shown at any second, and nothing in it can be changed. */
export type Replayer = {
	/** The run as it stood in the second that is shown. It takes neither orders nor notes. */
	readonly session: Session;
	/** From where it is watched. */
	readonly lens: SeatLens;
	/** The same second from the second of two seats; null where it is watched from one. */
	readonly beside: Observation | null;
	/** First and last second there is to show; where the run leaves its journal there is nothing more to show. */
	readonly first: number;
	readonly last: number;
	/** Up to here everything is known, and any second can be shown at once. */
	readonly built: number;
	/** Why nothing after `last` is shown, where the run does not come out as its journal says; null as far as is known. */
	readonly refused: Refused | null;
	/** What is known of by now, earliest first. */
	readonly moments: readonly Moment[];
	/** Learns some more seconds; false when there are none left. Called between frames. */
	build(seconds: number): boolean;
	/** Shows a second, or the nearest that there is. */
	seek(at: number): void;
	/** A run of its own from the second that is shown. */
	fork(options: OpenOptions): Resumed;
};

export type OpenedReplay =
	| {readonly ok: true; readonly replayer: Replayer}
	| {readonly ok: false; readonly problem: Problem};

/** With `roles`, how people share the level, a team’s run can be watched from each of its seats. */
export function openReplay(
	level: Level,
	journal: Journal,
	options: OpenOptions & {readonly roles?: Roles},
): OpenedReplay {
	const started = startReplay(level, journal, {...options, observed: true});
	if (!started.ok) return started;
	return {ok: true, replayer: replayerOf(started, level, journal, options)};
}

function replayerOf(
	ahead: StartedReplay,
	level: Level,
	journal: Journal,
	{game, roles}: OpenOptions & {readonly roles?: Roles},
): Replayer {
	const lens = seatLens(journal.begin.room, roles, level);
	const first = ahead.run.world.now as number;
	const known = exploring(ahead, level, journal);
	const last = () =>
		Math.max(first, Math.min(journal.reached, known.refused?.divergence?.at ?? Infinity));
	let shown = known.from(first);
	const seek = (at: number) => {
		const target = Math.max(first, Math.min(last(), Math.floor(at)));
		const {now} = shown.run.world;
		if (now > target || now < known.before(target)) shown = known.from(target);
		known.note(relive(shown.run, shown.source, {until: target}));
	};
	const notes = notesIn(journal);
	const notesSoFar = () => notes.filter(({at}) => at <= shown.run.world.now);
	return {
		session: sessionOver(() => shown.run, seek, {level, journal, game, last, lens, notesSoFar}),
		lens,
		get beside() {
			return lens.beside === null ? null : lens.seeBeside(observationOf(shown.run), notesSoFar());
		},
		first,
		get last() {
			return last();
		},
		get built() {
			return known.built;
		},
		get refused() {
			return known.refused;
		},
		get moments() {
			return known.moments;
		},
		build: known.build,
		seek,
		fork(options) {
			if (known.refused !== null && shown.run.world.now >= last()) return known.refused;
			return forkOf(runFrom(copyRun(shown.run)), level, journal, options);
		},
	};
}

/** A second run ahead of the one that is shown, leaving places to come back to. */
function exploring({run, source}: StartedReplay, level: Level, journal: Journal) {
	const {world, observer} = run;
	assert(observer !== null, 'a replay is looked at');
	const first = world.now as number;
	const span = journal.reached - first;
	const every = Math.max(CHECKPOINT_EVERY_SECONDS, Math.ceil(span / CHECKPOINTS_MAX));
	const checkpoints = createCheckpoints();
	checkpoints.keep(run, source.next);
	const found: Moment[] = journal.lines.flatMap(({line}) =>
		line.kind === 'do' ? [{at: line.at, kind: 'order', text: line.what}] : [],
	);
	let strays: Refused | null = null;
	let moments: readonly Moment[] | null = null;
	let pages = observer.alerts.pages;
	const notePages = () => {
		if (observer.alerts.pages === pages) return;
		pages = observer.alerts.pages;
		found.push(
			...look(observer, world)
				.alerts.filter(({raisedAt, severity}) => raisedAt === world.now && severity === 'page')
				.map(({title}) => ({at: world.now, kind: 'alert' as const, text: title})),
		);
	};
	const isDone = () => strays !== null || world.now >= journal.reached || world.ending !== null;
	const note = (divergence: Divergence | null) => {
		if (divergence !== null) strays ??= refused(level, journal, divergence);
	};
	return {
		get built() {
			return isDone()
				? Math.max(first, strays?.divergence?.at ?? journal.reached)
				: (world.now as number);
		},
		get refused() {
			return strays;
		},
		get moments() {
			moments ??= sorted([...found, ...milestones(run)]);
			return moments;
		},
		note,
		before: (at: number): number => checkpoints.before(at) ?? first,
		from(at: number) {
			const place = checkpoints.from(at);
			assert(place !== undefined, 'a replay can always begin again');
			return {run: place.run, source: source.from(place.line)};
		},
		build: (seconds: number): boolean => {
			const until = world.now + seconds;
			while (world.now < until && !isDone()) {
				const next = Math.min(until, world.now + every - ((world.now - first) % every));
				note(relive(run, source, {until: next, recorders: [notePages]}));
				if (strays === null && (world.now - first) % every === 0)
					checkpoints.keep(run, source.next);
			}
			moments = null;
			return !isDone();
		},
	};
}

function milestones(run: Run): readonly Moment[] {
	return milestonesOf(run.world).flatMap(({what, at}) =>
		at === null ? [] : [{at, kind: 'milestone', text: what}],
	);
}

function sorted(moments: readonly Moment[]): readonly Moment[] {
	return moments.toSorted((a, b) => a.at - b.at);
}

function sessionOver(
	shown: () => Run,
	seek: (at: number) => void,
	over: {
		readonly level: Level;
		readonly journal: Journal;
		readonly game: string;
		readonly last: () => number;
		readonly lens: SeatLens;
		readonly notesSoFar: () => readonly KeptNote[];
	},
): Session {
	const {level, journal, game, last, lens, notesSoFar} = over;
	const refused = {message: 'This is a replay: it takes no commands.', suggestions: []};
	return {
		level: level.id,
		limit: level.limit,
		seed: journal.begin.seed,
		get now() {
			return shown().world.now;
		},
		get observation() {
			return lens.see(observationOf(shown()), notesSoFar());
		},
		get ended() {
			return shown().world.ending !== null || shown().world.now >= last();
		},
		get news() {
			return newsOf(shown());
		},
		get notes() {
			return notesSoFar();
		},
		note: () => refused,
		get given() {
			return shown().given;
		},
		suspects: suspectsOf(level),
		attempt: () => refused,
		advance(seconds) {
			seek(Math.min(last(), shown().world.now + seconds));
		},
		complete: () => [],
		result: () => resultOf(shown(), game),
		marks: () => marksOf({level, run: shown(), result: resultOf(shown(), game)}),
		hints: () => hintsNow(shown().evaluator, shown().evaluation),
	};
}
