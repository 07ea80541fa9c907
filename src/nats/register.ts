import {setTimeout as pause} from 'node:timers/promises';
import {jetstream, jetstreamManager, type JetStreamManager} from '@nats-io/jetstream';
import {Kvm, type KV, type KvWatchEntry} from '@nats-io/kv';
import type {NatsConnection, QueuedIterator} from '@nats-io/transport-node';
import {replicasOf} from './journal-stream.ts';

/** A room that is open in the cluster, and the node that has it; empty where none has. */
export type Entry = {
	readonly id: string;
	readonly journal: string;
	readonly title: string;
	readonly listed: boolean;
	readonly form: string;
	readonly owner: string;
};

/** What the nodes of a cluster know of each other: the same for all, a moment later. */
export type Register = {
	readonly node: string;
	/** Whether we are part of it: what we say of ourselves comes back to us. */
	readonly isWell: boolean;
	readonly rooms: ReadonlyMap<string, Entry>;
	/** What a node says of itself; undefined where nothing was heard of it for long. */
	said(node: string): unknown;
	/** Nodes that are heard of, ourselves among them. */
	readonly alive: readonly string[];
	/** Whether a node can be said to be gone: long enough was listened for it. */
	isGone(node: string): boolean;
	/** Writes an entry where it is still as it is known here; says whether it is so now. */
	set(entry: Entry): Promise<boolean>;
	/** Takes an entry out where it is still as it is known here. */
	drop(id: string): Promise<boolean>;
	/** Makes a value that is made once, and says what it is. */
	once(key: string, value: string): Promise<string>;
	/** Says to the others that we may be silent for longer: a journal is lived again; or that we are back. */
	setBusy(isBusy: boolean): Promise<void>;
	/** Says to the others that we are gone, and stops. */
	leave(): Promise<void>;
};

type Heard = {
	readonly said: unknown;
	readonly isBusy: boolean;
	readonly at: number;
	readonly revision: number;
};
type Known = {readonly entry: Entry; readonly revision: number};

type Registering = {
	readonly node: string;
	/** What we say of ourselves. */
	readonly say: () => unknown;
	/** Something is other than it was. */
	readonly changed: () => void;
};

type State = Registering & {
	readonly kv: KV;
	readonly manager: JetStreamManager;
	readonly nodes: Map<string, Heard>;
	readonly known: Map<string, Known>;
	readonly rooms: Map<string, Entry>;
	wellSince: number | undefined;
	isBusy: boolean;
	isOver: boolean;
	watched: QueuedIterator<KvWatchEntry> | undefined;
	watchedFrom: number;
};

const BUCKET = 'outage-oncall';
const BEAT_MS = 1_000;
const ANSWER_MS = 2_000;
/** Nobody who has been silent for so long has a room; who has not heard from themselves for so long is told nothing. */
const GONE_MS = 4_000;
const DEAF_MS = 3_000;
/** Who has said before that it will be silent is waited for so long. */
const BUSY_MS = 30_000;
/** Then nothing is kept of a node any more. */
const FORGOTTEN_MS = 60_000;
const ONCE_TRIES = 5;
const NODE = 'node.';
const ROOM = 'room.';

/**
 * Joins the register. All times are measured here, by a clock that only grows: what other machines take for the time is
 * nobody's business.
 */
export async function joinRegister(
	nc: NatsConnection,
	registering: Registering,
): Promise<Register> {
	const js = jetstream(nc, {timeout: ANSWER_MS});
	const manager = await jetstreamManager(nc, {timeout: ANSWER_MS, checkAPI: false});
	const kv = await new Kvm(js).create(BUCKET, {history: 1, replicas: replicasOf(nc)});
	const state: State = {
		...{...registering, kv, manager, nodes: new Map(), known: new Map(), rooms: new Map()},
		...{wellSince: undefined, isBusy: false, isOver: false, watched: undefined, watchedFrom: 0},
	};
	void watch(state);
	void beat(state);
	const {node, rooms} = state;
	return {
		...{node, rooms},
		get isWell() {
			return isWell(state);
		},
		said: other => (heardOf(state, other) ? state.nodes.get(other)?.said : undefined),
		get alive() {
			return [...state.nodes.keys()].filter(other => heardOf(state, other));
		},
		isGone: other => isGone(state, other),
		set: entry => set(state, entry),
		drop: id => drop(state, id),
		once: (key, value) => once(kv, key, value),
		async setBusy(isBusy) {
			state.isBusy = isBusy;
			await sayBeat(state);
		},
		async leave() {
			state.isOver = true;
			await kv.delete(`${NODE}${node}`).catch(() => undefined); // Then silence says so.
		},
	};
}

function isWell({nodes, node}: State): boolean {
	const own = nodes.get(node);
	return own !== undefined && performance.now() - own.at < DEAF_MS;
}

function heardOf({nodes}: State, node: string): boolean {
	const heard = nodes.get(node);
	if (heard === undefined) return false;
	return performance.now() - heard.at < (heard.isBusy ? BUSY_MS : GONE_MS);
}

function isGone(state: State, node: string): boolean {
	if (node === '') return isWell(state);
	if (!isWell(state) || heardOf(state, node)) return false;
	return performance.now() - (state.wellSince ?? Infinity) >= GONE_MS;
}

