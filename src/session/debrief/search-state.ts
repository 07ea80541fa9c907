import {SWITCH_NAMES, type Switch} from '../../sim/index.ts';
import type {PlannedOrder} from '../order-file.ts';
import type {Baseline, SecondLook} from './baseline.ts';
import {toldAs, type Candidate} from './candidate.ts';
import type {Change} from '../relive/change.ts';
import type {Outcome} from './debrief.types.ts';
import type {PlayerScript} from '../relive/source.ts';
import type {Trial} from './ranking.ts';

/** One run to be lived: by whom, and when, is nobody's business here. */
export type Job = {
	readonly id: string;
	readonly change: Change;
	/** Whether to look first if the trouble comes at all. */
	readonly mayPrevent: boolean;
	/** Whether what it left to be wanted is asked, and nothing else. */
	readonly looksAgain: boolean;
	/** Whether it is lived to its end, though it would not be told by itself. */
	readonly inFull: boolean;
};

/**
 * What came of a job. `prevented`: there was no trouble; `nothing`: an order of the change came to nothing, or it is clearly
 * no better; `broken`: the run broke an invariant, and counts for nothing.
 */
export type JobResult =
	| {readonly outcome: Outcome; readonly came: 'lived'}
	| {readonly outcome: null; readonly came: 'looked'; readonly look: SecondLook}
	| {readonly outcome: null; readonly came: 'prevented' | 'nothing' | 'broken'};

/** Somebody else's night: orders to lay the player's beside. */
export type Reference = {
	readonly id: 'silent' | 'day' | 'expert';
	readonly label: string;
	readonly script: PlayerScript;
};

/** What a search knows so far. */
export type Findings = {
	readonly trials: readonly Trial[];
	readonly references: ReadonlyMap<string, Outcome>;
	readonly fixes: ReadonlyMap<Switch, JobResult>;
	/** What changed nights left to be wanted, by candidate. */
	readonly looks: ReadonlyMap<string, SecondLook>;
	/** Outcomes of parts and of capacity runs, by job. */
	readonly others: ReadonlyMap<string, Outcome>;
	readonly lived: number;
	readonly failed: number;
};

/** What was asked, and what came of it. */
export type SearchState = {
	readonly candidates: Map<string, Candidate>;
	keep(id: string, result: JobResult): void;
	readonly findings: Omit<Findings, 'lived'>;
};

export function createSearchState(
	baseline: Baseline,
	references: readonly Reference[],
): SearchState {
	const candidates = new Map<string, Candidate>();
	const trials: Trial[] = [];
	const byReference = new Map<string, Outcome>();
	const fixes = new Map<Switch, JobResult>();
	const others = new Map<string, Outcome>();
	const looks = new Map<string, SecondLook>();
	let failed = 0;
	return {
		candidates,
		keep(id, result) {
			const fix = SWITCH_NAMES.find(name => id === fixId(name));
			if (fix !== undefined) fixes.set(fix, result);
			if (result.outcome === null) {
				if (result.came === 'broken') failed++;
				if (result.came === 'looked') looks.set(id.slice(lookId('').length), result.look);
				return;
			}
			const candidate = candidates.get(id);
			const reference = references.find(each => id === `by ${each.id}`);
			if (candidate !== undefined)
				trials.push({
					candidate: asItCame(baseline, candidate, result.outcome),
					outcome: result.outcome,
				});
			else if (reference !== undefined) byReference.set(reference.id, result.outcome);
			else if (fix === undefined) others.set(id, result.outcome);
		},
		get findings() {
			// Threads answer in any order; what is made of their answers must not depend on it.
			const sorted = [...trials].sort((a, b) => (a.candidate.id < b.candidate.id ? -1 : 1));
			const looksSorted = new Map([...looks].sort(([a], [b]) => (a < b ? -1 : 1)));
			return {
				...{trials: sorted, references: byReference, fixes},
				...{looks: looksSorted, others, failed},
			};
		},
	};
}

/**
 * A change in the words that it came to: steps are the orders that were given, and what would have been given after the
 * end is not told.
 */
function asItCame(baseline: Baseline, candidate: Candidate, {given, ended}: Outcome): Candidate {
	const {change} = candidate;
	const isInTime = ({at}: PlannedOrder) => ended?.won !== true || at <= ended.at;
	const add = [...change.add, ...given].filter(isInTime).sort((a, b) => a.at - b.at);
	if (change.steps.length === 0 && add.length === change.add.length) return candidate;
	const came = {...change, add, steps: []};
	return {...candidate, change: came, other: toldAs(baseline, came)};
}

export function lookId(candidate: string): string {
	return `look at ${candidate}`;
}

export function fixId(name: Switch): string {
	return `fix ${name}`;
}

export function partId(candidate: Pick<Candidate, 'id'>, part: string): string {
	return `${candidate.id}: ${part}`;
}

/** What the recovering systems can do, for a call that was close. */
export const CAPACITIES = [0.9, 1.1] as const;

export function capacityId(of: string, factor: number): string {
	return `${of} with capacity ${String(factor)}`;
}
