import type {Level} from '../../level/index.ts';
import {
	assert,
	currentName,
	hashes,
	SWITCH_NAMES,
	WORLD,
	type Order,
	type World,
} from '../../sim/index.ts';
import {parseOrder} from '../command.ts';
import type {EndLine, Journal, JournalLine, MarkLine} from '../journal.types.ts';
import {otherLevel, otherWorld} from './other-versions.ts';
import {
	copyRun,
	give,
	hear,
	liveSecond,
	runFrom,
	startRun,
	type Run,
	type RunCopy,
} from '../run.ts';
import type {OpenOptions} from '../session.ts';
import type {Problem} from '../session.types.ts';
import {falseClaim} from '../verify.ts';

/** Where a replay first left its journal. */
export type Divergence = {
	readonly at: number;
	/** The first subsystem, in causal order, that is not what the journal says. */
	readonly subsystem: string;
	readonly recorded: string;
	readonly replayed: string;
};

/** A run that follows a journal: which of its lines comes next, and its orders by their numbers. */
export type Course = {
	readonly run: Run;
	readonly orders: ReadonlyMap<number, Order>;
	next: number;
};

export type StartedCourse =
	{readonly ok: true; readonly course: Course} | {readonly ok: false; readonly problem: Problem};

/** The beginning of a run that a journal tells of, or why it cannot be lived in this world and under this level. */
export function startCourse(level: Level, journal: Journal, options: OpenOptions): StartedCourse {
	const refused = refusalOf(level, journal, options);
	if (refused !== undefined) return {ok: false, problem: refused};
	const orders = ordersIn(journal);
	if ('message' in orders) return {ok: false, problem: orders};
	const {begin} = journal;
	const run = startRun(level, {
		seed: begin.seed,
		switches: SWITCH_NAMES.filter(name => begin.switches.includes(name)),
		parameters: begin.parameters,
		observed: options.observed ?? true,
	});
	return {ok: true, course: {run, orders, next: 0}};
}

/**
 * Lives on until a second, or through the whole journal. What was given in that second and meets the next is
 * not given yet, so that following in two steps is following in one. Stops where it leaves the record, and
 * says how.
 */
export function follow(course: Course, journal: Journal, until = Infinity): Divergence | null {
	const {run, orders} = course;
	for (; course.next < journal.lines.length; course.next++) {
		const {line} = journal.lines[course.next]!;
		if (line.at > until) break;
		const early = liveUntil(run, line.kind === 'do' ? line.at - 1 : line.at, line);
		const divergence = early ?? meet(run, line, orders, journal);
		if (divergence !== null) return divergence;
	}
	while (run.world.now < Math.min(until, journal.reached) && run.world.ending === null) {
		liveSecond(run);
	}
	return null;
}

/** A place on a course to come back to. */
export type Checkpoint = Omit<Course, 'run'> & {readonly at: number; readonly run: RunCopy};

export function checkpointOf({run, orders, next}: Course): Checkpoint {
	return {at: run.world.now, run: copyRun(run), orders, next};
}

export function courseFrom({run, orders, next}: Checkpoint): Course {
	return {run: runFrom(run), orders, next};
}

/** Why a journal cannot be lived again in this world and under this level, if it cannot. */
export function refusalOf(
	level: Level,
	journal: Journal,
	options: Pick<OpenOptions, 'game'>,
): Problem | undefined {
	const {begin} = journal;
	if (begin.world !== WORLD) return problem(otherWorld(begin));
	if (begin.level !== level.id) {
		return problem(`The journal is of level ${begin.level}, not of ${level.id}.`);
	}
	if (begin.levelHash !== level.hash) {
		return problem(otherLevel(level, begin, options.game));
	}
	return undefined;
}

function ordersIn({lines}: Journal): ReadonlyMap<number, Order> | Problem {
	const orders = new Map<number, Order>();
	for (const {number, line} of lines) {
		if (line.kind !== 'do') continue;
		const parsed = parseOrder(line.what);
		if (!parsed.ok) return problem(`Line ${String(number)}: ${parsed.problem.message}`);
		orders.set(line.order, parsed.order);
	}
	return orders;
}

function meet(
	run: Run,
	line: JournalLine,
	orders: Course['orders'],
	journal: Journal,
): Divergence | null {
	switch (line.kind) {
		case 'do': {
			const order = orders.get(line.order);
			assert(order !== undefined, 'every order of a journal has been read');
			give(run, line.by, order);
			return null;
		}
		case 'mark':
			return compareMark(line, run.world);
		case 'end':
			return compareEnd(line, journal, run.world);
		case 'note':
			hear(run, line.note);
			return null;
		case 'begin':
		case 'reached':
			return null;
	}
}

/** Lets the seconds pass. A run that ends before its journal does has left it. */
function liveUntil(run: Run, at: number, line: JournalLine): Divergence | null {
	const {world} = run;
	while (world.now < at && world.ending === null) liveSecond(run);
	const ended = world.ending !== null && (world.now < at || line.kind === 'do');
	return ended ? {at: world.now, subsystem: 'end', recorded: 'goes on', replayed: 'ended'} : null;
}

function compareMark({at, hashes: recorded}: MarkLine, world: World): Divergence | null {
	const replayed = hashes(world);
	const names = [...new Set([...Object.keys(replayed), ...Object.keys(recorded)])];
	for (const subsystem of names) {
		const [was, is] = [recorded[subsystem] ?? 'absent', replayed[subsystem] ?? 'absent'];
		if (was !== is) return {at, subsystem: currentName(subsystem), recorded: was, replayed: is};
	}
	return null;
}

function compareEnd(end: EndLine, journal: Journal, world: World): Divergence | null {
	const found = falseClaim(end, journal, world);
	if (found === null) return null;
	const {claim, recorded, replayed} = found;
	return {at: end.at, subsystem: claim, recorded, replayed};
}

function problem(message: string): Problem {
	return {message, suggestions: []};
}
