import type {Level} from '../level/index.ts';
import {hashes, hashOf, SWITCH_NAMES, type World} from '../sim/index.ts';
import {parseOrder} from './command.ts';
import type {EndLine, Journal, JournalLine, MarkLine} from './journal.types.ts';
import type {KeptNote} from './notes.types.ts';
import {resultOf} from './result.ts';
import {give, liveSecond, startRun, type Run} from './run.ts';
import {sessionOf, type JournalledSession, type OpenOptions} from './session.ts';
import type {Problem, RunResult} from './session.types.ts';

/** Where a replay first left its journal. */
export type Divergence = {
	readonly at: number;
	/** The first subsystem, in causal order, that is not what the journal says. */
	readonly subsystem: string;
	readonly recorded: string;
	readonly replayed: string;
};

export type Replay =
	| {readonly ok: false; readonly problem: Problem}
	| {
			readonly ok: true;
			readonly result: RunResult;
			readonly divergence: Divergence | null;
	  };

export type Resumed =
	| {readonly ok: false; readonly problem: Problem}
	| {readonly ok: true; readonly session: JournalledSession};

/** Lives a journal again and holds it to its marks. */
export function replay(level: Level, journal: Journal, options: OpenOptions): Replay {
	const refused = refusalOf(level, journal, options);
	if (refused !== undefined) return {ok: false, problem: refused};
	const run = runOf(level, journal, options);
	const followed = follow(run, journal);
	if (!followed.ok) return followed;
	return {
		ok: true,
		result: resultOf(run.world, level.id, options.game),
		divergence: followed.divergence,
	};
}

/** Brings an unfinished journal back to where it stopped; what follows goes on in the same journal. */
export function resume(level: Level, journal: Journal, options: OpenOptions): Resumed {
	const refused = refusalOf(level, journal, options);
	if (refused !== undefined) return {ok: false, problem: refused};
	const run = runOf(level, journal, options);
	const followed = follow(run, journal);
	if (!followed.ok) return followed;
	if (followed.divergence !== null) {
		const {at, subsystem} = followed.divergence;
		const message = `The run does not replay: ${subsystem} differs at second ${String(at)}.`;
		return {ok: false, problem: {message, suggestions: []}};
	}
	return {
		ok: true,
		session: sessionOf(run, level, options, {sum: journal.sum, notes: notesIn(journal)}),
	};
}

/** What was noted in a journal, oldest first. */
export function notesIn({lines}: Journal): readonly KeptNote[] {
	return lines.flatMap(({line}) =>
		line.kind === 'note' ? [{at: line.at, by: line.by, note: line.note}] : [],
	);
}

/** Versions that share their first two numbers share their world. */
export function sameWorld(one: string, other: string): boolean {
	return one.split('.').slice(0, 2).join('.') === other.split('.').slice(0, 2).join('.');
}

function refusalOf(level: Level, journal: Journal, options: OpenOptions): Problem | undefined {
	const {begin} = journal;
	if (!sameWorld(begin.game, options.game)) {
		return problem(
			`The journal was written by version ${begin.game}, whose world is another; this is ${options.game}.`,
		);
	}
	if (begin.level !== level.id) {
		return problem(`The journal is of level ${begin.level}, not of ${level.id}.`);
	}
	if (begin.levelHash !== level.hash) {
		return problem(
			`Level ${level.id} has changed since: it was ${begin.levelHash} and is ${level.hash}.`,
		);
	}
	return undefined;
}

function runOf(level: Level, {begin}: Journal, {observed}: OpenOptions): Run {
	return startRun(level, {
		seed: begin.seed,
		switches: SWITCH_NAMES.filter(name => begin.switches.includes(name)),
		parameters: begin.parameters,
		observed: observed ?? true,
	});
}

type Followed =
	| {readonly ok: true; readonly divergence: Divergence | null}
	| {readonly ok: false; readonly problem: Problem};

function follow(run: Run, journal: Journal): Followed {
	for (const {number, line} of journal.lines) {
		const early = liveUntil(run, line.kind === 'do' ? line.at - 1 : line.at, line);
		if (early !== null) return {ok: true, divergence: early};
		switch (line.kind) {
			case 'do': {
				const parsed = parseOrder(line.what);
				if (!parsed.ok) {
					return {ok: false, problem: problem(`Line ${String(number)}: ${parsed.problem.message}`)};
				}
				give(run, line.by, parsed.order);
				break;
			}
			case 'mark':
			case 'end': {
				const divergence =
					line.kind === 'mark' ? compareMark(line, run.world) : compareEnd(line, run.world);
				if (divergence !== null) return {ok: true, divergence};
				break;
			}
			case 'reached':
			case 'note':
				break;
		}
	}
	return {ok: true, divergence: null};
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
		if (was !== is) return {at, subsystem, recorded: was, replayed: is};
	}
	return null;
}

function compareEnd({at, hash}: EndLine, world: World): Divergence | null {
	const replayed = world.ending === null ? 'goes on' : hashOf(world);
	return replayed === hash ? null : {at, subsystem: 'end', recorded: hash, replayed};
}

function problem(message: string): Problem {
	return {message, suggestions: []};
}