async function once(kv: KV, key: string, value: string): Promise<string> {
	for (let tries = 1; ; tries++) {
		try {
			const revision = await kv.create(key, value);
			if (revision > 0) return value;
		} catch (error) {
			const entry = await kv.get(key).catch(() => null);
			if (entry !== null) return entry.string();
			if (tries === ONCE_TRIES) throw error;
		}
	}
}

/** A beat that does not get there is followed by another. */
async function sayBeat({kv, node, say, isBusy}: State): Promise<void> {
	const beating = kv.put(`${NODE}${node}`, JSON.stringify({isBusy, says: say()}));
	await Promise.race([beating.catch(() => undefined), pause(2 * BEAT_MS)]);
}

async function beat(state: State): Promise<void> {
	const {kv, node, nodes} = state;
	while (!state.isOver) {
		await sayBeat(state);
		await pause(BEAT_MS);
		if (!isWell(state)) {
			state.wellSince = undefined;
			// It may hang, and is begun anew; one that has just begun is given time to hear something.
			if (performance.now() - state.watchedFrom >= DEAF_MS) state.watched?.stop();
		}
		for (const [other, {at}] of nodes) {
			if (other === node || performance.now() - at < FORGOTTEN_MS) continue;
			nodes.delete(other);
			void kv.purge(`${NODE}${other}`).catch(() => undefined); // Somebody else will.
		}
	}
}

async function watch(state: State): Promise<void> {
	const {kv, changed} = state;
	while (!state.isOver) {
		try {
			state.watched = await kv.watch();
			state.watchedFrom = performance.now();
			for await (const entry of state.watched) {
				hear(state, entry);
				changed();
			}
		} catch {
			// It is watched again; until then nothing is heard, ourselves neither.
		}
		await pause(BEAT_MS);
	}
}

function hear(state: State, {key, operation, revision, value}: KvWatchEntry): void {
	const said = operation === 'PUT' ? valueIn(value) : undefined;
	if (key.startsWith(NODE)) {
		const node = key.slice(NODE.length);
		const heard = state.nodes.get(node);
		// What is told again when the watch begins anew is no sign of life.
		if (heard !== undefined && revision <= heard.revision) return;
		if (said === undefined) state.nodes.delete(node);
		else state.nodes.set(node, {...beatIn(said), revision, at: performance.now()});
		if (node === state.node && said !== undefined) state.wellSince ??= performance.now();
	}
	if (key.startsWith(ROOM)) {
		const id = key.slice(ROOM.length);
		if (revision > (state.known.get(id)?.revision ?? 0)) know(state, id, entryIn(said), revision);
	}
}

function know({known, rooms}: State, id: string, entry: Entry | undefined, revision: number): void {
	if (entry === undefined) {
		known.delete(id);
		rooms.delete(id);
	} else {
		known.set(id, {entry, revision});
		rooms.set(id, entry);
	}
}

async function set(state: State, entry: Entry): Promise<boolean> {
	const {kv, known} = state;
	const key = `${ROOM}${entry.id}`;
	const text = JSON.stringify(entry);
	try {
		const before = known.get(entry.id);
		const revision =
			before === undefined
				? await kv.create(key, text)
				: await kv.update(key, text, before.revision);
		know(state, entry.id, entry, revision);
		return true;
	} catch {
		await learn(state, entry.id);
		return JSON.stringify(known.get(entry.id)?.entry) === text;
	}
}

async function drop(state: State, id: string): Promise<boolean> {
	const before = state.known.get(id);
	if (before === undefined) return true;
	try {
		await state.kv.delete(`${ROOM}${id}`, {previousSeq: before.revision});
		if (state.known.get(id) === before) know(state, id, undefined, before.revision);
		return true;
	} catch {
		await learn(state, id);
		return !state.known.has(id);
	}
}

/**
 * Asks whoever leads the bucket what is true of a room. What is heard comes from one of its replicas: it may be behind, or
 * have lost something, and who goes by it alone would be refused for ever.
 */
async function learn(state: State, id: string): Promise<void> {
	const query = {last_by_subj: `$KV.${BUCKET}.${ROOM}${id}`};
	const last = await state.manager.streams.getMessage(`KV_${BUCKET}`, query).catch(() => undefined);
	if (last === undefined) return;
	const isThere = last !== null && !last.header.has('KV-Operation');
	know(state, id, isThere ? entryIn(valueIn(last.data)) : undefined, last?.seq ?? 0);
}

function beatIn(value: unknown): Pick<Heard, 'said' | 'isBusy'> {
	const {isBusy, says} = (value ?? {}) as Readonly<Record<string, unknown>>;
	return {said: says, isBusy: isBusy === true};
}

function valueIn(value: Uint8Array): unknown {
	try {
		return JSON.parse(Buffer.from(value).toString('utf8'));
	} catch {
		return undefined;
	}
}

function entryIn(value: unknown): Entry | undefined {
	if (typeof value !== 'object' || value === null) return undefined;
	const fields: Readonly<Record<string, unknown>> = {...value};
	const text = (name: string) => (typeof fields[name] === 'string' ? fields[name] : '');
	const [id, journal, title, form, owner] = ['id', 'journal', 'title', 'form', 'owner'].map(text);
	if (id === undefined || id === '' || journal === undefined || journal === '') return undefined;
	return {
		...{id, journal, title: title ?? '', form: form ?? '', owner: owner ?? ''},
		listed: fields['listed'] === true,
	};
}
