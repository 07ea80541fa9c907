import {promisify} from 'node:util';
import {gunzip, gzip} from 'node:zlib';
import {
	AckPolicy,
	DiscardPolicy,
	jetstream,
	JetStreamApiError,
	jetstreamManager,
	RetentionPolicy,
	type JetStreamClient,
	type JetStreamManager,
} from '@nats-io/jetstream';
import {nanos, type NatsConnection} from '@nats-io/transport-node';
import {wordsOf} from './connect.ts';
import {replicasOf} from './journal-stream.ts';

/** Where jobs wait until a worker takes them, and where what came of them is kept: once each. */
export type JobStream = {readonly js: JetStreamClient; readonly manager: JetStreamManager};

export const JOBS = 'OUTAGE_ONCALL_JOBS';
export const RESULTS = 'OUTAGE_ONCALL_RESULTS';
const JOB = 'outage-oncall.job';
const RESULT = 'outage-oncall.result';
const BRIEF = 'outage-oncall.brief';

const ANSWER_MS = 5_000;
const JOBS_KEPT_HOURS = 48;
const RESULTS_KEPT_HOURS = 30 * 24;
/** A worker that says nothing of a job for so long has lost it. */
const LEASE_MS = 5_000;

/** Of each program its own: what another one works out may be something else. */
export const subjects = {
	jobs: (program: string) => `${JOB}.${program}.>`,
	allJobs: `${JOB}.>`,
	job: (program: string, key: string) => `${JOB}.${program}.${key}`,
	results: (program: string) => `${RESULT}.${program}.>`,
	result: (program: string, key: string) => `${RESULT}.${program}.${key}`,
	brief: (program: string, word: string) => `${BRIEF}.${program}.${word}`,
	programOf: (job: string) => job.split('.')[2] ?? '',
	keyOf: (subject: string) => subject.split('.')[3] ?? '',
};

/** Finds both streams, or makes them. A sentence where that fails. */
export async function openJobStream(nc: NatsConnection): Promise<JobStream | string> {
	try {
		const manager = await jetstreamManager(nc, {timeout: ANSWER_MS, checkAPI: false});
		const shared = {
			num_replicas: replicasOf(nc),
			max_msgs_per_subject: 1,
			discard: DiscardPolicy.New,
			discard_new_per_subject: true, // What is there already is not there twice.
		};
		await add(manager, {
			...shared,
			name: JOBS,
			subjects: [`${JOB}.>`],
			retention: RetentionPolicy.Workqueue,
			max_age: nanos(JOBS_KEPT_HOURS * 3_600_000),
		});
		await add(manager, {
			...shared,
			name: RESULTS,
			subjects: [`${RESULT}.>`, `${BRIEF}.>`],
			max_age: nanos(RESULTS_KEPT_HOURS * 3_600_000),
		});
		return {js: jetstream(nc, {timeout: ANSWER_MS}), manager};
	} catch (error) {
		return `--nats ${nc.getServer()}: jobs cannot be kept there: ${wordsOf(error)}.`;
	}
}

type StreamAsked = Parameters<JetStreamManager['streams']['add']>[0];

async function add(manager: JetStreamManager, asked: StreamAsked): Promise<void> {
	const STREAM_NAME_TAKEN = 10_058;
	try {
		await manager.streams.add(asked);
	} catch (error) {
		// As whoever runs the cluster has set it.
		if (!(error instanceof JetStreamApiError) || error.code !== STREAM_NAME_TAKEN) throw error;
	}
}

/** The queue of a program, whose jobs are leased for as long as somebody says that they are at it. */
export async function openQueue({manager}: JobStream, program: string): Promise<void> {
	await manager.consumers.add(JOBS, {
		durable_name: program,
		filter_subject: subjects.jobs(program),
		ack_policy: AckPolicy.Explicit,
		ack_wait: nanos(LEASE_MS),
		max_deliver: -1,
	});
}

/** Writes what is not there yet; false where it is. */
export async function writeOnce(
	{js}: JobStream,
	subject: string,
	value: unknown,
): Promise<boolean> {
	const SUBJECT_IS_FULL = 10_077;
	try {
		await js.publish(subject, await packed(value), {timeout: ANSWER_MS, retries: 3});
		return true;
	} catch (error) {
		if (error instanceof JetStreamApiError && error.code === SUBJECT_IS_FULL) return false;
		throw error;
	}
}

async function packed(value: unknown): Promise<Uint8Array> {
	return promisify(gzip)(JSON.stringify(value));
}

/** What was written; undefined where it cannot be read. */
export async function unpacked(bytes: Uint8Array): Promise<unknown> {
	try {
		const text = await promisify<Uint8Array, {maxOutputLength: number}, Buffer>(gunzip)(bytes, {
			maxOutputLength: UNPACKED_BYTES_MAX,
		});
		return JSON.parse(text.toString('utf8')) as unknown;
	} catch {
		return undefined;
	}
}

const UNPACKED_BYTES_MAX = 64 * 1024 * 1024;
