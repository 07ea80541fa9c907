import {clockOf, type Level} from '../level/index.ts';
import {
	beginRun,
	leftRun as leftIn,
	readJournal,
	shownPath,
	takeUpRun,
	type JournalFile,
	type LeftRun,
	type Through,
	type UnfinishedRun,
} from '../saves/index.ts';
import {
	chooseSeed,
	fork,
	open,
	resume,
	type Changes,
	type JournalledSession,
	type Replayer,
	type Resumed,
} from '../session/index.ts';
import {nodeMajor, packageRoot, versionOf} from './package-root.ts';

/** A session and the file its journal goes to. */
export type Started = {readonly session: JournalledSession; readonly file: JournalFile};

type OnTrouble = (sentence: string) => void;

const OTHER_FOLDER = 'Give another folder with `--saves DIR`.';

/** The latest run of the level that can be gone on with, or why there is none. */
export function leftRun(folder: string, level: Level): LeftRun {
	return leftIn(folder, level.id);
}

/** The run that `--continue` asks for; a new one where none was left; a sentence where one was, and cannot go on. */
export function continued(asked: Asked, folder: string, onTrouble: OnTrouble): Started | string {
	const {level} = asked;
	const left = leftRun(folder, level);
	if (left.found === 'trouble') return left.message;
	if (left.found === 'run') {
		for (const sentence of left.passed) onTrouble(sentence);
		if (left.run.read.lack !== undefined) onTrouble(left.run.read.lack);
		return goOn(left.run.file, level, onTrouble);
	}
	if (left.passed.length > 0) return [...left.passed, NOTHING_ELSE].join(' ');
	onTrouble(nothingLeft(level));
	return beginWith(asked, folder, onTrouble);
}

const NOTHING_ELSE =
	'There is nothing else to go on with; `outage-oncall play --new` begins another run.';

function nothingLeft({title}: Level): string {
	return `No run of ${title} was left to go on with: this is a new one.`;
}

/** Where a run was left, in a sentence. */
export function whereItStopped({read}: UnfinishedRun, level: Level): string {
	const {begin, reached, cutAt} = read.journal;
	const clock = clockOf(level, begin.seed).at(reached);
	const cut = cutAt === null ? '' : ' (its last line was cut off, and only that is gone)';
	return `A run of ${level.title}, seed ${begin.seed}, stopped at ${clock} PDT${cut}.`;
}

/** Takes a run up where it was left, in its own journal; a sentence where that cannot be. */
export function goOn(file: string, level: Level, onTrouble: OnTrouble): Started | string {
	const taken = takeUpRun(
		file,
		({journal}, onLine) => {
			if (journal.ended)
				return {ok: false, message: `${shownPath(file)}: the run has ended meanwhile.`};
			const resumed = resume(level, journal, {...versions(), onLine});
			if (resumed.ok) return resumed;
			const message = `${shownPath(file)}: ${resumed.problem.message} The file is as it was; \`outage-oncall play --new\` begins another run.`;
			return {ok: false, message};
		},
		{onTrouble},
	);
	return startedFrom(taken);
}

/** What a new run is of. Without a seed it has its level's own. */
export type Asked = {
	readonly level: Level;
	readonly seed: string | undefined;
	readonly changes: Changes;
};

/** Begins a run. A seed of the player's own is a place to look from: not every one makes the level's story. */
export function beginWith(asked: Asked, folder: string, onTrouble: OnTrouble): Started | string {
	const chosen = chooseSeed(asked.level, asked.seed);
	if (!chosen.ok) return chosen.message;
	if (chosen.said !== '') onTrouble(chosen.said);
	return begin({...asked, seed: chosen.seed}, folder, onTrouble);
}

function begin(
	{level, seed, changes}: Asked & {readonly seed: string},
	folder: string,
	onTrouble: OnTrouble,
): Started | string {
	return inNewJournal({level: level.id, seed}, folder, onTrouble, onLine => ({
		ok: true,
		session: open(level, {...versions(), seed, ...changes, onLine}),
	}));
}

/** A run that leaves a replay at the second it shows, in a journal of its own. */
export function branch(replayer: Replayer, folder: string, onTrouble: OnTrouble): Started | string {
	return inNewJournal(replayer.session, folder, onTrouble, onLine =>
		replayer.fork({...versions(), onLine}),
	);
}

/** A run of its own that goes on from an earlier second of another, whose journal stays as it is. */
export function branchOff(
	journal: string,
	at: number,
	{level, folder, onTrouble}: {level: Level; folder: string; onTrouble: OnTrouble},
): Started | string {
	const read = readJournal(journal);
	if (!read.ok) return read.message;
	const {seed} = read.journal.begin;
	return inNewJournal({level: level.id, seed}, folder, onTrouble, onLine =>
		fork(level, read.journal, at, {...versions(), onLine}),
	);
}

function inNewJournal(
	run: {readonly level: string; readonly seed: string},
	folder: string,
	onTrouble: OnTrouble,
	live: (onLine: (line: string) => void) => Resumed,
): Started | string {
	const unlivable: string[] = [];
	const begun = beginRun(
		folder,
		{level: run.level, seed: run.seed, startedAt: new Date()},
		onLine => {
			const lived = live(onLine);
			if (lived.ok) return lived;
			unlivable.push(lived.problem.message);
			return {ok: false, message: lived.problem.message};
		},
		{onTrouble},
	);
	const started = startedFrom(begun);
	const isOfTheFolder = typeof started === 'string' && unlivable.length === 0;
	return isOfTheFolder ? `${started} ${OTHER_FOLDER}` : started;
}

function startedFrom(through: Through<JournalledSession>): Started | string {
	return through.ok ? {session: through.session, file: through.file} : through.message;
}

function versions() {
	return {game: versionOf(packageRoot()), node: nodeMajor()};
}
