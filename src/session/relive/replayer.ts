import type {Level} from '../../level/index.ts';
import {look} from '../../observe/index.ts';
import {assert, milestonesOf} from '../../sim/index.ts';
import {
	checkpointOf,
	courseFrom,
	follow,
	startCourse,
	type Checkpoint,
	type Course,
	type Divergence,
} from './replay-cursor.ts';
import {forkOf} from './fork.ts';
import {hintsNow} from '../goals/index.ts';
import type {Journal} from '../journal.types.ts';
import {notesIn, type Resumed} from './replay.ts';
import {resultOf} from '../result.ts';
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
	/** First and last second there is to show. */
	readonly first: number;
	readonly last: number;
	/** Up to here everything is known, and any second can be shown at once. */
	readonly built: number;
	/** Where the run left its journal, as far as it is known; what follows is our world, not the record. */
	readonly divergence: Divergence | null;
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

export function openReplay(level: Level, journal: Journal, options: OpenOptions): OpenedReplay {
	const started = startCourse(level, journal, {...options, observed: true});
	if (!started.ok) return started;
	return {ok: true, replayer: replayerOf(started.course, level, journal, options)};
}

function replayerOf(start: Course, level: Level, journal: Journal, {game}: OpenOptions): Replayer {
	const first = start.run.world.now as number;
	const last = Math.max(first, journal.reached);
	const places = placesOf(start, journal, last);
	let shown = courseFrom(places.before(first));

	const seek = (at: number) => {
		const target = Math.max(first, Math.min(last, Math.floor(at)));
		const place = places.before(target);
		const {now} = shown.run.world;
		if (now > target || now < place.at) shown = courseFrom(place);
		followOn(shown, journal, target);
	};
	return {
		session: sessionOver(() => shown, seek, {level, journal, game, last}),
		first,
		last,
		get built() {
			return places.built;
		},
		get divergence() {
			return places.divergence;
		},
		get moments() {
			return places.moments;
		},
		build: places.build,
		seek,
		fork(options) {
			return forkOf(courseFrom(checkpointOf(shown)).run, level, journal, options);
		},
	};
}

/** Follows past a mark that differs: what is shown then is our own world, and `divergence` says so. */
function followOn(course: Course, journal: Journal, until: number): Divergence | null {
	let first: Divergence | null = null;
	for (;;) {
		const divergence = follow(course, journal, until);
		if (divergence === null) return first;
		first ??= divergence;
		if (course.run.world.ending !== null) return first;
		course.next++;
	}
}

/** A second run ahead of the one that is shown, leaving places to come back to. */
function placesOf(start: Course, journal: Journal, last: number) {
	const {world, observer} = start.run;
	assert(observer !== null, 'a replay is looked at');
	const first = world.now as number;
	const every = Math.max(CHECKPOINT_EVERY_SECONDS, Math.ceil((last - first) / CHECKPOINTS_MAX));
	const places: Checkpoint[] = [checkpointOf(start)];
	const found: Moment[] = journal.lines.flatMap(({line}) =>
		line.kind === 'do' ? [{at: line.at, kind: 'order', text: line.what}] : [],
	);
	let divergence: Divergence | null = null;
	let moments: readonly Moment[] | null = null;

	const liveOne = () => {
		const pages = observer.alerts.pages;
		const strayed = followOn(start, journal, world.now + 1);
		divergence ??= strayed;
		if (observer.alerts.pages > pages) {
			const {alerts} = look(observer, world);
			const raised = alerts.filter(({raisedAt}) => raisedAt === world.now);
			found.push(
				...raised
					.filter(({severity}) => severity === 'page')
					.map(({title}) => ({at: world.now, kind: 'alert' as const, text: title})),
			);
		}
		if ((world.now - first) % every === 0) places.push(checkpointOf(start));
	};
	const isDone = () => world.now >= last || world.ending !== null;
	return {
		get built() {
			return isDone() ? last : (world.now as number);
		},
		get divergence() {
			return divergence;
		},
		get moments() {
			moments ??= sorted([...found, ...milestones(start)]);
			return moments;
		},
		before: (at: number): Checkpoint => {
			const place = places.findLast(candidate => candidate.at <= at);
			assert(place !== undefined, 'a replay can always begin again');
			return place;
		},
		build: (seconds: number): boolean => {
			for (let done = 0; done < seconds && !isDone(); done++) liveOne();
			moments = null;
			return !isDone();
		},
	};
}

function milestones({run}: Course): readonly Moment[] {
	return milestonesOf(run.world).flatMap(({what, at}) =>
		at === null ? [] : [{at, kind: 'milestone', text: what}],
	);
}

function sorted(moments: readonly Moment[]): readonly Moment[] {
	return moments.toSorted((a, b) => a.at - b.at);
}

function sessionOver(
	shown: () => Course,
	seek: (at: number) => void,
	over: {
		readonly level: Level;
		readonly journal: Journal;
		readonly game: string;
		readonly last: number;
	},
): Session {
	const {level, journal, game, last} = over;
	const refused = {message: 'This is a replay: it takes no orders.', suggestions: []};
	const notes = notesIn(journal);
	const observer = () => {
		const {run} = shown();
		assert(run.observer !== null, 'a replay is looked at');
		return run.observer;
	};
	return {
		level: level.id,
		seed: journal.begin.seed,
		get now() {
			return shown().run.world.now;
		},
		get observation() {
			return look(observer(), shown().run.world);
		},
		get ended() {
			return shown().run.world.ending !== null || shown().run.world.now >= last;
		},
		get news() {
			return observer().news;
		},
		get notes() {
			return notes.filter(({at}) => at <= shown().run.world.now);
		},
		note: () => refused,
		get given() {
			return shown().run.given;
		},
		attempt: () => refused,
		advance(seconds) {
			seek(Math.min(last, shown().run.world.now + seconds));
		},
		complete: () => [],
		result: () => resultOf(shown().run, game),
		hints: () => hintsNow(shown().run.judge, shown().run.ledger),
	};
}
