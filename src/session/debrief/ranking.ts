import type {Candidate} from './candidate.ts';
import type {Outcome} from './debrief.types.ts';
import type {Act} from './decisions.ts';

/** A candidate and what came of it. */
export type Tried = {readonly candidate: Candidate; readonly outcome: Outcome};

/** Minutes of harm that a change saves; less than nothing for what had better stay. */
export function savedBy(base: Outcome, {outcome}: Pick<Tried, 'outcome'>): number {
	return base.harm.total - outcome.harm.total;
}

/** Savings under this are trifles: a debrief of trifles teaches nothing. */
export function trifle(base: Outcome): number {
	return Math.max(5, 0.015 * base.harm.total);
}

/** A move of the player's own is preferred to one they never thought of, for as much of its gain. */
const AS_GOOD_SHARE = 0.9;
const SHOWN_MAX = 3;

/**
 * The two or three changes that would have mattered most: the best for each trouble of the night, most first. More
 * of the same trouble follow only where nothing else went wrong.
 */
export function mattered(base: Outcome, tried: readonly Tried[]): readonly Tried[] {
	const worthy = tried.filter(each => savedBy(base, each) >= trifle(base));
	const acts = [...new Set(worthy.map(({candidate}) => candidate.act))];
	const best = acts.map(act => bestOf(base, worthy, act));
	const rest = worthy.filter(({candidate}) =>
		best.every(
			chosen =>
				chosen.candidate.decision === null || chosen.candidate.decision !== candidate.decision,
		),
	);
	if (best.length === 1 && rest.length > 0) {
		const act = rest[0]!.candidate.act;
		best.push(bestOf(base, rest, act));
	}
	return bySaving(base, best).slice(0, SHOWN_MAX);
}

/** What the player did that was worth most: nothing else is said before it. */
export function betterMoves(base: Outcome, tried: readonly Tried[]): readonly Tried[] {
	return bySaving(base, tried)
		.filter(({candidate}) => candidate.kind === 'left-out')
		.filter(each => -savedBy(base, each) >= trifle(base))
		.reverse()
		.slice(0, 2);
}

function bestOf(base: Outcome, tried: readonly Tried[], act: Act): Tried {
	const sorted = bySaving(
		base,
		tried.filter(({candidate}) => candidate.act === act),
	);
	const top = sorted[0]!;
	const enough = AS_GOOD_SHARE * savedBy(base, top);
	const own = sorted.find(
		each =>
			each.candidate.kind === 'earlier' &&
			each.candidate.decision !== null &&
			savedBy(base, each) >= enough,
	);
	return own ?? top;
}

function bySaving(base: Outcome, tried: readonly Tried[]): Tried[] {
	return [...tried].sort(
		(a, b) => savedBy(base, b) - savedBy(base, a) || (a.candidate.id < b.candidate.id ? -1 : 1),
	);
}
