import type {Level} from '../level/index.ts';
import {createJournalFile, diskTrouble, readJournal, type JournalFile} from '../saves/index.ts';
import {fork} from '../session/index.ts';
import {nodeMajor, packageRoot, versionOf} from './package-root.ts';
import type {Started} from './started.ts';

/** A run of its own that goes on from an earlier second of another, whose journal stays as it is. */
export function branchOff(
	journal: string,
	at: number,
	{level, folder, onTrouble}: {level: Level; folder: string; onTrouble: (said: string) => void},
): Started | string {
	const read = readJournal(journal);
	if (!read.ok) return read.message;
	let file: JournalFile | undefined;
	const early: string[] = [];
	const forked = fork(level, read.journal, at, {
		game: versionOf(packageRoot()),
		node: nodeMajor(),
		onLine: line => (file === undefined ? void early.push(line) : file.write(line)),
	});
	if (!forked.ok) return forked.problem.message;
	try {
		const run = {level: level.id, seed: read.journal.begin.seed, startedAt: new Date()};
		file = createJournalFile(folder, run, {onTrouble, now: () => performance.now()});
	} catch (error) {
		return `${folder}: no journal can be written there: ${diskTrouble(error)}.`;
	}
	early.forEach(file.write);
	return {session: forked.session, file};
}
