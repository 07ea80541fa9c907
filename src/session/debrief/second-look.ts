import type {Baseline} from './baseline.ts';
import type {Change} from '../relive/change.ts';
import {toldAs, type Candidate} from './candidate.ts';
import {allLifted, beside, leversTried} from './levers-tried.ts';
import {isAdvisable, savedBy, worth, type Trial} from './ranking.ts';
import type {Findings} from './search-state.ts';

const LOOKED_AT_MAX = 3;
/** Seconds of nights that the looks themselves may cost: a night of a day is looked at once. */
const LOOKED_SECONDS_MAX = 60_000;
/** Seconds of nights that levers may cost after each. */
const SECONDS_MAX = 100_000;

/**
 * Changes that kept off what the run was lost by, or helped most, and did not win it: what was left open then may be what it
 * takes beside them. None where something wins it already.
 */
export function worthALook(
	{outcome: base, orders, recorded}: Baseline,
	trials: readonly Trial[],
): readonly Trial[] {
	const told = trials.filter(
		each => each.candidate.change.instead === null && isAdvisable(each, base, orders),
	);
	const isWon = ({outcome}: Pick<Trial, 'outcome'>) => outcome.ended?.won === true;
	if (base.ended === null || isWon({outcome: base}) || told.some(isWon)) return [];
	const end = base.ended.at;
	const later = ({outcome}: Trial) => Math.max(0, (outcome.ended?.at ?? end) - end);
	const best = told
		.filter(each => later(each) > 0 || worth(base, each) > 0)
		.sort(
			(a, b) =>
				later(b) - later(a) ||
				savedBy(base, b) - savedBy(base, a) ||
				(a.candidate.id < b.candidate.id ? -1 : 1),
		);
	const isOther = (one: Trial, other: Trial) =>
		Math.abs(one.outcome.harm.total - other.outcome.harm.total) > 0.5 ||
		one.candidate.act !== other.candidate.act;
	return best
		.filter((each, index) => best.slice(0, index).every(other => isOther(each, other)))
		.slice(
			0,
			Math.max(1, Math.min(LOOKED_AT_MAX, Math.floor(LOOKED_SECONDS_MAX / recorded.until))),
		);
}

/** Each of them with what it left open. */
export function withWhatWasLeft(
	baseline: Baseline,
	{trials, looks}: Pick<Findings, 'trials' | 'looks'>,
): readonly Candidate[] {
	return [...looks].flatMap(([id, look]) => {
		const trial = trials.find(({candidate}) => candidate.id === id);
		if (trial === undefined) return [];
		const changed: Baseline = {...baseline, ...look, outcome: trial.outcome};
		return [...allLifted(changed), ...leversTried(changed, SECONDS_MAX)].map(each =>
			bothOf(baseline, trial.candidate, each),
		);
	});
}

function bothOf(baseline: Baseline, first: Candidate, second: Candidate): Candidate {
	const whole = withMoves(baseline, beside(first.change, second.change));
	return {
		...first,
		id: `${first.id}, and then ${second.id}`,
		kind: 'both',
		did: first.did === second.did ? first.did : `${first.did}; ${second.did}`,
		other: toldAs(baseline, whole),
		change: whole,
		parts: [],
	};
}

/** What is left out at one time and given at another is moved. */
function withMoves({recorded}: Baseline, change: Change): Change {
	const out = recorded.orders.filter(({order}) => change.leaveOut.includes(order));
	const moved = out.flatMap(({order, words}) => {
		const again = change.add.find(each => each.words === words);
		return again === undefined ? [] : [{order, again}];
	});
	return {
		...change,
		leaveOut: change.leaveOut.filter(number => !moved.some(({order}) => order === number)),
		move: [...change.move, ...moved.map(({order, again: {at}}) => ({order, at}))],
		add: change.add.filter(each => !moved.some(({again}) => again === each)),
	};
}
