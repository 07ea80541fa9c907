import type {OrderRecord} from '../../sim/index.ts';
import type {Candidate} from './candidate.ts';
import type {Outcome} from './debrief.types.ts';
import type {Act} from './decisions.ts';

/** The run itself: what came of it, and what became of its orders. */
type Lived = {readonly outcome: Outcome; readonly orders: readonly OrderRecord[]};

/** A candidate and what came of it. */
export type Trial = {readonly candidate: Candidate; readonly outcome: Outcome};

/** Minutes of harm that a change saves; less than nothing for what had better stay. */
export function savedBy(base: Outcome, {outcome}: Pick<Trial, 'outcome'>): number {
	return base.harm.total - outcome.harm.total;
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
	const worthy = eachNightOnce(trials.filter(each => isAdvisable(each, orders))).filter(
		each => worth(base, each) >= trifle(base),
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
		const act = rest[0]!.candidate.act;
		best.push(bestOf(base, rest, act));
	}
	return bySaving(base, best).slice(0, SHOWN_MAX);
}

/** What a level calls unsafe is never advised: of what a change gives or moves, nothing is behind an unsafe act. */
export function isAdvisable(
	{candidate: {change}, outcome}: Trial,
	orders: Lived['orders'],
): boolean {
	const moved = new Set(change.move.map(({order}) => order));
	const advised = [
		...change.add.map(({words}) => words),
		...change.steps.flatMap(({words}) => words),
		...(change.instead?.orders ?? []).map(({words}) => words),
		...orders.filter(({number}) => moved.has(number)).map(({words}) => words),
	];
	return !advised.some(words => outcome.unsafeOrders.includes(words));
}

/** Two ways to say the same night: the one that speaks of a decision of the player's. */
function eachNightOnce(trials: readonly Trial[]): readonly Trial[] {
	const own = ({candidate: {kind}}: Trial) => kind === 'left-out';
	return trials.filter(
		(each, index) =>
			!trials.some(
				(other, place) =>
					other.outcome === each.outcome && (own(other) === own(each) ? place < index : own(other)),
			),
	);
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
	const top = sorted[0]!;
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
