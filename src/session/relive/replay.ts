import {clockOf, type Level} from '../../level/index.ts';
import type {Journal} from '../journal.types.ts';
import {whyNotLivable} from '../livable.ts';
import type {KeptNote} from '../notes.types.ts';
import {resultOf} from '../result.ts';
import {startRun, type Run} from '../run.ts';
import {endLine, sessionOf, type JournalledSession, type OpenOptions} from '../session.ts';
import type {Problem, RunResult} from '../session.types.ts';
import type {RoomEvent} from '../talk/room-event.types.ts';
import {refusalOf, strayed, type Divergence} from './divergence.ts';
import {journalSource, type JournalSource} from './journal-source.ts';
import {beginningOf} from './recorded-run.ts';
import {relive, type Recorder} from './relive.ts';

/** Why a journal is not lived again, or not believed: with the divergence where it does not come out as it says. */
export type Refused = {
	readonly ok: false;
	readonly problem: Problem;
	readonly divergence: Divergence | null;
};

/** The beginning of a run that a journal tells of, and the journal to live it along. */
export type StartedReplay = {
	readonly ok: true;
	readonly run: Run;
	readonly source: JournalSource;
	/** Lives on along the journal; a refusal where it does not come out as it says. */
	relive(until?: number, recorders?: readonly Recorder[]): Refused | null;
};

export function startReplay(
	level: Level,
	journal: Journal,
	options: Pick<OpenOptions, 'game' | 'observed'>,
): StartedReplay | Refused {
	const problem = refusalOf(level, journal, options) ?? numbersFault(level, journal);
	if (problem !== undefined) return {ok: false, problem, divergence: null};
	const source = journalSource(journal);
	if ('message' in source) return {ok: false, problem: source, divergence: null};
	const run = startRun(level, {...beginningOf(journal), observed: options.observed ?? true});
	return {
		...{ok: true, run, source},
		relive(until = Infinity, recorders = []) {
			const divergence = relive(run, source, {until, recorders});
			return divergence === null ? null : refused(level, journal, divergence);
		},
	};
}

/** Why the model cannot live with the numbers that a journal says it began under. */
function numbersFault(level: Level, journal: Journal): Problem | undefined {
	const message = whyNotLivable(level, beginningOf(journal));
	return message === null ? undefined : {message, suggestions: []};
}

/** The one answer of everybody who is handed a journal that does not come out as it says. */
export function refused(level: Level, {begin}: Journal, divergence: Divergence): Refused {
	return {ok: false, problem: strayed(divergence, clockOf(level, begin.seed)), divergence};
}

export type Replay =
	| {readonly ok: false; readonly problem: Problem}
	| {
			readonly ok: true;
			readonly result: RunResult;
			/** Where the result stops being the journal's, and the sentence for it; null where every mark is the same. */
			readonly divergence: Divergence | null;
			readonly problem: Problem | null;
	  };

/** Lives a journal again and holds it to its marks. */
export function replay(level: Level, journal: Journal, options: OpenOptions): Replay {
	const started = startReplay(level, journal, options);
	if (!started.ok) return started;
	const strays = started.relive();
	const {divergence, problem} = strays ?? {divergence: null, problem: null};
	return {ok: true, result: resultOf(started.run, options.game), divergence, problem};
}

/** Why nothing is to be told of a journal; null where it comes out as it says. */
export function whyRefused(
	level: Level,
	journal: Journal,
	options: Pick<OpenOptions, 'game'>,
): Refused | null {
	const started = startReplay(level, journal, {...options, observed: false});
	return started.ok ? started.relive() : started;
}

export type Resumed =
	| {readonly ok: false; readonly problem: Problem}
	| {readonly ok: true; readonly session: JournalledSession};

/** Brings an unfinished journal back to where it stopped; what follows goes on in the same journal. */
export function resume(level: Level, journal: Journal, options: OpenOptions): Resumed {
	const started = startReplay(level, journal, options);
	if (!started.ok) return started;
	const strays = started.relive();
	if (strays !== null) return strays;
	const written = {
		length: journal.keptLength,
		sum: journal.sum,
		notes: notesIn(journal),
		ofRoom: journal.begin.room !== undefined,
		forkedAt: journal.begin.forkedFrom?.at,
	};
	const session = sessionOf(started.run, level, options, written);
	// Its last second was lived, and what it came to was lost with the power.
	if (session.ended && !journal.ended) session.write(endLine(started.run.world, session.notes));
	return {ok: true, session};
}

/** What was noted in a journal, oldest first. */
export function notesIn({lines}: Journal): readonly KeptNote[] {
	return lines.flatMap(({line}) =>
		line.kind === 'note' ? [{at: line.at, by: line.by, note: line.note}] : [],
	);
}

/** What happened at the table of a room, oldest first. */
export function roomEventsIn(
	journal: Journal,
): readonly {readonly at: number; readonly event: RoomEvent}[] {
	return notesIn(journal).flatMap(({at, note}) =>
		note.about === 'room' ? [{at, event: note.event}] : [],
	);
}
