import path from 'node:path';
import {endOf} from '../play/index.ts';
import {endedRunsIn, note} from '../saves/glance/index.ts';
import type {JournalledSession} from '../session/index.ts';
import type {Desk} from './desk.ts';

/** Tells the profile how a run ended; a sentence where it could not be told. */
export function noteEnd(
	session: JournalledSession,
	journal: string,
	{state, folder}: Pick<Desk, 'state' | 'folder'>,
): string | undefined {
	const entry = endOf(session, path.basename(journal));
	return note(state, [entry], () => endedRunsIn(folder), new Date());
}
