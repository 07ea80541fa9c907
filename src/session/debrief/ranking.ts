import {valueAt} from '../../sim/index.ts';
import type {Harm, OrderRecord} from '../../sim/index.ts';
import type {Candidate} from './candidate.ts';
import type {Outcome} from './debrief.types.ts';
import type {Act} from './decisions.ts';

/** The run itself: what came of it, and what became of its orders. */
type Lived = {readonly outcome: Outcome; readonly orders: readonly OrderRecord[]};

/** A candidate and what came of it. */
export type Trial = {readonly candidate: Candidate; readonly outcome: Outcome};

/** Where two runs are held against each other: each at its own end, or both where the night was over. */
export type Horizon = 'own ends' | 'whole night';

/**
 * A run is told by its own end, as whoever carries it out is told. Where both were lost, and not by waiting for the end,
 * both are lived on: harm that was only not waited for is not saved.
 */
export function horizonOf(base: Outcome, {outcome}: Pick<Trial, 'outcome'>): Horizon {
	const isLost = ({ended}: Outcome) => ended?.won === false;
	return isLost(base) && isLost(outcome) ? 'whole night' : 'own ends';
}

/** What a change saves, in all and system by system. */
export function savings(base: Outcome, trial: Pick<Trial, 'outcome'>): Harm {
	const of = (outcome: Outcome) =>
		horizonOf(base, trial) === 'own ends' ? outcome.atEnd : outcome.harm;
	const [was, is] = [of(base), of(trial.outcome)];
	return {
		total: was.total - is.total,
		parts: Object.fromEntries(
			Object.entries(is.parts).map(([id, minutes]) => [id, (was.parts[id] ?? 0) - minutes]),
		),
	};
}

/** Minutes of harm that a change saves; less than nothing for what had better stay. */
export function savedBy(base: Outcome, trial: Pick<Trial, 'outcome'>): number {
	return savings(base, trial).total;
}

/** More than any night can cost: a change that turns a loss into a win comes before all that do not. */
const TURNED = 1e6;

/** What a change is worth: harm saved, and above all a night that was lost and would have been won. */
export function worth(base: Outcome, {outcome}: Pick<Trial, 'outcome'>): number {
	const won = (of: Outcome) => (of.ended?.won === true ? TURNED : 0);
	return savedBy(base, {outcome}) + won(outcome) - won(base);
}

/** Savings under this are trifles: a debrief of trifles teaches nothing. */
export function trifle(base: Outcome): number {
	return Math.max(5, 0.015 * base.harm.total);
}

/** For as much of the gain a move of the player's own is preferred to one they never thought of, and one to two. */
const AS_GOOD_SHARE = 0.9;
export const SHOWN_MAX = 3;

/**
 * The two or three changes that would have mattered most: the best for each trouble of the night, most first. More
 * of the same trouble follow only where nothing else went wrong.
 */
export function mattered(
	{outcome: base, orders}: Lived,
	trials: readonly Trial[],
): readonly Trial[] {
	const worthy = eachNightOnce(
		base,
		trials.filter(each => worth(base, each) >= trifle(base) && isAdvisable(each, base, orders)),
	);
	const acts = [...new Set(worthy.map(({candidate}) => candidate.act))];
	const best = acts.map(act => bestOf(base, worthy, act));
	const rest = worthy.filter(
		({candidate: {decision, point}}) =>
			decision !== null &&
			best.every(
				({candidate: chosen}) =>
					chosen.decision !== decision && (point === null || chosen.point !== point),
			),
	);
	if (best.length === 1 && rest.length > 0) {
		const act = valueAt(rest, 0).candidate.act;
		best.push(bestOf(base, rest, act));
	}
	return bySaving(base, best).slice(0, SHOWN_MAX);
}

