import {DeliverPolicy} from '@nats-io/jetstream';
import type {NatsConnection} from '@nats-io/transport-node';
import type {Job, Outcome, Runner} from '../jobs/index.ts';
import {
	JOBS,
	openJobStream,
	openQueue,
	RESULTS,
	subjects,
	unpacked,
	writeOnce,
	type JobStream,
} from './job-stream.ts';

const AT_ONCE = 100;
const NOBODY_MS = 5_000;

type Asking = {
	/** Names the program: workers of another one leave its jobs alone. */
	readonly program: string;
	/** Told once where nobody takes any job. */
	readonly onNobody: () => void;
};

/** Workers of a cluster. What they have worked out before is asked for again only where it broke. */
export function onWorkers(nc: NatsConnection, {program, onNobody}: Asking): Runner {
	return async (jobs, hear) => {
		const stream = await openJobStream(nc);
		if (typeof stream === 'string') throw new Error(stream);
		await openQueue(stream, program);
		const owed = new Map(jobs.map(job => [job.key, job]));
		const {state} = await stream.manager.streams.info(RESULTS, {
			subjects_filter: subjects.results(program),
		});
		const known = new Set(Object.keys(state.subjects ?? {}).map(subjects.keyOf));
		for (const brief of new Set(jobs.map(job => job.brief))) {
			await writeOnce(stream, subjects.brief(program, brief.word), brief);
		}
		const missing = jobs.filter(({key}) => !known.has(key));
		const asking = askAll(stream, program, missing);
		const watch = setTimeout(() => {
			void isLeft(stream, program).then(left => {
				if (left) onNobody();
			});
		}, NOBODY_MS);
		try {
			const heard = collect(stream, {program, owed, before: state.last_seq, hear});
			await Promise.all([asking, heard]);
		} finally {
			clearTimeout(watch);
		}
	};
}

async function askAll(stream: JobStream, program: string, jobs: readonly Job[]): Promise<void> {
	for (let from = 0; from < jobs.length; from += AT_ONCE) {
		const some = jobs.slice(from, from + AT_ONCE);
		await Promise.all(some.map(job => ask(stream, program, job)));
	}
}

/** One that waits there already, since somebody else asked for it, is not asked for twice. */
async function ask(stream: JobStream, program: string, {key, brief, asked}: Job): Promise<void> {
	await writeOnce(stream, subjects.job(program, key), {key, word: brief.word, asked});
}

type Collecting = {
	readonly program: string;
	readonly owed: Map<string, Job>;
	/** The sequence up to which results are of earlier sweeps. */
	readonly before: number;
	readonly hear: (job: Job, outcome: Outcome) => void;
};

async function collect(stream: JobStream, collecting: Collecting): Promise<void> {
	const {program, owed, before, hear} = collecting;
	if (owed.size === 0) return;
	const consumer = await stream.js.consumers.get(RESULTS, {
		filter_subjects: subjects.results(program),
		deliver_policy: DeliverPolicy.All,
	});
	const messages = await consumer.consume();
	for await (const {subject, data, seq} of messages) {
		const job = owed.get(subjects.keyOf(subject));
		if (job === undefined) continue;
		const outcome = ((await unpacked(data)) as Outcome | undefined) ?? UNREADABLE;
		if (!outcome.ok && seq <= before) {
			await stream.manager.streams.purge(RESULTS, {filter: subject});
			await ask(stream, program, job);
			continue;
		}
		owed.delete(job.key);
		hear(job, outcome);
		if (owed.size === 0) break;
	}
	await messages.close();
}

const UNREADABLE: Outcome = {ok: false, why: 'what came of it cannot be read'};

async function isLeft({manager}: JobStream, program: string): Promise<boolean> {
	const {num_waiting: waiting, num_ack_pending: taken} = await manager.consumers.info(
		JOBS,
		program,
	);
	return waiting === 0 && taken === 0;
}
