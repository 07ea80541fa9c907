import type {Level} from '../../level/index.ts';
import {follow, startCourse, type Divergence} from './replay-cursor.ts';
import type {Journal} from '../journal.types.ts';
import type {KeptNote} from '../notes.types.ts';
import {resultOf} from '../result.ts';
import {sessionOf, type JournalledSession, type OpenOptions} from '../session.ts';
import type {Problem, RunResult} from '../session.types.ts';

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
	const started = startCourse(level, journal, options);
	if (!started.ok) return started;
	const {run} = started.course;
	const divergence = follow(started.course, journal);
	return {ok: true, result: resultOf(run, options.game), divergence};
}

/** Brings an unfinished journal back to where it stopped; what follows goes on in the same journal. */
export function resume(level: Level, journal: Journal, options: OpenOptions): Resumed {
	const started = startCourse(level, journal, options);
	if (!started.ok) return started;
	const divergence = follow(started.course, journal);
	if (divergence !== null) return {ok: false, problem: strayed(divergence)};
	const written = {sum: journal.sum, notes: notesIn(journal)};
	return {ok: true, session: sessionOf(started.course.run, level, options, written)};
}

/** What was noted in a journal, oldest first. */
export function notesIn({lines}: Journal): readonly KeptNote[] {
	return lines.flatMap(({line}) =>
		line.kind === 'note' ? [{at: line.at, by: line.by, note: line.note}] : [],
	);
}

/** Why a journal that left its record cannot be gone on with. */
export function strayed({at, subsystem}: Divergence): Problem {
	const message = `The run does not replay: ${subsystem} differs at second ${String(at)}.`;
	return {message, suggestions: []};
}
