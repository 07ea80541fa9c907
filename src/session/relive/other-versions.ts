import type {Level} from '../../level/index.ts';
import {LAST_GAMES, WORLD} from '../../sim/index.ts';
import type {BeginLine} from '../journal.types.ts';

const VERSION = /^(\d+\.\d+)\.\d+(?:-[\da-z.-]+)?$/;

/** Why a journal of another world cannot be lived in this one, and the one command that can live it. */
export function otherWorld(
	begin: Pick<BeginLine, 'world' | 'game'>,
	lastGames: typeof LAST_GAMES = LAST_GAMES,
): string {
	const {world, game} = begin;
	const other = `The run was played in world ${String(world)} (game ${game}), and this game has world ${String(WORLD)}`;
	const command = playedBy(begin, lastGames);
	return command === undefined ? `${other}.` : `${other}: ${command} plays it.`;
}

/** The command that plays a run of another world, in backticks; undefined where its game has no such version. */
export function playedBy(
	{world, game}: Pick<BeginLine, 'world' | 'game'>,
	lastGames: typeof LAST_GAMES = LAST_GAMES,
): string | undefined {
	const can = lastGames[world] ?? VERSION.exec(game)?.[1];
	return can === undefined ? undefined : commandOf(can);
}

/** Why a journal cannot be lived under its level as it is now, and where the level may be as it was. */
export function otherLevel(
	{id, hash}: Pick<Level, 'id' | 'hash'>,
	{levelHash, game}: Pick<BeginLine, 'levelHash' | 'game'>,
	thisGame: string,
): string {
	const changed = `Level ${id} has changed since: it was ${levelHash} and is ${hash}.`;
	if (game === thisGame || !VERSION.test(game)) return changed;
	return `${changed} If it came with the game, ${commandOf(game)} plays it as it was.`;
}

export function commandOf(game: string, what: 'FILE' | 'LINK' = 'FILE'): string {
	return `\`npx outage-oncall@${game} replay ${what}\``;
}
