import type {PlannedOrder} from '../level/index.ts';
import type {Player} from './players/index.ts';
import type {Session} from './session.types.ts';

/** A player who looks at the screen once a minute. */
const GLANCE_SECONDS = 60;

/** Lives a run in which each order is given at its own second. */
export function playOrders(
	session: Session,
	by: string,
	orders: readonly PlannedOrder[],
	until: number,
): void {
	for (const {at, words} of orders) {
		if (at > until || session.ended) break;
		session.advance(at - 1 - session.now);
		session.attempt(by, words);
	}
	session.advance(until - session.now);
}

/** Lives a run with a player who acts on what can be observed. */
export function playOut(session: Session, player: Player, until: number): void {
	while (!session.ended && session.now < until) {
		session.advance(Math.min(GLANCE_SECONDS, until - session.now));
		for (const words of player.act(session.observation)) session.attempt(player.name, words);
	}
}
