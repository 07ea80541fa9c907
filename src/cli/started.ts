import {clockOf, type Level} from '../level/index.ts';
import {
	createJournalFile,
	diskTrouble,
	reopenJournalFile,
	unfinishedRun,
	type JournalFile,
	type UnfinishedRun,
} from '../saves/index.ts';
import {
	chooseSeed,
	open,
	resume,
	type Changes,
	type JournalledSession,
	type Replayer,
} from '../session/index.ts';
import {nodeMajor, packageRoot, versionOf} from './package-root.ts';

/** A session and the file its journal goes to. */
export type Started = {readonly session: JournalledSession; readonly file: JournalFile};

/** The latest run of the level that can be gone on with. */
export function leftRun(folder: string, level: Level): UnfinishedRun | undefined {
	try {
		return unfinishedRun(folder, level.id);
	} catch {
		return undefined; // A folder that cannot be read is told of when the new journal is opened in it.
	}
}

/** Where a run was left, in a sentence. */
export function whereItStopped({read}: UnfinishedRun, level: Level): string {
	const {begin, reached, cutAt} = read.journal;
	const clock = clockOf(level, begin.seed).at(reached);
	const cut = cutAt === null ? '' : ' (its last line was cut off, and only that is gone)';
	return `A run of ${level.title}, seed ${begin.seed}, stopped at ${clock} PDT${cut}.`;
}

/** Takes a run up where it was left, in its own journal; a sentence where that cannot be. */
export function goOn(
	{file: path, read}: UnfinishedRun,
	level: Level,
	onTrouble: (sentence: string) => void,
): Started | string {
	let file: JournalFile | undefined;
	const resumed = resume(level, read.journal, {
		game: versionOf(packageRoot()),
		node: nodeMajor(),
		onLine: line => file?.write(line),
	});
	if (!resumed.ok) {
		return `${path}: ${resumed.problem.message} The file is as it was; \`outage-oncall play --new\` begins another run.`;
	}
	try {
		file = reopenJournalFile(path, read, {onTrouble, now: () => performance.now()});
		return {session: resumed.session, file};
	} catch (error) {
		return `${path}: it cannot be gone on with: ${diskTrouble(error)}.`;
	}
}

/** What a new run is of. Without a seed it has its level's own. */
export type Asked = {
	readonly level: Level;
	readonly seed: string | undefined;
	readonly changes: Changes;
};

/** Begins a run. A seed of the player's own is a place to look from: not every one makes the level's story. */
export function beginWith(
	asked: Asked,
	folder: string,
	onTrouble: (sentence: string) => void,
): Started | string {
	const chosen = chooseSeed(asked.level, asked.seed);
	if (!chosen.ok) return chosen.message;
	if (chosen.said !== '') onTrouble(chosen.said);
	return begin({...asked, seed: chosen.seed}, folder, onTrouble);
}

function begin(
	{level, seed, changes}: Asked & {readonly seed: string},
	folder: string,
	onTrouble: (sentence: string) => void,
): Started | string {
	let file: JournalFile;
	const hint = 'Give another folder with `--saves DIR`.';
	try {
		const run = {level: level.id, seed, startedAt: new Date()};
		file = createJournalFile(folder, run, {onTrouble, now: () => performance.now()});
	} catch (error) {
		return `${folder}: no journal can be written there: ${diskTrouble(error)}. ${hint}`;
	}
	const session = open(level, {
		game: versionOf(packageRoot()),
		node: nodeMajor(),
		seed,
		...changes,
		onLine: file.write,
	});
	if (file.unwritten === 0) return {session, file};
	file.close();
	return `${file.path}: its first line could not be written; the disk may be full. ${hint}`;
}

/** A run that leaves a replay at the second it shows, in a journal of its own. */
export function branch(
	replayer: Replayer,
	folder: string,
	onTrouble: (sentence: string) => void,
): Started | string {
	const {level, seed} = replayer.session;
	let file: JournalFile;
	try {
		const run = {level, seed, startedAt: new Date()};
		file = createJournalFile(folder, run, {onTrouble, now: () => performance.now()});
	} catch (error) {
		return `${folder}: no journal can be written there: ${diskTrouble(error)}. Give another folder with \`--saves DIR\`.`;
	}
	const forked = replayer.fork({
		game: versionOf(packageRoot()),
		node: nodeMajor(),
		onLine: file.write,
	});
	if (forked.ok) return {session: forked.session, file};
	file.close();
	return forked.problem.message;
}
