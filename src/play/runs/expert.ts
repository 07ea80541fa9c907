import {parseOrderFile, type Expert, type PlayerScript} from '../../session/index.ts';
import type {LevelTexts} from '../house.types.ts';

const TEXTBOOK = 'textbook';

/** The expert that runs of a night are held against: the level's textbook player, where it has one that can be read. */
export function expertOf(loaded: LevelTexts, seed: string): Expert | null {
	const script = scriptedPlayer(loaded, TEXTBOOK, seed);
	return script === undefined ? null : {name: TEXTBOOK, script};
}

/** The script of one of a level's players, where it has one by that name that can be read. */
export function scriptedPlayer(
	{level, script}: LevelTexts,
	player: string,
	seed: string,
): PlayerScript | undefined {
	const text = script(player);
	const parsed = text === undefined ? undefined : parseOrderFile(text, level, seed);
	return parsed?.ok === true ? {orders: parsed.orders, rules: parsed.rules} : undefined;
}
