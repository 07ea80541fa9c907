import type {Level} from '../../level/index.ts';
import {assert, WORLD} from '../../sim/index.ts';
import {FIRST_SUM} from '../journal-chain.ts';
import {formatOf} from '../journal.schema.ts';
import type {Journal} from '../journal.types.ts';
import {notesIn, startReplay, type Resumed} from './replay.ts';
import type {Run} from '../run.ts';
import {sessionOf, type JournalledSession, type OpenOptions} from '../session.ts';

export type ForkOptions = OpenOptions & {
	/** The file that the room was opened in, where it has no name by then. */
	readonly openedAs?: string | undefined;
};

/**
 * A run of its own that lived what a journal tells up to second `at`, and goes on from there. Its journal
 * holds all of it, so that it stands without the other, which stays as it is.
 */
export function fork(level: Level, journal: Journal, at: number, options: ForkOptions): Resumed {
	if (at > journal.reached) return refuse('The run did not come as far as that.');
	const started = startReplay(level, journal, options);
	if (!started.ok) return started;
	const strays = started.relive(at);
	if (strays !== null) return strays;
	return forkOf(started.run, level, journal, options);
}

/** The same from a run that has followed the journal to where the fork leaves it. */
export function forkOf(run: Run, level: Level, journal: Journal, options: ForkOptions): Resumed {
	if (run.world.ending !== null) return refuse('The run had ended by then: go back a little.');
	return {ok: true, session: branched(run, level, journal, options)};
}

function branched(
	run: Run,
	level: Level,
	journal: Journal,
	options: ForkOptions,
): JournalledSession {
	const {room} = journal.begin;
	const {openedAs} = options;
	// A colleague whom an inject made give an order in that second gives it in the next.
	assert(!run.waiting.some(({number}) => number > 0), 'a fork leaves between two seconds');
	const at = run.world.now as number;
	const notes = notesIn(journal).filter(note => note.at <= at);
	const session = sessionOf(run, level, options, {
		...{length: 0, sum: FIRST_SUM, notes},
		ofRoom: journal.begin.room !== undefined,
		forkedAt: at,
	});
	session.write({
		...journal.begin,
		format: formatOf(journal.begin),
		world: WORLD,
		game: options.game,
		node: options.node,
		...(room === undefined ? {} : {room: {openedAs, ...room}}),
		forkedFrom: {sum: journal.sum, at},
	});
	for (const {line} of journal.lines) {
		if (line.at <= at && line.kind !== 'reached') session.write(line);
	}
	return session;
}

function refuse(message: string): Resumed {
	return {ok: false, problem: {message, suggestions: []}};
}
