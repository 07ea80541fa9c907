import {noteWho, readWho} from '../saves/index.ts';
import type {WhoPlays} from './who-plays.ts';

/** Keeps who plays beside a run, where they said so. A run that is taken up keeps the name that it has. */
export function keepName(journal: string, {name, team}: WhoPlays): string | undefined {
	if (name === '' && team === '') return undefined;
	const known = readWho(journal);
	if (!known.ok) return known.message;
	if (known.who !== undefined) return undefined;
	return noteWho(journal, {name, team, began: `${new Date().toISOString().slice(0, 19)}Z`});
}
