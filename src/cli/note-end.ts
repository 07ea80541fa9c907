import path from 'node:path';
import {endedRunsIn} from '../saves/glance/index.ts';
import {noteEndedRun} from '../saves/index.ts';
import type {JournalledSession} from '../session/index.ts';
import type {Desk} from './desk.ts';

/** Tells the profile how a run ended; a sentence where it could not be told. */
export function noteEnd(
	session: JournalledSession,
	journal: string,
	{state, folder}: Pick<Desk, 'state' | 'folder'>,
): string | undefined {
	const {level, hash, harm, ended} = session.result();
	const won = ended?.won ?? false;
	const run = {journal: path.basename(journal), level, hash, won, harm: harm.total};
	return noteEndedRun(state, run, () => endedRunsIn(folder), new Date());
}
