import type {Level} from '../../src/level/index.ts';
import {planFor, storySeed, type PlayerScript} from '../../src/session/index.ts';
import {playNight, rolesOf} from './scripted-team.ts';

/** One seat without a word and an order, or one seat by itself. */
export type Silenced = {
	readonly players: number;
	readonly seat: string;
	readonly how: 'silenced' | 'alone';
	readonly won: boolean;
	readonly harm: number;
	/** What was critical, was that seat's, and was missed. */
	readonly missed: readonly string[];
	/** Whether it shows: lost, or a critical task of that seat missed; of a seat alone, lost. */
	readonly shows: boolean;
};

/** The textbook of a level divided over its seats, each silenced in turn, and each alone where that is another night. */
export function silencedIn(
	level: Level,
	script: PlayerScript,
	players: number,
	{asked = level.seed, alone = true}: {readonly asked?: string; readonly alone?: boolean} = {},
): readonly Silenced[] {
	const seed = storySeed(level, asked);
	if (seed === null) return [];
	const ids = planFor(players, rolesOf(level), 'thick').seats.map(({id}) => id);
	const without = (seat: string) => {
		const {result, team} = playNight({level, script, players, seed, silent: [seat]});
		const missed = team.duties.filter(
			({seats, state}) => seats.includes(seat) && state === 'missed',
		);
		const won = result.ended?.won === true;
		return {
			...{players, seat, how: 'silenced' as const, won, harm: result.harm.total},
			missed: missed.map(({id}) => id),
			shows: !won || missed.length > 0,
		};
	};
	const byItself = (seat: string) => {
		const silent = ids.filter(id => id !== seat);
		const {result} = playNight({level, script, players, seed, silent});
		const won = result.ended?.won === true;
		return {
			...{players, seat, how: 'alone' as const, won, harm: result.harm.total},
			missed: [],
			shows: !won,
		};
	};
	return [...ids.map(without), ...(alone && players > 2 ? ids.map(byItself) : [])];
}

export function rowOf({players, seat, how, won, harm, missed, shows}: Silenced): string {
	return [
		shows ? ' ' : '!',
		String(players).padStart(2),
		seat.padEnd(11),
		how.padEnd(9),
		(won ? 'won' : 'lost').padEnd(5),
		harm.toFixed(0).padStart(6),
		' ',
		missed.join(', '),
	].join(' ');
}
