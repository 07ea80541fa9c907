import {
	DeliverPolicy,
	jetstream,
	JetStreamApiError,
	jetstreamManager,
	type JetStreamClient,
	type JetStreamManager,
} from '@nats-io/jetstream';
import {headers, type NatsConnection} from '@nats-io/transport-node';
import {wordsOf} from './connect.ts';

/** The journals of all rooms: one replicated stream, a subject for each. */
export type JournalStream = {
	/**
	 * Appends to a journal whose last message is the one of that sequence, 0 where there is none yet, and says which one it
	 * ends with now. Whoever comes with an older one is refused: somebody else has the journal. Throws where nothing can be
	 * told; the same append may then be tried again.
	 */
	append(journal: string, text: string, expected: number, id: string): Promise<number | 'refused'>;
	/** The sequence that a journal ends with, as whoever leads the stream has it; 0 where there is none. */
	last(journal: string): Promise<number>;
	/** The journals that there are. */
	names(): Promise<readonly string[]>;
	/** Everything in a journal up to a sequence. */
	read(journal: string, upTo: number): Promise<Buffer>;
};

const STREAM = 'OUTAGE_ONCALL_JOURNALS';
const SUBJECT = 'outage-oncall.journal';
const REPLICAS = 3;
const WRONG_LAST_SEQUENCE = 10_071;
const ANSWER_MS = 2_000;
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
	const lastOf = async (journal: string) =>
		manager.streams.getMessage(STREAM, {last_by_subj: subjectOf(journal)});
	return {
		async append(journal, text, expected, id) {
			try {
				const {seq} = await js.publish(subjectOf(journal), text, {
					...{msgID: id, timeout: ANSWER_MS, retries: 1, headers: headers()},
					expect: {lastSubjectSequence: expected},
				});
				return seq;
			} catch (error) {
				if (!isRefusal(error)) throw error;
				const last = await lastOf(journal);
				// What was tried before may have come there although nobody said so.
				if (last?.header.get('Nats-Msg-Id') === id) return last.seq;
				if ((last?.seq ?? 0) > expected) return 'refused';
				throw error;
			}
		},
		last: async journal => (await lastOf(journal))?.seq ?? 0,
		async names() {
			const {state} = await manager.streams.info(STREAM, {subjects_filter: `${SUBJECT}.>`});
			return Object.keys(state.subjects ?? {}).map(nameOf);
		},
		read: (journal, upTo) => readAll(js, journal, upTo),
	};
}

function isRefusal(error: unknown): boolean {
	return error instanceof JetStreamApiError && error.code === WRONG_LAST_SEQUENCE;
}

function subjectOf(journal: string): string {
	return `${SUBJECT}.${journal}`;
}

function nameOf(subject: string): string {
	return subject.slice(SUBJECT.length + 1);
}

/** Reads from whichever replica answers, which may be behind or gone: so until the last one is there. */
async function readAll(js: JetStreamClient, journal: string, upTo: number): Promise<Buffer> {
	if (upTo === 0) return Buffer.alloc(0);
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
	const consumer = await js.consumers.get(STREAM, {
		filter_subjects: subjectOf(journal),
		deliver_policy: DeliverPolicy.All,
	});
	for (let came = 1; came > 0;) {
		came = 0;
		const wanted = {max_messages: AT_ONCE, expires: ANSWER_MS};
		for await (const {seq, data} of await consumer.fetch(wanted)) {
			came += 1;
			if (seq <= upTo) parts.push(data);
			if (seq < upTo) continue;
			void consumer.delete().catch(() => undefined); // It is forgotten by itself.
			return Buffer.concat(parts);
		}
	}
	return undefined;
}
