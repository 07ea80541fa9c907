import {SWITCH_NAMES} from '../../sim/index.ts';
import {fixId, lookId, partId, type SearchState, type Job, type Reference} from './search-state.ts';
import {leftOut, nothingDone, shifted, shiftedOn, type Candidate} from './candidate.ts';
import {change} from '../relive/change.ts';
import type {Change} from '../relive/change.ts';
import {decisionPoints, type Point} from './decision-points.ts';
import {decisionsOf, isForTheName, type Decision} from './decisions.ts';
import {remediesOf} from '../goals/index.ts';
import {allLifted, beside, ledBy, leversTried} from './levers-tried.ts';
import {neverGiven, neverGivenApart} from './never-given.ts';
import {wantsOf} from './wants.ts';
import type {Baseline} from './baseline.ts';
import {closeCalls, cutShort} from './nearby.ts';
import {withWhatWasLeft, worthALook} from './second-look.ts';
import {isAdvisable, mattered, savedBy, trifle, worth, type Trial} from './ranking.ts';

/** Runs that shifts and pairs may cost; a night has more possible changes than minutes to wait. */
const SHIFTED_MAX = 9;
const PAIRED_MAX = 8;
const PAIRS_MAX = 8;
const UNSAFE_MAX = 2;

/** From what is worth most to what only completes the picture. */
export function stagesOf(
	baseline: Baseline,
	references: readonly Reference[],
	state: SearchState,
	want: (job: Job) => void,
): readonly (() => void)[] {
	const decisions = decisionsOf(baseline);
	const points = decisionPoints(baseline, decisions);
	const whole = neverGiven(baseline, references);
	const wantRun = (id: string, wanted: Change, how: Partial<Job> = {}) => {
		want({mayPrevent: false, looksAgain: false, inFull: false, ...how, id, change: wanted});
	};
	const wantAll = (more: readonly Candidate[]) => {
		for (const candidate of more) {
			if (state.candidates.has(candidate.id)) continue;
			state.candidates.set(candidate.id, candidate);
			wantRun(candidate.id, candidate.change);
			for (const part of candidate.parts) wantRun(partId(candidate, part.id), part.change);
		}
	};
	return [
		() => {
			// The last decision first: the less of a night is left, the sooner something is known.
			wantAll([...decisions].reverse().map(decision => leftOut(baseline, decision)));
			wantAll(points.flatMap(({beside}) => beside));
			wantAll(points.flatMap(({handsOff}) => handsOff ?? []));
			wantAll(nothingDone(baseline, decisions));
			for (const {id, script} of references) wantRun(`by ${id}`, change({instead: script}));
		},
		() => {
			wantAll([...allLifted(baseline), ...whole]);
			wantAll(leversTried(baseline));
		},
		() => {
			const {trials} = state.findings;
			for (const decision of weighty(baseline, decisions, trials)) {
				const minutes = [-30, 30].filter(each => !tooSoon(baseline, decision, each));
				wantAll(minutes.map(each => shifted(baseline, decision, each)));
			}
			wantAll(wholeResponse(baseline, decisions));
			const replaced = points.filter(point => mayBeReplaced(baseline, point, trials));
			wantAll(replaced.flatMap(({inPlace}) => inPlace));
		},
		() => {
			const {trials} = state.findings;
			wantAll(further(baseline, decisions, trials));
			wantAll(pairs(baseline, trials));
			wantAll(madeSafe(baseline, trials));
			if (isWonBy(whole, trials)) wantAll(neverGivenApart(baseline, references));
		},
		() => {
			for (const {candidate} of worthALook(baseline, state.findings.trials))
				wantRun(lookId(candidate.id), candidate.change, {looksAgain: true});
		},
		() => {
			wantAll(withWhatWasLeft(baseline, state.findings));
		},
		() => {
			const shown = mattered(baseline, state.findings.trials);
			for (const [id, nearly] of closeCalls(shown)) wantRun(id, nearly);
			for (const [id, half] of cutShort(shown, state.findings)) wantRun(id, half, {inFull: true});
			for (const name of SWITCH_NAMES) {
				if (baseline.recorded.switches.includes(name) || baseline.level.switches.includes(name))
					continue;
				wantRun(fixId(name), change({switches: [name]}), {mayPrevent: true});
			}
		},
	];
}

function isWonBy(candidates: readonly Candidate[], trials: readonly Trial[]): boolean {
	const ids = candidates.map(({id}) => id);
	return trials.some(
		({candidate, outcome}) => ids.includes(candidate.id) && outcome.ended?.won === true,
	);
}

/** Decisions whose leaving out makes a difference, most first: only those are worth other times. */
function weighty(
	{outcome}: Baseline,
	decisions: readonly Decision[],
	trials: readonly Trial[],
): readonly Decision[] {
	const weightOf = ({id}: Decision) => {
		const without = trials.find(
			({candidate}) => candidate.decision === id && candidate.kind === 'left-out',
		);
		return without === undefined ? 0 : Math.abs(savedBy(outcome, without));
	};
	return decisions
		.filter(decision => weightOf(decision) >= trifle(outcome))
		.sort((a, b) => weightOf(b) - weightOf(a) || a.at - b.at)
		.slice(0, SHIFTED_MAX);
}

/** What did more good than this, in shares of the harm, is not replaced: whatever helps stands beside it. */
const GOOD_SHARE = 0.5;

