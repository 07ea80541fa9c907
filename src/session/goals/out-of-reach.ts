import type {World} from '../../sim/index.ts';
import type {Evaluator} from './evaluation.ts';
import {LEVERS_STANDING, type Lever} from './lever-state.ts';

/** What the Region never lifts by itself: pollers, which a fault stops, another may start. */
const BY_ORDERS_ALONE = LEVERS_STANDING.filter(({id}) => id !== 'sqs-pollers');

/** Whether a level cannot be won any more: winning asks for a lever that stands, and no order `toCome` would lift it. */
export function isOutOfReach(
	{level, winParts}: Pick<Evaluator, 'level' | 'winParts'>,
	world: World,
	toCome: readonly string[],
): boolean {
	if (level.goals?.atLimit === 'won') return false;
	return BY_ORDERS_ALONE.some(
		lever =>
			winParts.some(({id}) => id === lever.id) &&
			lever.text(world) !== null &&
			!toCome.some(words => mayLift(lever, words)),
	);
}

/** An order is told by its first two words from those that move something else. */
function mayLift({lifts}: Lever, words: string): boolean {
	return lifts.some(lift => beginning(lift) === beginning(words));
}

function beginning(words: string): string {
	return words.split(' ', 2).join(' ');
}
