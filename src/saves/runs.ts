import {playedIn, type AxisId, type Belief, type Journal} from '../session/index.ts';
import {DISK, diskTrouble, type Disk, shownPath} from './disk/index.ts';
import {beginningIn, isFinished} from '../play/kept/index.ts';
import {endsOf} from './glance/ends-of.ts';
import {journalsIn, type FoundJournal} from './journals-in.ts';
import {holderOf} from './lock/index.ts';
import {readJournal, type ReadJournal} from './read-journal.ts';

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
	/** When anything of its file was last changed, by the system's own book. */
	readonly changedAt: number;
	/** Of the state it ended in, as its end line has it; null while it goes on. */
	readonly hash: string | null;
	/** Null while it goes on. */
	readonly won: boolean | null;
	/** In minutes of total outage; null while it goes on. */
	readonly harm: number | null;
	readonly by: 'person' | 'program';
	readonly timed: boolean;
	/** Whether it is the level's own night: no fix made beforehand, no number changed, no other run taken over. */
	readonly asMade: boolean;
	/** Whether it came out as its journal says when it was lived again; null where nobody did that. */
	readonly proof: 'proven' | 'refuted' | null;
	/** Each axis as a replay counted it; null until one did, or where the journal cannot be lived again. */
	readonly points: Points | null;
	/** Its hypotheses as they turned out; null as its points are. */
	readonly beliefs: readonly Belief[] | null;
};

export type Points = Readonly<Partial<Record<AxisId, number | null>>>;

/** A run to go on with, and what of its file is whole. */
export type UnfinishedRun = {
	readonly file: string;
	readonly read: ReadJournal & {readonly ok: true};
};

/** What there is to go on with; what has the name of a journal and cannot be read is named in sentences. */
export type LeftRun =
	| {readonly found: 'run'; readonly run: UnfinishedRun; readonly passed: readonly string[]}
	| {readonly found: 'nothing'; readonly passed: readonly string[]}
	/** The latest is there and cannot be gone on with now. */
	| {readonly found: 'trouble'; readonly message: string};

/** The latest run of a level that stopped before its end, however many have come since: of one player, or of a room. */
export function leftRun(
	folder: string,
	level: string,
	{ofRoom = false, disk = DISK}: {readonly ofRoom?: boolean; readonly disk?: Disk} = {},
): LeftRun {
	const passed: string[] = [];
	let journals: readonly FoundJournal[];
	try {
		journals = journalsIn(folder, disk);
	} catch (error) {
		const message = `${shownPath(folder)}: the saves cannot be read: ${diskTrouble(error)}.`;
		return {found: 'trouble', message};
	}
	for (const {file, isFile} of journals) {
		const ends = isFile ? endsOf(file, disk) : undefined;
		const beginning = ends === undefined ? {} : beginningIn(ends);
		const begun = beginning['level'];
		const other = typeof begun === 'string' && (begun !== level || isOfRoom(beginning) !== ofRoom);
		if (other || (ends !== undefined && isFinished(ends))) continue;
		const holder = begun === level ? holderOf(file, {disk}) : undefined;
		if (holder !== undefined) return {found: 'trouble', message: `${shownPath(file)}: ${holder}.`};
		const read = isFile ? readJournal(file, disk) : oddFile(file);
		if (read.ok && isLeft(read.journal, level, ofRoom)) {
			return {found: 'run', run: {file, read}, passed};
		}
		if (read.ok || read.absent) continue;
		if (begun === level) return {found: 'trouble', message: read.message};
		passed.push(read.message);
	}
	return {found: 'nothing', passed};
}

function isLeft({begin, ended}: Journal, level: string, ofRoom: boolean): boolean {
	return begin.level === level && isOfRoom(begin) === ofRoom && !ended;
}

function isOfRoom(begin: {readonly room?: unknown}): boolean {
	return begin.room !== undefined;
}

function oddFile(file: string): ReadJournal & {ok: false} {
	const message = `${shownPath(file)}: it has the name of a journal, but it is no file.`;
	return {ok: false, absent: false, message};
}

/** Runs, latest first, and a sentence for each file that is passed over. */
export type IndexedRuns = {readonly runs: readonly SavedRun[]; readonly passed: readonly string[]};

/**
 * The index of runs, from every journal in the folder that can be read. Throws where the folder cannot. What is
 * known of a file that was not changed since is not read again.
 */
export function indexRuns(
	folder: string,
	known: readonly SavedRun[] = [],
	disk: Disk = DISK,
): IndexedRuns {
	const passed: string[] = [];
	const knownFiles = new Map(known.map(run => [run.file, run]));
	const runs = journalsIn(folder, disk).flatMap(found => {
		const {file, writtenAt, changedAt, isFile} = found;
		const before = knownFiles.get(file);
		const isSame = before?.writtenAt === writtenAt && before.changedAt === changedAt;
		if (isSame && isFile) return [before];
		const read = isFile ? readJournal(file, disk) : oddFile(file);
		if (!read.ok) {
			passed.push(read.message);
			return [];
		}
		return [runOf(found, read.journal)];
	});
	return {runs, passed};
}

function runOf({file, writtenAt, changedAt}: FoundJournal, journal: Journal): SavedRun {
	const {begin, lines, reached, ended} = journal;
	const end = lines.findLast(({line}) => line.kind === 'end')?.line;
	const {claimed, fixes, numbers} = playedIn(journal);
	const {by, timed, forkedAt, salvaged} = claimed;
	return {
		file,
		level: begin.level,
		seed: begin.seed,
		world: begin.world,
		game: begin.game,
		reached,
		ended,
		writtenAt,
		changedAt,
		hash: end?.kind === 'end' ? end.hash : null,
		won: end?.kind === 'end' ? end.won : null,
		harm: end?.kind === 'end' ? end.harm : null,
		by,
		timed,
		asMade: fixes.length === 0 && !numbers && forkedAt === null && !salvaged,
		proof: null,
		points: null,
		beliefs: null,
	};
}