/** Whether the author's orders may do better alone: beside the player's they helped nothing, and those not much. */
function mayBeReplaced(
	{outcome}: Baseline,
	{beside, handsOff}: Point,
	trials: readonly Trial[],
): boolean {
	const worthOf = (wanted: Candidate | null) => {
		const found = trials.find(({candidate}) => candidate.id === wanted?.id);
		return found === undefined ? -Infinity : worth(outcome, found);
	};
	return (
		beside.every(each => worthOf(each) < trifle(outcome)) &&
		worthOf(handsOff) > -GOOD_SHARE * outcome.harm.total
	);
}

/** All of it sooner: finding the cause earlier is no single order. */
function wholeResponse(baseline: Baseline, decisions: readonly Decision[]): readonly Candidate[] {
	const name = decisions.find(isForTheName);
	const collapse = decisions.find(({act}) => act === 'ec2');
	return [name, collapse].flatMap(decision =>
		decision === undefined || tooSoon(baseline, decision, -30)
			? []
			: [shiftedOn(baseline, decision, -30)],
	);
}

/** Whether the decision would come before the trouble it answers. */
function tooSoon({outcome, level}: Baseline, {at}: Decision, minutes: number): boolean {
	const began = outcome.milestones.find(({id}) => id === 'record-empty')?.at ?? 0;
	const moved = at + 60 * minutes;
	return moved < began || moved <= level.takeover || moved >= level.limit;
}

/** Further in the direction that helped, and half way. */
function further(
	baseline: Baseline,
	decisions: readonly Decision[],
	trials: readonly Trial[],
): readonly Candidate[] {
	return decisions.flatMap(decision => {
		const helped = (kind: Candidate['kind']) =>
			trials.some(
				each =>
					each.candidate.decision === decision.id &&
					each.candidate.kind === kind &&
					savedBy(baseline.outcome, each) >= trifle(baseline.outcome),
			);
		const minutes = [
			...(helped('earlier') ? [-60, -10] : []),
			...(helped('later') ? [60, 10] : []),
		];
		return minutes
			.filter(each => !tooSoon(baseline, decision, each))
			.map(each => shifted(baseline, decision, each));
	});
}

/** Two changes that are each worth little may be worth much together: those of the same trouble, the best first. */
function pairs({outcome, orders}: Baseline, trials: readonly Trial[]): readonly Candidate[] {
	const alone = trials.filter(
		each =>
			each.candidate.parts.length === 0 &&
			each.candidate.change.instead === null &&
			each.outcome.ended?.won !== true &&
			isAdvisable(each, outcome, orders),
	);
	// Of a night that was not lived on it is known only that it is worth no more.
	const best = [...alone]
		.sort(
			(a, b) =>
				Number(a.outcome.atLeast) - Number(b.outcome.atLeast) ||
				worth(outcome, b) - worth(outcome, a) ||
				(a.candidate.id < b.candidate.id ? -1 : 1),
		)
		.slice(0, PAIRED_MAX);
	const found = best.flatMap((one, index) =>
		best.slice(index + 1).flatMap(other => {
			const [a, b] = [one.candidate, other.candidate];
			const isPair = a.act === b.act && (a.decision === null || a.decision !== b.decision);
			return isPair && !sharesOrders(a, b)
				? [{both: bothOf(a, b), saved: savedBy(outcome, one) + savedBy(outcome, other)}]
				: [];
		}),
	);
	return found
		.sort((a, b) => b.saved - a.saved)
		.slice(0, PAIRS_MAX)
		.map(({both}) => both);
}

/**
 * What was not safe as it stood, after what the level would have had done first: what won it all the same, and what the
 * night was lost for want of, which may have been undone at once.
 */
function madeSafe(baseline: Baseline, trials: readonly Trial[]): readonly Candidate[] {
	const {outcome, orders, level} = baseline;
	const unsafe = trials
		.filter(({candidate: {parts, change: each}}) => parts.length === 0 && each.instead === null)
		.filter(each => !isAdvisable(each, outcome, orders));
	const won = unsafe
		.filter(each => worth(outcome, each) >= trifle(outcome) && each.outcome.ended?.won === true)
		.sort(
			(a, b) => worth(outcome, b) - worth(outcome, a) || (a.candidate.id < b.candidate.id ? -1 : 1),
		)
		.slice(0, UNSAFE_MAX);
	const needed = wantsOf(baseline).flatMap(want => (want.needed ? [want.text] : []));
	const missed =
		won.length > 0 ? [] : unsafe.filter(({candidate}) => needed.includes(candidate.did));
	const before = [
		...new Set(level.unsafe.flatMap(({when}) => remediesOf(when, false).orders.slice(0, 1))),
	];
	return [...won, ...missed.slice(0, UNSAFE_MAX)].flatMap(({candidate}) =>
		before.flatMap(words => ledBy(baseline, words, candidate) ?? []),
	);
}

/** The same words twice are no pair. */
function sharesOrders(one: Candidate, other: Candidate): boolean {
	const moves = (of: Candidate) =>
		of.change.add.map(({words}) => words).filter(words => !/^(page|break glass)/.test(words));
	return moves(one).some(words => moves(other).includes(words));
}

function bothOf(one: Candidate, other: Candidate): Candidate {
	return {
		id: `${one.id} and ${other.id}`,
		act: one.act,
		kind: 'both',
		decision: one.decision ?? other.decision,
		point: null,
		at: Math.min(one.at, other.at),
		did: one.did === other.did ? one.did : `${one.did}; ${other.did}`,
		other: `${withWords(one)}, and ${withWords(other)}`,
		change: beside(one.change, other.change),
		parts: [one, other].map(({id, other: words, change: alone}) => ({
			id,
			other: words,
			change: alone,
		})),
	};
}

/** What would have been done, where it stands beside something else. */
function withWords({kind, did, other}: Candidate): string {
	return kind === 'left-out' ? `without ${did}` : other;
}
