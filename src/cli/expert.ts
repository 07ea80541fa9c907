import fs from 'node:fs';
import {parseOrderFile, playOrders, type Expert} from '../session/index.ts';
import {scriptOf, type LevelFolder} from './level-folder.ts';

const TEXTBOOK = 'textbook';

/** The expert that a level's runs are held against: its textbook player, where it has one that can be read. */
export function expertOf(loaded: LevelFolder): Expert | null {
	const file = scriptOf(loaded, TEXTBOOK);
	if (file === undefined) return null;
	const parsed = parseOrderFile(fs.readFileSync(file, 'utf8'), loaded.level);
	if (!parsed.ok) return null;
	return {
		name: TEXTBOOK,
		looks: parsed.rules.length > 0,
		play(session, until) {
			playOrders(session, TEXTBOOK, parsed.orders, until, parsed.rules);
		},
	};
}
