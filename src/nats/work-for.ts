import {setTimeout as pause} from 'node:timers/promises';
import type {JsMsg} from '@nats-io/jetstream';
import type {NatsConnection} from '@nats-io/transport-node';
import type {Brief, Hand, Outcome} from '../jobs/index.ts';
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

const BEAT_MS = 1_000;
const WAIT_MS = 2_000;
const LOOK_ROUND_MS = 5_000;
/** A job that so many workers took and none brought back kills them. */
const TAKEN_MAX = 3;

export type Working = {
	readonly program: string;
	readonly hands: readonly Hand[];
	/** Told of jobs that wait for another program: these are left alone. */
	readonly onOthers: (program: string, count: number) => void;
	/** Told of each job that was done. */
	readonly onDone: (key: string, outcome: Outcome) => void;
	readonly until: AbortSignal;
};

/** Takes jobs of a cluster until told to stop; what is under way then is given to somebody else. A sentence where none can be had. */
export async function workFor(nc: NatsConnection, working: Working): Promise<string | undefined> {
	const stream = await openJobStream(nc);
	if (typeof stream === 'string') return stream;
	await openQueue(stream, working.program);
	const looking = setInterval(() => void lookRound(stream, working), LOOK_ROUND_MS);
	await lookRound(stream, working);
	const briefs = new Map<string, Promise<Brief | undefined>>();
	const work = (hand: Hand) => takeTurns(stream, hand, briefs, working);
	await Promise.all(working.hands.map(work));
	clearInterval(looking);
	return undefined;
}

async function takeTurns(
	stream: JobStream,
	hand: Hand,
	briefs: Map<string, Promise<Brief | undefined>>,
	working: Working,
): Promise<void> {
	const {program, until} = working;
	while (!until.aborted) {
		try {
			const consumer = await stream.js.consumers.get(JOBS, program);
			const message = await consumer.next({expires: WAIT_MS});
			if (message !== null) await takeOne(stream, {message, hand, briefs, working});
		} catch {
			await pause(BEAT_MS); // The cluster is away, and comes back.
		}
	}
	await hand.end();
}

type Turn = {
	readonly message: JsMsg;
	readonly hand: Hand;
	readonly briefs: Map<string, Promise<Brief | undefined>>;
	readonly working: Working;
};

async function takeOne(stream: JobStream, {message, hand, briefs, working}: Turn): Promise<void> {
	const {program, until, onDone} = working;
	const beat = setInterval(() => {
		message.working();
	}, BEAT_MS);
	const giveBack = () => {
		message.nak();
		void hand.end();
	};
	until.addEventListener('abort', giveBack);
	try {
		const key = subjects.keyOf(message.subject);
		const outcome = await done(stream, {message, hand, briefs, working});
		if (until.aborted) return;
		// What another worker has brought meanwhile stays: it is the same.
		await writeOnce(stream, subjects.result(program, key), outcome);
		await message.ackAck();
		onDone(key, outcome);
	} finally {
		clearInterval(beat);
		until.removeEventListener('abort', giveBack);
	}
}

type Asked = {readonly key: string; readonly word: string; readonly asked: unknown};

async function done(stream: JobStream, {message, hand, briefs, working}: Turn): Promise<Outcome> {
	const job = (await unpacked(message.data)) as Asked | undefined;
	if (job === undefined) return {ok: false, why: 'it cannot be read'};
	if (message.info.deliveryCount > TAKEN_MAX)
		return {ok: false, why: 'each worker that took it has died'};
	const {key, word, asked} = job;
	const known = briefs.get(word) ?? briefRead(stream, subjects.brief(working.program, word));
	briefs.set(word, known);
	const brief = await known;
	if (brief === undefined) {
		briefs.delete(word);
		return {ok: false, why: 'what it is about is no longer there'};
	}
	return hand.do({key, brief, asked});
}

async function briefRead({manager}: JobStream, subject: string): Promise<Brief | undefined> {
	const message = await manager.streams.getMessage(RESULTS, {last_by_subj: subject});
	return message === null ? undefined : ((await unpacked(message.data)) as Brief | undefined);
}

/** Tells of jobs that no worker of this program takes. */
async function lookRound({manager}: JobStream, {program, onOthers}: Working): Promise<void> {
	try {
		const {state} = await manager.streams.info(JOBS, {subjects_filter: subjects.allJobs});
		const counts = new Map<string, number>();
		for (const subject of Object.keys(state.subjects ?? {})) {
			const other = subjects.programOf(subject);
			if (other !== program) counts.set(other, (counts.get(other) ?? 0) + 1);
		}
		for (const [other, count] of counts) onOthers(other, count);
	} catch {
		// The cluster is away: there is another look.
	}
}
