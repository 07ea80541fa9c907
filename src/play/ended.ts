import type {JournalledSession} from '../session/index.ts';
import type {Entry} from './kept/index.ts';

/** What the profile is told of a run that came to its end, by the name of its journal. */
export function endOf(session: JournalledSession, journal: string): Entry {
	const {level, hash, harm, ended} = session.result();
	return {kind: 'run', journal, level, hash, won: ended?.won ?? false, harm: harm.total};
}
