import {assert, valueAt} from '../../sim/index.ts';
import {
	createSearchState,
	type Findings,
	type Job,
	type JobResult,
	type Reference,
} from './search-state.ts';
import {keyOf, NO_CHANGE} from '../relive/change.ts';
import type {Baseline} from './baseline.ts';
import {stagesOf} from './stages.ts';

/** Which runs to live to find what mattered, stage by stage: each stage is chosen by all that the last one found. */
export type Search = {
	/** The next job to give away; null while outcomes of this stage are awaited, or all is done. */
	next(): Job | null;
	take(id: string, result: JobResult): void;
	readonly done: boolean;
	/** Runs lived, and as many as are known to be wanted. */
	readonly progress: {readonly lived: number; readonly wanted: number};
	readonly findings: Findings;
};

export function createSearch(baseline: Baseline, references: readonly Reference[]): Search {
	const state = createSearchState(baseline, references);
	const waiting: Job[] = [];
	const out = new Map<string, Job>();
	const nights = createNights(baseline);
	const stages = stagesOf(baseline, references, state, job => {
		const known = nights.ask(job);
		if (known === 'new') waiting.push(job);
		else if (known !== 'asked') state.keep(job.id, known);
	});
	let stage = 0;
	const fill = () => {
		while (waiting.length === 0 && out.size === 0 && stage < stages.length)
			valueAt(stages, stage++)();
	};
	fill();
	return {
		next() {
			const job = waiting.shift() ?? null;
			if (job !== null) out.set(job.id, job);
			return job;
		},
		take(id, result) {
			const job = out.get(id);
			assert(job !== undefined, 'an outcome is of a job that was given away');
			out.delete(id);
			for (const each of nights.answer(job, result)) state.keep(each, result);
			fill();
		},
		get done() {
			return waiting.length === 0 && out.size === 0 && stage === stages.length;
		},
		get progress() {
			const {lived} = nights;
			return {lived, wanted: lived + out.size + waiting.length};
		},
		get findings() {
			return {...state.findings, lived: nights.lived};
		},
	};
}

/** The nights asked for, each lived once: many changes come to the same. */
function createNights({recorded, outcome}: Baseline) {
	const asked = new Map<string, string[]>();
	const answers = new Map<string, JobResult>();
	answers.set(keyOf(recorded, NO_CHANGE), {outcome, came: 'lived'});
	const keyFor = ({change, looksAgain, inFull}: Job) =>
		`${keyOf(recorded, change)}${looksAgain ? ', looked at' : ''}${inFull ? ', in full' : ''}`;
	let count = 0;
	return {
		ask(job: Job): JobResult | 'new' | 'asked' {
			const key = keyFor(job);
			const answer = answers.get(key);
			if (answer !== undefined) return answer;
			const others = asked.get(key);
			asked.set(key, [...(others ?? []), job.id]);
			return others === undefined ? 'new' : 'asked';
		},
		/** Everybody who asked for that night. */
		answer(job: Job, result: JobResult): readonly string[] {
			const key = keyFor(job);
			answers.set(key, result);
			count++;
			return asked.get(key) ?? [];
		},
		get lived() {
			return count;
		},
	};
}
