import {assert, SWITCH_NAMES, type Switch} from '../../sim/index.ts';
import {alternatives, restoresTheName} from './alternatives.ts';
import {leftOut, nothingDone, shifted, shiftedOn, type Candidate} from './candidate.ts';
import {change, together} from './change.ts';
import type {Change, Outcome, Script} from './debrief.types.ts';
import {atDecisionPoints} from './decision-points.ts';
import {decisionsOf, type Decision} from './decisions.ts';
import type {Basis} from './life.ts';
import {mattered, savedBy, trifle, type Tried} from './ranking.ts';

/** One run to be lived: by whom, and when, is nobody's business here. */
export type Job = {
	readonly id: string;
	readonly change: Change;
	/** Whether to look first if the trouble comes at all. */
	readonly mayPrevent: boolean;
};

/** `prevented`: there was no trouble. No outcome at all: the run broke an invariant, and counts for nothing. */
export type JobResult = {readonly outcome: Outcome | null; readonly prevented: boolean};

/** Somebody else's night: orders to lay the player's beside. */
export type Reference = {
	readonly id: 'silent' | 'day' | 'expert';
	readonly label: string;
	readonly script: Script;
};

/** Which runs to live to find what mattered, stage by stage: each stage is chosen by all that the last one found. */
export type Search = {
	/** The next job to give away; null while outcomes of this stage are awaited, or all is done. */
	next(): Job | null;
	take(id: string, result: JobResult): void;
	readonly done: boolean;
	/** Runs lived, and as many as are known to be wanted. */
	readonly progress: {readonly lived: number; readonly wanted: number};
	readonly found: Found;
};

/** What a search knows so far. */
export type Found = {
	readonly tried: readonly Tried[];
	readonly references: ReadonlyMap<string, Outcome>;
	readonly fixes: ReadonlyMap<Switch, JobResult>;
	/** Outcomes of parts and of capacity runs, by job. */
	readonly others: ReadonlyMap<string, Outcome>;
	readonly lived: number;
	readonly failed: number;
};

/** Runs that shifts and pairs may cost; a night has more possible changes than minutes to wait. */
const SHIFTED_MAX = 9;
const PAIRS_MAX = 5;
export const CAPACITIES = [0.9, 1.1] as const;

export function createSearch(basis: Basis, references: readonly Reference[]): Search {
	const book = createBook(references);
	const waiting: Job[] = [];
	const out = new Set<string>();
	const stages = stagesOf(basis, references, book, job => waiting.push(job));
	let stage = 0;
	const fill = () => {
		while (waiting.length === 0 && out.size === 0 && stage < stages.length) stages[stage++]!();
	};
	fill();
	return {
		next() {
			const job = waiting.shift() ?? null;
			if (job !== null) out.add(job.id);
			return job;
		},
		take(id, result) {
			assert(out.delete(id), 'an outcome is of a job that was given away');
			book.keep(id, result);
			fill();
		},
		get done() {
			return waiting.length === 0 && out.size === 0 && stage === stages.length;
		},
		get progress() {
			const {lived} = book.found;
			return {lived, wanted: lived + out.size + waiting.length};
		},
		get found() {
			return book.found;
		},
	};
}

/** What was asked, and what came of it. */
type Book = {
	readonly candidates: Map<string, Candidate>;
	keep(id: string, result: JobResult): void;
	readonly found: Found;
};

function createBook(references: readonly Reference[]): Book {
	const candidates = new Map<string, Candidate>();
	const tried: Tried[] = [];
	const byReference = new Map<string, Outcome>();
	const fixes = new Map<Switch, JobResult>();
	const others = new Map<string, Outcome>();
	let lived = 0;
	let failed = 0;
	return {
		candidates,
		keep(id, result) {
			lived++;
			const fix = SWITCH_NAMES.find(name => id === fixId(name));
			if (fix !== undefined) fixes.set(fix, result);
			if (result.outcome === null) {
				if (!result.prevented) failed++;
				return;
			}
			const candidate = candidates.get(id);
			const reference = references.find(each => id === `by ${each.id}`);
			if (candidate !== undefined) tried.push({candidate, outcome: result.outcome});
			else if (reference !== undefined) byReference.set(reference.id, result.outcome);
			else if (fix === undefined) others.set(id, result.outcome);
		},
		get found() {
			// Threads answer in any order; what is made of their answers must not depend on it.
			const sorted = [...tried].sort((a, b) => (a.candidate.id < b.candidate.id ? -1 : 1));
			return {tried: sorted, references: byReference, fixes, others, lived, failed};
		},
	};
}

