import {assert, specOf, type Order, valueAt} from '../../sim/index.ts';
import {parseOrder} from '../command.ts';
import {clock, leftOut, orderList, toldAs, type Candidate} from './candidate.ts';
import {change, together} from '../relive/change.ts';
import type {Change} from '../relive/change.ts';
import {actOf, moves, type Decision} from './decisions.ts';
import type {Baseline} from './baseline.ts';
import {pageBefore} from './paging.ts';

/** How long somebody who knows what to do needs for it, from the moment that asks for it. */
const DECIDING_SECONDS = 120;

/** One of a level's own better orders, in the second in which it would have been given. */
type Better = {
	readonly at: number;
	readonly order: Order;
	readonly words: string;
};

/** A decision point that came, and what could have been done at it. */
export type Point = {
	/** The author's orders, each alone and two by two, beside the player's own. */
	readonly beside: readonly Candidate[];
	/** None of what the player gave from then on, or null where that was nothing. */
	readonly handsOff: Candidate | null;
	/** The author's orders in place of all those. */
	readonly inPlace: readonly Candidate[];
};

/** What the author of a level would have done where its decision points came. */
export function decisionPoints(
	baseline: Baseline,
	decisions: readonly Decision[],
): readonly Point[] {
	return baseline.decided.map(({id, tick}) => {
		const better = betterAt(baseline, id, tick);
		const sets = [
			...better.map(each => [each]),
			...better.flatMap((one, index) =>
				better.slice(index + 1).flatMap(other => (isOfOneAct(one, other) ? [[one, other]] : [])),
			),
		];
		const beside = sets.map(set => candidateOf(baseline, decisions, id, set));
		const first = decisions.find(({at}) => at >= tick);
		if (first === undefined || beside.length === 0) return {beside, handsOff: null, inPlace: []};
		// What was still under way at the end would have come to something in a night that goes on.
		const own = baseline.orders.filter(
			({number, at, order, state}) =>
				number > 0 && at >= tick && moves(order) && state !== 'refused',
		);
		return {
			beside,
			handsOff: {
				...leftOut(baseline, {...first, id: `all from ${id}`, orders: own}),
				kind: 'instead',
			},
			inPlace: beside.map(each => inPlaceOf(baseline, each, own)),
		};
	});
}

/** Orders for different troubles are decisions of their own. */
function isOfOneAct(one: Better, other: Better): boolean {
	return actOf(one) === actOf(other);
}

/** The same with none of what the player gave from then on. */
function inPlaceOf(baseline: Baseline, beside: Candidate, own: Decision['orders']): Candidate {
	const leaveOut = own.map(({number}) => number);
	const without = (changed: Change): Change => ({
		...changed,
		leaveOut,
		move: changed.move.filter(({order}) => !leaveOut.includes(order)),
		add: [
			...changed.add,
			...own.flatMap(({number, words}) => {
				const moved = changed.move.find(({order}) => order === number);
				return moved === undefined ? [] : [{at: moved.at, words}];
			}),
		],
	});
	return {
		...beside,
		id: `only ${beside.id}`,
		kind: 'instead',
		did: `${orderList(own)} from ${clock(baseline, own[0]?.at ?? 0)} on`,
		other: `only ${beside.other}`,
		change: without(beside.change),
		parts: beside.parts.map(part => ({...part, change: without(part.change)})),
	};
}

/** Those that can move the Region, and that the player has not given by then, or as good as then. */
function betterAt({level, orders}: Baseline, point: string, came: number): readonly Better[] {
	const alternatives = level.decisions.find(({id}) => id === point)?.alternatives ?? [];
	return alternatives.flatMap(({at: named, words}) => {
		const at = named ?? 60 * Math.ceil((came + DECIDING_SECONDS) / 60);
		const parsed = parseOrder(words);
		assert(parsed.ok, 'a level’s better orders are checked when it is read');
		const given = orders.some(
			each => each.words === words && each.at <= at + DECIDING_SECONDS && each.state !== 'refused',
		);
		return moves(parsed.order) && !given && at < level.limit
			? [{at, order: parsed.order, words}]
			: [];
	});
}

function candidateOf(
	baseline: Baseline,
	decisions: readonly Decision[],
	point: string,
	better: readonly Better[],
): Candidate {
	const [first] = better;
	assert(first !== undefined, 'somebody decides something');
	const own = decisions.find(({orders}) =>
		orders.some(given => better.some(({words}) => words === given.words)),
	);
	const changes = better.map(each => given(baseline, each));
	const whole = changes.reduce(together);
	const what = baseline.level.decisions.find(({id}) => id === point)?.what ?? point;
	return {
		id: `${point}: ${better.map(({words}) => words).join(' and ')}`,
		act: actOf(first),
		kind: own === undefined ? 'instead' : 'earlier',
		decision: own?.id ?? null,
		point,
		at: first.at,
		did:
			own === undefined
				? `nothing of the kind when it came to this: ${what.replace(/\.$/, '')}`
				: own.orders.map(({words, at}) => `“${words}” at ${clock(baseline, at)}`).join(', '),
		other: toldAs(baseline, whole),
		change: whole,
		parts:
			better.length === 1
				? []
				: better.map((each, index) => ({
						id: each.words,
						other: `${toldAs(baseline, valueAt(changes, index))} alone`,
						change: valueAt(changes, index),
					})),
	};
}

/** The order then and not later, with whoever it takes on the call. */
function given(baseline: Baseline, {order, words, at}: Better) {
	const {team} = specOf(order);
	const paged = team === null ? null : pageBefore(baseline, team, at);
	const later = baseline.orders.find(
		each => each.number > 0 && each.words === words && each.state !== 'refused',
	);
	const moved =
		later === undefined
			? change({add: [{at, words}]})
			: change({move: [{order: later.number, at}]});
	return paged === null ? moved : together(change(paged), moved);
}
