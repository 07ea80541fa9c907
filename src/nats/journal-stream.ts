import {
	DeliverPolicy,
	jetstream,
	JetStreamApiError,
	jetstreamManager,
	type JetStreamClient,
	type JetStreamManager,
} from '@nats-io/jetstream';
import {headers, type MsgHdrs, type NatsConnection} from '@nats-io/transport-node';
import {wordsOf} from './connect.ts';

/** The journals of all rooms: one replicated stream, a subject for each. */
export type JournalStream = {
	/**
	 * Appends to a journal whose last message is the one of that sequence, 0 where there is none yet, and says which one it
	 * ends with now. Whoever comes with an older one is refused: somebody else has the journal. Throws where nothing can be
	 * told; the same append may then be tried again.
	 */
	append(journal: string, text: string, after: number, writer: string): Promise<number | 'refused'>;
	/** The sequence that a journal ends with, as whoever leads the stream has it; 0 where there is none. */
	last(journal: string): Promise<number>;
	/** The journals that there are. */
	names(): Promise<readonly string[]>;
	/** Everything in a journal up to a sequence. */
	read(journal: string, upTo: number): Promise<Kept>;
};

/** What is in a journal, and the sequence of the last message that is part of it. */
export type Kept = {readonly text: Buffer; readonly last: number};

const STREAM = 'OUTAGE_ONCALL_JOURNALS';
const SUBJECT = 'outage-oncall.journal';
const REPLICAS = 3;
const WRONG_LAST_SEQUENCE = 10_071;
const ANSWER_MS = 2_000;
const LATE_MS = ANSWER_MS + 500;
const READ_MS = 10_000;
const AT_ONCE = 500;

/** Finds the stream, or makes it: with three replicas where the server is one of a cluster. A sentence where that fails. */
export async function openJournalStream(nc: NatsConnection): Promise<JournalStream | string> {
	try {
		const js = jetstream(nc, {timeout: ANSWER_MS});
		const manager = await jetstreamManager(nc, {timeout: ANSWER_MS, checkAPI: false});
		await makeStream(manager, replicasOf(nc));
		return streamOver({js, manager});
	} catch (error) {
		return `--nats ${nc.getServer()}: journals cannot be kept there: ${wordsOf(error)}.`;
	}
}

/** How often what is kept there is to be kept. */
export function replicasOf({info}: NatsConnection): number {
	return info?.cluster === undefined ? 1 : REPLICAS;
}

async function makeStream(manager: JetStreamManager, replicas: number): Promise<void> {
	const known = await manager.streams.info(STREAM).catch(isUnknown);
	if (known !== undefined) return; // As whoever runs the cluster has set it.
	await manager.streams.add({
		name: STREAM,
		subjects: [`${SUBJECT}.>`],
		num_replicas: replicas,
	});
}

function isUnknown(error: unknown): undefined {
	const {code} = error instanceof JetStreamApiError ? error : {};
	const STREAM_NOT_FOUND = 10_059;
	if (code !== STREAM_NOT_FOUND) throw error;
	return undefined;
}

type Streaming = {readonly js: JetStreamClient; readonly manager: JetStreamManager};

function streamOver({js, manager}: Streaming): JournalStream {
	return {
		append: (journal, text, after, writer) =>
			append({js, manager}, {subject: subjectOf(journal), text, after, writer}),
		async last(journal) {
			const message = await manager.streams.getMessage(STREAM, {
				last_by_subj: subjectOf(journal),
			});
			return message?.seq ?? 0;
		},
		async names() {
			const {state} = await manager.streams.info(STREAM, {subjects_filter: `${SUBJECT}.>`});
			return Object.keys(state.subjects ?? {}).map(nameOf);
		},
		read: (journal, upTo) => readAll(js, journal, upTo),
	};
}

type Appended = {
	readonly subject: string;
	readonly text: string;
	readonly after: number;
	readonly writer: string;
};