/** From what is worth most to what only completes the picture. */
function stagesOf(
	basis: Basis,
	references: readonly Reference[],
	book: Book,
	want: (job: Job) => void,
): readonly (() => void)[] {
	const decisions = decisionsOf(basis);
	const wantRun = (id: string, wanted: Change, mayPrevent = false) => {
		want({id, change: wanted, mayPrevent});
	};
	const wantAll = (more: readonly Candidate[]) => {
		for (const candidate of more) {
			if (book.candidates.has(candidate.id)) continue;
			book.candidates.set(candidate.id, candidate);
			wantRun(candidate.id, candidate.change);
			for (const part of candidate.parts) wantRun(partId(candidate, part.id), part.change);
		}
	};
	return [
		() => {
			wantAll(alternatives(basis, decisions));
			wantAll(atDecisionPoints(basis, decisions));
			wantAll(decisions.map(decision => leftOut(basis, decision)));
			wantAll(nothingDone(basis, decisions));
			for (const {id, script} of references) wantRun(`by ${id}`, change({instead: script}));
		},
		() => {
			for (const decision of weighty(basis, decisions, book.found.tried)) {
				const minutes = [-30, 30].filter(each => !tooSoon(basis, decision, each));
				wantAll(minutes.map(each => shifted(basis, decision, each)));
			}
			wantAll(wholeResponse(basis, decisions));
		},
		() => {
			wantAll(further(basis, decisions, book.found.tried));
			wantAll(pairs(basis, book.found.tried));
		},
		() => {
			const shown = mattered(basis.outcome, book.found.tried);
			for (const factor of shown.length > 0 ? CAPACITIES : []) {
				wantRun(capacityId('run', factor), change({capacity: factor}));
				for (const {candidate} of shown) {
					const nearly = together(candidate.change, change({capacity: factor}));
					wantRun(capacityId(candidate.id, factor), nearly);
				}
			}
			for (const name of SWITCH_NAMES) {
				if (basis.lived.switches.includes(name) || basis.level.switches.includes(name)) continue;
				wantRun(fixId(name), change({switches: [name]}), true);
			}
		},
	];
}

function fixId(name: Switch): string {
	return `fix ${name}`;
}

export function partId(candidate: Pick<Candidate, 'id'>, part: string): string {
	return `${candidate.id}: ${part}`;
}

export function capacityId(of: string, factor: number): string {
	return `${of} with capacity ${String(factor)}`;
}

/** Decisions whose leaving out makes a difference, most first: only those are worth other times. */
function weighty(
	{outcome}: Basis,
	decisions: readonly Decision[],
	tried: readonly Tried[],
): readonly Decision[] {
	const weightOf = ({id}: Decision) => {
		const without = tried.find(
			({candidate}) => candidate.decision === id && candidate.kind === 'left-out',
		);
		return without === undefined ? 0 : Math.abs(savedBy(outcome, without));
	};
	return decisions
		.filter(decision => weightOf(decision) >= trifle(outcome))
		.sort((a, b) => weightOf(b) - weightOf(a) || a.at - b.at)
		.slice(0, SHIFTED_MAX);
}

/** All of it sooner: finding the cause earlier is no single order. */
function wholeResponse(basis: Basis, decisions: readonly Decision[]): readonly Candidate[] {
	const name = decisions.find(restoresTheName);
	const collapse = decisions.find(({act}) => act === 'ec2');
	return [name, collapse].flatMap(decision =>
		decision === undefined || tooSoon(basis, decision, -30)
			? []
			: [shiftedOn(basis, decision, -30)],
	);
}

/** Whether the decision would come before the trouble it answers. */
function tooSoon({outcome, level}: Basis, {at}: Decision, minutes: number): boolean {
	const began = outcome.milestones.find(({id}) => id === 'record-empty')?.at ?? 0;
	const moved = at + 60 * minutes;
	return moved < began || moved <= level.takeover || moved >= level.limit;
}

/** Further in the direction that helped, and half way. */
function further(
	basis: Basis,
	decisions: readonly Decision[],
	tried: readonly Tried[],
): readonly Candidate[] {
	return decisions.flatMap(decision => {
		const helped = (kind: Candidate['kind']) =>
			tried.some(
				each =>
					each.candidate.decision === decision.id &&
					each.candidate.kind === kind &&
					savedBy(basis.outcome, each) >= trifle(basis.outcome),
			);
		const minutes = [
			...(helped('earlier') ? [-60, -10] : []),
			...(helped('later') ? [60, 10] : []),
		];
		return minutes
			.filter(each => !tooSoon(basis, decision, each))
			.map(each => shifted(basis, decision, each));
	});
}

/** Two changes of the same trouble that are each worth little may be worth much together. */
function pairs({outcome}: Basis, tried: readonly Tried[]): readonly Candidate[] {
	const little = tried.filter(each => {
		const saved = savedBy(outcome, each);
		return each.candidate.change.steps.length === 0 && saved > 0 && saved < trifle(outcome);
	});
	const found: {readonly both: Candidate; readonly saved: number}[] = [];
	for (const [index, one] of little.entries()) {
		for (const other of little.slice(index + 1)) {
			const [a, b] = [one.candidate, other.candidate];
			if (a.act !== b.act || a.decision === b.decision) continue;
			found.push({both: bothOf(a, b), saved: savedBy(outcome, one) + savedBy(outcome, other)});
		}
	}
	return found
		.sort((a, b) => b.saved - a.saved)
		.slice(0, PAIRS_MAX)
		.map(({both}) => both);
}

function bothOf(one: Candidate, other: Candidate): Candidate {
	return {
		id: `${one.id} and ${other.id}`,
		act: one.act,
		kind: 'both',
		decision: one.decision,
		point: null,
		at: Math.min(one.at, other.at),
		did: `${one.did}; ${other.did}`,
		other: `${one.other}, and ${other.other}`,
		change: together(one.change, other.change),
		parts: [],
	};
}
