import os from 'node:os';
import {Worker} from 'node:worker_threads';
import type {Trial} from '../session/index.ts';
import {programFile} from './package-root.ts';
import type {ProofBrief, ProofJob} from './proof-worker.ts';

/** A run of sixteen hours takes seconds, also on a busy machine; what takes this long is caught in itself. */
const RUN_MILLISECONDS_MAX = 180_000;
const CREW_MAX = 8;
/** So long at most for all of them together: a level from outside may be slow on purpose. */
const CHECK_MILLISECONDS_MAX = 30 * 60_000;

/**
 * Tries a level on every core. A run that does not come to an end in time counts as one that breaks, and none
 * is begun after it.
 */
export async function tryOnAllCores(
	brief: ProofBrief,
	jobs: readonly ProofJob[],
): Promise<readonly Trial[]> {
	const trials: Trial[] = [];
	const waiting = [...jobs];
	const closes = performance.now() + CHECK_MILLISECONDS_MAX;
	const crew = Math.min(CREW_MAX, os.availableParallelism(), jobs.length);
	await Promise.all(Array.from({length: crew}, () => workOff(brief, waiting, trials, closes)));
	return jobs.flatMap(({player, seed}) => {
		const line = (trial: Trial) => trial.player === player && belongs(trial.seed, seed);
		return trials.find(line) ?? [];
	});
}

/** A seed that a story led on from is still the same trial. */
function belongs(played: string, asked: string): boolean {
	return played === asked || played.startsWith(`${asked}+`);
}

async function workOff(
	brief: ProofBrief,
	waiting: ProofJob[],
	trials: Trial[],
	closes: number,
): Promise<void> {
	let worker = start(brief);
	for (;;) {
		const job = waiting.shift();
		if (job === undefined) break;
		const trial = performance.now() > closes ? brokenBy(job, NO_TIME) : await tried(worker, job);
		trials.push(trial);
		if (trial.fault === TOO_LONG || trial.fault === NO_TIME) waiting.length = 0;
		if (trial.fault === TOO_LONG || trial.fault === DIED) {
			await worker.terminate();
			worker = start(brief);
		}
	}
	await worker.terminate();
}

const TOO_LONG = 'it took more than three minutes';
const NO_TIME = 'all runs together took more than half an hour';
const DIED = 'the worker crashed on it';

function brokenBy(job: ProofJob, fault: string): Trial {
	return {...job, won: false, why: '', ticks: 0, harm: 0, unmet: [], met: [], fault};
}

function start(brief: ProofBrief): Worker {
	return new Worker(programFile(), {workerData: brief});
}

function tried(worker: Worker, job: ProofJob): Promise<Trial> {
	return new Promise(resolve => {
		const settle = (trial: Trial) => {
			clearTimeout(alarm);
			worker.off('message', settle).off('error', died).off('exit', died);
			resolve(trial);
		};
		const failed = (fault: string) => {
			settle(brokenBy(job, fault));
		};
		const alarm = setTimeout(() => {
			failed(TOO_LONG);
		}, RUN_MILLISECONDS_MAX);
		const died = () => {
			failed(DIED);
		};
		worker.on('message', settle).on('error', died).on('exit', died);
		worker.postMessage(job);
	});
}
