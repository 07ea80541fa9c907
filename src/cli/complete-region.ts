import {ORDERS, SWITCHES} from '../session/index.ts';
import {loadLevel} from './level-folder.ts';
import {playersOf} from './level-players.ts';
import {ownLevels} from './levels-folder.ts';

type Words = {readonly words: readonly (readonly [word: string, means?: string])[]};

/** Words that only the Region, or a level, knows: players, fixes, verbs. */
export async function regionWords(kind: string, before: readonly string[]): Promise<Words> {
	switch (kind) {
		case 'PLAYER': {
			const level = before.find(word => ownLevels().includes(word));
			const loaded = level === undefined ? undefined : await loadLevel(level);
			return {words: loaded?.ok === true ? playersOf(loaded).map(player => [player]) : []};
		}
		case 'SWITCH':
			return {words: Object.entries(SWITCHES)};
		case 'VERB': {
			const verbs = Object.values(ORDERS).map(({example}) => example.split(' ', 1)[0] ?? '');
			return {words: [...new Set(verbs)].sort().map(verb => [verb])};
		}
		default:
			return {words: []};
	}
}
