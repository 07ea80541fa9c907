import {clockOf} from '../../level/index.ts';
import {assert} from '../../sim/index.ts';
import {change} from '../relive/change.ts';
import type {Change} from '../relive/change.ts';
import type {Act, Decision} from './decisions.ts';
import type {PlannedOrder} from '../order-file.ts';
import type {Baseline} from './baseline.ts';

/** One thing that could have been different, and how to say it. */
export type Candidate = {
	readonly id: string;
	readonly act: Act;
	readonly kind: 'left-out' | 'earlier' | 'later' | 'instead' | 'both';
	/** The decision of the player's that it is about, or null where they did nothing of the kind. */
	readonly decision: string | null;
	/** The decision point of the level that it answers, or null. */
	readonly point: string | null;
	readonly at: number;
	/** What the player did; empty where it was nothing. */
	readonly did: string;
	/** What would have been done, as the end of a sentence that begins “with”. */
	readonly other: string;
	readonly change: Change;
	/** Parts that might be worth nothing without each other. */
	readonly parts: readonly {readonly id: string; readonly other: string; readonly change: Change}[];
};

export function leftOut(baseline: Baseline, decision: Decision): Candidate {
	return {
		...about(baseline, decision),
		id: `${decision.id} left out`,
		kind: 'left-out',
		other: 'none of that',
		change: change({leaveOut: decision.orders.map(({number}) => number)}),
		parts: [],
	};
}

/** Hands off from beginning to end: sometimes the right thing was none. */
export function nothingDone(
	baseline: Baseline,
	decisions: readonly Decision[],
): readonly Candidate[] {
	const [first] = decisions;
	if (first === undefined || decisions.length < 2) return [];
	const orders = decisions.flatMap(each => each.orders);
	const all = leftOut(baseline, {...first, id: 'all of it', orders});
	return [{...all, kind: 'instead'}];
}

/** The decision at another time. What could not be accepted there is refused there. */
export function shifted(baseline: Baseline, decision: Decision, minutes: number): Candidate {
	const earlier = minutes < 0;
	const span = `${String(Math.abs(minutes))} minutes ${earlier ? 'earlier' : 'later'}`;
	return {
		...about(baseline, decision),
		id: `${decision.id} ${span}`,
		kind: earlier ? 'earlier' : 'later',
		other: `that ${span}, at ${clock(baseline, decision.at + 60 * minutes)}`,
		change: moveAll(decision.orders, minutes),
		parts: [],
	};
}

/** The decision and all that followed at another time: later orders were chosen for the world it made. */
export function shiftedOn(baseline: Baseline, decision: Decision, minutes: number): Candidate {
	const one = shifted(baseline, decision, minutes);
	return {
		...one,
		id: `${one.id} with the rest`,
		other: `${one.other}, and everything after it as much ${one.kind}`,
		change: moveAll(
			baseline.orders.filter(({at}) => at >= decision.at),
			minutes,
		),
	};
}

function moveAll(orders: Decision['orders'], minutes: number): Change {
	return change({
		move: orders.map(({number, at}) => ({order: number, at: Math.max(1, at + 60 * minutes)})),
	});
}

function about(
	baseline: Baseline,
	{id, act, at, orders}: Decision,
): Pick<Candidate, 'act' | 'decision' | 'point' | 'at' | 'did'> {
	return {
		act,
		decision: id,
		point: null,
		at,
		did: `${orderList(orders)} at ${clock(baseline, at)}`,
	};
}

const LISTED_MAX = 8;

/** Orders as a sentence lists them; a long list names its first ones. */
export function orderList(orders: readonly {readonly words: string}[]): string {
	const shown = orders.slice(0, LISTED_MAX).map(({words}) => `“${words}”`);
	const more = orders.length - shown.length;
	return `${shown.join(', ')}${more > 0 ? ` and ${String(more)} more` : ''}`;
}

/** Orders with their times, every one of them: whoever gives them so gets what is told. */
export function listed(
	baseline: Pick<Baseline, 'level' | 'recorded'>,
	orders: readonly PlannedOrder[],
): string {
	return orders.map(({at, words}) => `“${words}” at ${clock(baseline, at)}`).join(', ');
}

/** A change in full: what is given, what is given at another time, and what is not given. */
export function toldAs(
	baseline: Pick<Baseline, 'level' | 'recorded'>,
	{add, move, leaveOut}: Change,
): string {
	const given = (number: number) => {
		const found = baseline.recorded.orders.find(({order}) => order === number);
		assert(found !== undefined, 'what is moved or left out was given');
		return found;
	};
	const orders = [
		...add.map(({at, words}) => ({at, text: `“${words}” at ${clock(baseline, at)}`})),
		...move.map(({order, at}) => {
			const {words, at: was} = given(order);
			const text = `“${words}” at ${clock(baseline, at)} instead of ${clock(baseline, was)}`;
			return {at, text};
		}),
	].sort((a, b) => a.at - b.at);
	const without = leaveOut.length === 0 ? [] : [`without ${listed(baseline, leaveOut.map(given))}`];
	return [...orders.map(({text}) => text), ...without].join(', ');
}

/** On the day: `HH:MM`, with seconds where it is no full minute. */
export function clock({level, recorded}: Pick<Baseline, 'level' | 'recorded'>, at: number): string {
	return clockOf(level, recorded.seed).at(Math.max(0, at)).replace(/:00$/, '');
}
