import type {Observation} from '../../observe/index.ts';
import type {Player} from './player.types.ts';

/** What a rule may ask about: the observation, and what this player has already done. */
export type Seen = {
	readonly observation: Observation;
	/** The last delivered value of a metric; NaN while nothing has arrived. */
	readonly value: (metric: string) => number;
	readonly isPresent: (team: string) => boolean;
	/** Whether an order that begins with these words has taken effect. */
	readonly isDone: (words: string) => boolean;
	/** Whether the last `dig` of a name came back without addresses; false before anybody looked. */
	readonly isEmpty: (name: string) => boolean;
};

/** One habit of a player: what it must see, how long people take over it, and what they then order. */
export type Rule = {
	readonly id: string;
	readonly when: (seen: Seen) => boolean;
	/** Minutes between seeing it and ordering, while it stays so. */
	readonly afterMinutes: number;
	readonly orders: readonly string[] | ((seen: Seen) => readonly string[]);
	/** Begins again this long after it acted; without it a rule acts once. */
	readonly againAfterMinutes?: number;
};

/** A player that follows rules. Orders refused for want of access or people are given again a little later. */
export function playerOf(name: string, rules: readonly Rule[]): Player {
	const heldSince = new Map<string, number>();
	const actedAt = new Map<string, number>();
	const act = (observation: Observation): readonly string[] => {
		const seen = seenIn(observation);
		const orders: string[] = [];
		for (const rule of rules) {
			if (!isOpen(rule, actedAt.get(rule.id), observation.now)) continue;
			if (!rule.when(seen)) {
				heldSince.delete(rule.id);
				continue;
			}
			const since = heldSince.get(rule.id) ?? observation.now;
			heldSince.set(rule.id, since);
			if (observation.now - since < 60 * rule.afterMinutes) continue;
			actedAt.set(rule.id, observation.now);
			heldSince.delete(rule.id);
			orders.push(...(typeof rule.orders === 'function' ? rule.orders(seen) : rule.orders));
		}
		return orders;
	};
	return {name, act};
}

function isOpen(rule: Rule, actedAt: number | undefined, now: number): boolean {
	if (actedAt === undefined) return true;
	if (rule.againAfterMinutes === undefined) return false;
	return now - actedAt >= 60 * rule.againAfterMinutes;
}

function seenIn(observation: Observation): Seen {
	return {
		observation,
		value: metric => observation.metrics[metric]?.value ?? NaN,
		isPresent: team =>
			observation.teams.some(known => known.team === team && known.state === 'present'),
		isDone: words =>
			observation.orders.some(({state, text}) => state === 'done' && text.startsWith(words)),
		isEmpty: name =>
			observation.answers.find(answer => answer.name === name)?.addresses.length === 0,
	};
}