/**
 * Each message names the one that it comes after, and of several that name the same the first counts: the others are no part
 * of the journal. A server refuses most of them, but not all that come at once, nor all that were on their way when a leader
 * was chosen. So whether a message is in is looked up.
 */
async function append({js, manager}: Streaming, message: Appended): Promise<number | 'refused'> {
	const {subject, text, after, writer} = message;
	for (let expected = after; ;) {
		const trouble = await js
			.publish(subject, text, {
				...{timeout: ANSWER_MS, retries: 1, headers: headersOf({writer, after})},
				expect: {lastSubjectSequence: expected},
			})
			.then(
				() => new Error('it is not there yet'),
				(error: unknown) => {
					if (!isRefusal(error)) throw error;
					return error;
				},
			);
		const next = await nextOf(manager, subject, after);
		if (next.writer !== undefined) return next.writer === writer ? next.at : 'refused';
		if (next.at === expected) throw trouble;
		expected = next.at;
	}
}

/** The message that comes after another; where there is none yet, the last that is no part of the journal. */
async function nextOf(manager: JetStreamManager, subject: string, after: number) {
	for (let at = after; ;) {
		const query = {seq: at + 1, next_by_subj: subject};
		const message = await manager.streams.getMessage(STREAM, query);
		if (message === null) return {at, writer: undefined};
		at = message.seq;
		const told = toldIn(message.header);
		if (told.after === after) return {at, writer: told.writer};
	}
}

const WRITER = 'Outage-Oncall-Writer';
const AFTER = 'Outage-Oncall-After';

type Told = {readonly writer: string; readonly after: number};

function headersOf({writer, after}: Told): MsgHdrs {
	const made = headers();
	made.set(WRITER, writer);
	made.set(AFTER, String(after));
	return made;
}

/** Who wrote a message, and which one it comes after. */
export function toldIn(given: MsgHdrs | undefined): Told {
	return {writer: given?.get(WRITER) ?? '', after: Number(given?.get(AFTER) ?? Number.NaN)};
}

function isRefusal(error: unknown): error is JetStreamApiError {
	return error instanceof JetStreamApiError && error.code === WRONG_LAST_SEQUENCE;
}

function subjectOf(journal: string): string {
	return `${SUBJECT}.${journal}`;
}

function nameOf(subject: string): string {
	return subject.slice(SUBJECT.length + 1);
}

/** Reads from whichever replica answers, which may be behind or gone: so until the last one is there. */
async function readAll(js: JetStreamClient, journal: string, upTo: number): Promise<Kept> {
	if (upTo === 0) return {text: Buffer.alloc(0), last: 0};
	const until = performance.now() + READ_MS;
	for (;;) {
		const read = await readOnce(js, journal, upTo).catch((error: unknown) => {
			if (performance.now() > until) throw error;
			return undefined;
		});
		if (read !== undefined) return read;
		if (performance.now() > until) throw new Error('the journal could not be read to its end');
	}
}

async function readOnce(js: JetStreamClient, journal: string, upTo: number) {
	const parts: Uint8Array[] = [];
	let [last, seen] = [0, 0];
	const consumer = await js.consumers.get(STREAM, {
		filter_subjects: subjectOf(journal),
		deliver_policy: DeliverPolicy.All,
	});
	try {
		while (seen < upTo) {
			const before = seen;
			const messages = await consumer.fetch({max_messages: AT_ONCE, expires: ANSWER_MS});
			// A server that answers nothing any more would be waited for, however long that takes.
			const late = setTimeout(() => messages.stop(), LATE_MS);
			for await (const {seq, data, headers: given} of messages) {
				const {after} = toldIn(given);
				if (seq <= upTo && after > seen) return undefined; // That replica has lost some.
				if (seq <= upTo && after === last) {
					parts.push(data);
					last = seq;
				}
				seen = seq;
				if (seen >= upTo) break;
			}
			clearTimeout(late);
			if (seen === before) return undefined;
		}
		return {text: Buffer.concat(parts), last};
	} finally {
		void consumer.delete().catch(() => undefined); // It is forgotten by itself.
	}
}
