import type {PlannedOrder} from '../../level/index.ts';
import {watch, type OrderRule} from '../order-rules.ts';
import type {Player} from '../players/index.ts';
import type {Session} from '../session.types.ts';

/** A player who looks at the screen once a minute. */
const GLANCE_SECONDS = 60;

/** A script that waits for something to be seen looks for it as often as this. */
const WATCH_SECONDS = 15;

/** Lives a run in which each order is given at its own second, or when what its rule waits for is seen. */
export function playOrders(
	session: Session,
	by: string,
	orders: readonly PlannedOrder[],
	until: number,
	rules: readonly OrderRule[] = [],
): void {
	const due = [...orders];
	const watched = watch(rules);
	while (!session.ended) {
		while ((due[0]?.at ?? Infinity) <= Math.min(until, session.now + 1)) {
			session.attempt(by, due.shift()?.words ?? '');
		}
		if (session.now >= until) break;
		const glance = watched.isOver() ? Infinity : WATCH_SECONDS;
		const next = Math.min(until, (due[0]?.at ?? Infinity) - 1, session.now + glance);
		session.advance(next - session.now);
		if (watched.isOver()) continue;
		due.push(...watched.seen(session.observation));
		due.sort((a, b) => a.at - b.at);
	}
}

/** Lives a run with a player who acts on what can be observed. */
export function playOut(session: Session, player: Player, until: number): void {
	while (!session.ended && session.now < until) {
		session.advance(Math.min(GLANCE_SECONDS, until - session.now));
		for (const words of player.act(session.observation)) session.attempt(player.name, words);
	}
}
