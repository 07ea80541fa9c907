import {assert} from '../../sim/index.ts';
import {parseOrder} from '../command.ts';
import type {Findings, Reference} from './search-state.ts';
import {orderList} from './candidate.ts';
import {change} from '../relive/change.ts';
import type {PlayerScript} from '../relive/source.ts';
import {moves} from './decisions.ts';
import type {Baseline} from './baseline.ts';
import type {Trial} from './ranking.ts';

/**
 * Some nights are lost by more than one decision. Where none that was tried would have won it, and the expert's
 * whole night would have, that is told instead of nothing; null otherwise.
 */
export function expertsWay(
	baseline: Baseline,
	{references: outcomes}: Pick<Findings, 'references'>,
	references: readonly Reference[],
	shown: readonly Trial[],
): Trial | null {
	const expert = references.find(({id}) => id === 'expert');
	const outcome = outcomes.get('expert');
	if (expert === undefined || outcome === undefined) return null;
	const before = [{outcome: baseline.outcome}, ...shown];
	if (outcome.ended?.won !== true || before.some(each => each.outcome.ended?.won === true))
		return null;
	const own = acts(baseline.orders.filter(({number}) => number > 0));
	return {
		outcome,
		candidate: {
			id: 'as the expert',
			act: 'whole',
			kind: 'instead',
			decision: null,
			point: null,
			at: Math.max(baseline.level.takeover, own[0]?.at ?? 0),
			did: own.length === 0 ? 'nothing that would have ended it' : orderList(own),
			other: `all of it as the ${expert.label} does it: ${orderList(acts(ordersIn(expert.script)))}`,
			change: change({instead: expert.script}),
			parts: [],
		},
	};
}

function ordersIn({orders, rules}: PlayerScript): readonly {readonly words: string}[] {
	return [...orders, ...rules.flatMap(rule => rule.orders)];
}

/** What moved the Region, and what customers were inputs. */
function acts<Given extends {readonly words: string}>(orders: readonly Given[]): readonly Given[] {
	return orders.filter(({words}) => {
		const parsed = parseOrder(words);
		assert(parsed.ok, 'a script is checked when it is read');
		return moves(parsed.order) || parsed.order.id === 'update';
	});
}
