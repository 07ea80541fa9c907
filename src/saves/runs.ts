import fs from 'node:fs';
import {playedIn, type AxisId, type Journal} from '../session/index.ts';
import {journalsIn} from './journals-in.ts';
import {readJournal, type ReadJournal} from './read-journal.ts';
import {isLocked} from './run-lock.ts';

/** A run as its journal on disk tells it. */
export type SavedRun = {
	readonly file: string;
	readonly level: string;
	readonly seed: string;
	/** The world that it was lived in. */
	readonly world: number;
	readonly game: string;
	readonly reached: number;
	readonly ended: boolean;
	/** When its file was last written, in milliseconds since 1970. */
	readonly writtenAt: number;
	/** Checksum of its last line: points that were counted belong to it. */
	readonly sum: string;
	/** Null while it goes on. */
	readonly won: boolean | null;
	/** In minutes of total outage; null while it goes on. */
	readonly harm: number | null;
	readonly by: 'person' | 'program';
	readonly timed: boolean;
	/** Whether it is the level's own night: no fix made beforehand, no number changed, no other run taken over. */
	readonly asMade: boolean;
	/** Each axis as a replay counted it; null until one did, or where the journal cannot be lived again. */
	readonly points: Points | null;
};

export type Points = Readonly<Partial<Record<AxisId, number | null>>>;

/** A run to go on with, and what of its file is whole. */
export type UnfinishedRun = {
	readonly file: string;
	readonly read: ReadJournal & {readonly ok: true};
};

/** How many of the latest runs are looked at when the program starts. */
const LATEST_MAX = 20;
const TAIL_BYTES = 16 * 1024;

/** The latest run of a level that stopped before its end and that nobody is playing. */
export function unfinishedRun(
	folder: string,
	level: string,
): UnfinishedRun | undefined {
	for (const {file} of journalsIn(folder).slice(0, LATEST_MAX)) {
		if (isLocked(file) || endsFinished(file)) continue;
		const read = readJournal(file);
		if (!read.ok || read.journal.begin.level !== level) continue;
		if (!read.journal.ended) return {file, read};
	}
	return undefined;
}

/** A cheap look at the end of a file, so that starting does not mean reading every run there ever was. */
function endsFinished(file: string): boolean {
	const tail = Buffer.alloc(TAIL_BYTES);
	const fd = fs.openSync(file, 'r');
	try {
		const from = Math.max(0, fs.fstatSync(fd).size - TAIL_BYTES);
		const length = fs.readSync(fd, tail, 0, TAIL_BYTES, from);
		// What was said about a run may follow its end.
		return /\n\{"kind":"end"[^\n]*\}\n(\{"kind":"note"[^\n]*\}\n)*$/.test(tail.toString('utf8', 0, length));
	} finally {
		fs.closeSync(fd);
	}
}

/**
 * The index of runs, from every journal in the folder that can be read. What is known of a file that was not
 * written since is not read again; points stay with the journal that they were counted of.
 */
export function indexRuns(folder: string, known: readonly SavedRun[] = []): readonly SavedRun[] {
	return journalsIn(folder).flatMap(({file, writtenAt}) => {
		const before = known.find(run => run.file === file);
		if (before?.writtenAt === writtenAt) return [before];
		const read = readJournal(file);
		if (!read.ok) return [];
		const run = runOf(file, writtenAt, read.journal);
		return [before?.sum === run.sum ? {...run, points: before.points} : run];
	});
}

function runOf(file: string, writtenAt: number, journal: Journal): SavedRun {
	const {begin, lines, reached, ended, sum} = journal;
	const end = lines.findLast(({line}) => line.kind === 'end')?.line;
	const {claimed, fixes, numbers} = playedIn(journal);
	const {by, timed, forkedAt} = claimed;
	return {
		file,
		level: begin.level,
		seed: begin.seed,
		world: begin.world,
		game: begin.game,
		reached,
		ended,
		writtenAt,
		sum,
		won: end?.kind === 'end' ? end.won : null,
		harm: end?.kind === 'end' ? end.harm : null,
		by,
		timed,
		asMade: fixes.length === 0 && !numbers && forkedAt === null,
		points: null,
	};
}
