import type {Level} from '../../level/index.ts';
import type {OrderRule} from '../order-rules.ts';
import type {PlannedOrder} from '../../level/index.ts';
import {playOrders, playOut} from '../relive/source.ts';
import {PLAYERS} from '../players/index.ts';
import {open} from '../session.ts';
import {storySeed} from '../story-seed.ts';

/** What a scripted player orders, by time and by what is seen. */
export type PlayerScript = {
	readonly orders: readonly PlannedOrder[];
	readonly rules: readonly OrderRule[];
};

/** One player's run of a level, as far as a proof asks. */
export type Trial = {
	readonly player: string;
	readonly seed: string;
	readonly won: boolean;
	readonly why: string;
	readonly ticks: number;
	readonly harm: number;
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
	const nothing = {player, seed, won: false, why: '', ticks: 0, harm: 0, met: []};
	if (found === null) return {...nothing, fault: 'no seed near this one makes the story'};
	try {
		const policy = script === null ? PLAYERS[player] : undefined;
		const observed = policy !== undefined || (script?.rules.length ?? 0) > 0;
		const session = open(level, {game: 'proof', node: 0, seed: found, observed});
		if (policy !== undefined) playOut(session, policy(seed), level.limit);
		else playOrders(session, player, script?.orders ?? [], level.limit, script?.rules ?? []);
		const {ended, ticks, harm, tasks} = session.result();
		return {
			...{player, seed: found, ticks, harm: harm.total},
			won: ended?.won ?? false,
			why: ended?.why ?? '',
			met: tasks.filter(({state}) => state === 'met').map(({id}) => id),
			fault: ended === null ? 'it did not end' : null,
		};
	} catch (error) {
		return {...nothing, fault: error instanceof Error ? error.message : String(error)};
	}
}
