import type {Job, Outcome, Results, Runner} from './job.types.ts';

export type SweepOptions = {
	readonly runner: Runner;
	readonly results: Results;
	/** Told how many are done, also those that were done before. */
	readonly tell?: (done: number, of: number) => void;
};

/**
 * Has jobs done, those aside that were done before. What comes of each is promised in the order of the jobs, whichever way
 * they are done; null of one that was not begun. A fault of the runner comes with each that is still owed.
 */
export function sweep(
	jobs: readonly Job[],
	{runner, results, tell}: SweepOptions,
): readonly Promise<Outcome | null>[] {
	const owed = new Map<string, Owed>();
	const missing: Job[] = [];
	let done = 0;
	for (const job of jobs) {
		if (owed.has(job.key)) continue;
		const one = newOwed();
		owed.set(job.key, one);
		const answer = results.read(job);
		if (answer === undefined) missing.push(job);
		else {
			one.resolve({ok: true, answer});
			done += 1;
		}
	}
	tell?.(done, owed.size);
	const hear = (job: Job, outcome: Outcome) => {
		if (outcome.ok) results.write(job, outcome.answer);
		owed.get(job.key)?.resolve(outcome);
		done += 1;
		tell?.(done, owed.size);
	};
	void settleAll(missing.length === 0 ? Promise.resolve() : runner(missing, hear), [
		...owed.values(),
	]);
	return jobs.flatMap(({key}) => owed.get(key)?.promise ?? []);
}

async function settleAll(running: Promise<void>, owed: readonly Owed[]): Promise<void> {
	try {
		await running;
		for (const {resolve} of owed) resolve(null);
	} catch (error) {
		for (const {promise, reject} of owed) {
			promise.catch(() => undefined); // Whoever waits for the first of them hears it.
			reject(error);
		}
	}
}

type Owed = {
	readonly promise: Promise<Outcome | null>;
	readonly resolve: (outcome: Outcome | null) => void;
	readonly reject: (error: unknown) => void;
};

function newOwed(): Owed {
	let resolve: Owed['resolve'] = () => undefined;
	let reject: Owed['reject'] = () => undefined;
	const promise = new Promise<Outcome | null>((yes, no) => {
		resolve = yes;
		reject = no;
	});
	return {promise, resolve, reject};
}