/** Whether a change may be told: each order of it did what it says, and nothing in it is unsafe that was not before. */
export function isAdvisable(
	{candidate: {change}, outcome}: Trial,
	base: Outcome,
	orders: Lived['orders'],
): boolean {
	const wordsOf = (order: number) => orders.find(({number}) => number === order)?.words ?? '';
	const changed = [
		...change.add,
		...change.move.map(({order, at}) => ({at, words: wordsOf(order)})),
	];
	if (
		changed.some(each =>
			outcome.undone.some(({at, words}) => at === each.at && words === each.words),
		)
	)
		return false;
	if (change.move.some(({at}) => outcome.ended?.won === true && at > outcome.ended.at))
		return false;
	const advised = new Set([
		...changed.map(({words}) => words),
		...(change.instead?.orders ?? []).map(({words}) => words),
	]);
	// What is only added may make possible what the player wanted to do anyway; what is taken away may have been the guard.
	const isAdded = change.leaveOut.length === 0 && change.move.length === 0;
	return outcome.unsafeOrders.every(
		words => !advised.has(words) && (isAdded || base.unsafeOrders.includes(words)),
	);
}

/** The fewest commands that only had to be added for a lost night to be won; of as many, those that cost least. */
export function mending({outcome: base, orders}: Lived, trials: readonly Trial[]): Trial | null {
	if (base.ended?.won !== false) return null;
	const winning = trials.filter(each => {
		const {leaveOut, move, instead, add} = each.candidate.change;
		const isAdded = leaveOut.length === 0 && move.length === 0 && instead === null;
		const isWin = each.outcome.ended?.won === true;
		return isAdded && add.length > 0 && isWin && isAdvisable(each, base, orders);
	});
	const [fewest = null] = bySaving(base, winning).sort(
		(a, b) => a.candidate.change.add.length - b.candidate.change.add.length,
	);
	return fewest;
}

/** Of two ways to the same night the plainer is told: what was left out rather than what came to that. */
function eachNightOnce(base: Outcome, trials: readonly Trial[]): readonly Trial[] {
	const sorted = [...trials].sort(
		(a, b) => sizeOf(a) - sizeOf(b) || (a.candidate.id < b.candidate.id ? -1 : 1),
	);
	return sorted.filter(
		(each, index) => !sorted.slice(0, index).some(other => isSameNight(base, each, other)),
	);
}

/** Fewer words first, and leaving out before all. */
function sizeOf({candidate: {kind, change}}: Trial): number {
	return kind === 'left-out' ? 0 : 1 + change.add.length + change.move.length;
}

const SAME_SHARE = 0.005;
const SAME_MINUTES = 0.05;

function isSameNight(base: Outcome, one: Trial, other: Trial): boolean {
	if (one.outcome === other.outcome) return true;
	if (one.candidate.decision !== other.candidate.decision) return false;
	if (one.outcome.ended?.won !== other.outcome.ended?.won) return false;
	const [a, b] = [savedBy(base, one), savedBy(base, other)];
	return Math.abs(a - b) <= Math.max(SAME_MINUTES, SAME_SHARE * Math.abs(a));
}

/** What the player did that was worth most: nothing else is said before it. */
export function betterMoves(base: Outcome, trials: readonly Trial[]): readonly Trial[] {
	return bySaving(base, trials)
		.filter(({candidate}) => candidate.kind === 'left-out')
		.filter(each => -worth(base, each) >= trifle(base))
		.reverse()
		.slice(0, 2);
}

function bestOf(base: Outcome, trials: readonly Trial[], act: Act): Trial {
	const sorted = bySaving(
		base,
		trials.filter(({candidate}) => candidate.act === act),
	);
	const top = valueAt(sorted, 0);
	const asGood = sorted.filter(each => isAsGood(base, each, top));
	const own = asGood.find(
		({candidate: {kind, decision}}) => kind === 'earlier' && decision !== null,
	);
	const plain = asGood.find(({candidate: {kind, parts}}) => kind !== 'both' && parts.length === 0);
	return own ?? plain ?? top;
}

function isAsGood(base: Outcome, one: Trial, top: Trial): boolean {
	if (one.outcome.ended?.won !== top.outcome.ended?.won) return false;
	const best = savedBy(base, top);
	return savedBy(base, one) >= (best > 0 ? AS_GOOD_SHARE * best : best);
}

function bySaving(base: Outcome, trials: readonly Trial[]): Trial[] {
	return [...trials].sort(
		(a, b) => worth(base, b) - worth(base, a) || (a.candidate.id < b.candidate.id ? -1 : 1),
	);
}
