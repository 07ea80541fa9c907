import type {Level} from '../../level/index.ts';
import {NO_ORDERS, playerSource, scriptSource, type PlayerScript} from '../relive/source.ts';
import {PLAYERS} from '../players/index.ts';
import {open} from '../session.ts';
import {storySeed} from '../story-seed.ts';

/** One player's run of a level, as far as a proof asks. */
export type Trial = {
	readonly player: string;
	readonly seed: string;
	readonly won: boolean;
	readonly why: string;
	readonly ticks: number;
	readonly harm: number;
	/** Clauses of the win that were not so when it ended, as they stood; none where it was won. */
	readonly unmet: readonly string[];
	/** Critical tasks that were met. */
	readonly met: readonly string[];
	/** What broke, where the model itself did; null where it held. */
	readonly fault: string | null;
};

/** Lives a level from end to end with a scripted player, or with one that acts on what it sees. */
export function tryLevel(
	level: Level,
	player: string,
	script: PlayerScript | null,
	seed: string,
): Trial {
	const found = storySeed(level, seed);
	const nothing = {player, seed, won: false, why: '', ticks: 0, harm: 0, unmet: [], met: []};
	if (found === null) return {...nothing, fault: 'no seed near this one makes the story'};
	try {
		const policy = script === null ? PLAYERS[player] : undefined;
		const observed = policy !== undefined || (script?.rules.length ?? 0) > 0;
		const session = open(level, {game: 'proof', node: 0, seed: found, observed});
		const source =
			policy === undefined ? scriptSource(player, script ?? NO_ORDERS) : playerSource(policy(seed));
		session.follow(source, level.limit);
		const {ended, ticks, harm, tasks} = session.result();
		return {
			...{player, seed: found, ticks, harm: harm.total},
			won: ended?.won ?? false,
			why: ended?.why ?? '',
			unmet: (ended?.open ?? []).map(({text, until}) =>
				until === '' ? text : `${text}, not ${until}`,
			),
			met: tasks.filter(({state}) => state === 'met').map(({id}) => id),
			fault: ended === null ? 'it did not end' : null,
		};
	} catch (error) {
		return {...nothing, fault: error instanceof Error ? error.message : String(error)};
	}
}
