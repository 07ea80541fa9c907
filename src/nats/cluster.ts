import {createHash, randomBytes} from 'node:crypto';
import {setTimeout as pause} from 'node:timers/promises';
import type {NatsConnection} from '@nats-io/transport-node';
import {codeDigests, codesOf, SECRET_BYTES, type Entrance, type Port} from '../host/index.ts';
import type {ClusterAddress} from './cluster-address.ts';
import {connectTo, wordsOf} from './connect.ts';
import {openJournalStream} from './journal-stream.ts';
import {joinRegister, type Entry, type Register} from './register.ts';
import {openRelay, type Relay} from './relay.ts';
import {streamJournals, type StreamJournals} from './stream-journals.ts';

/** A room that is open here, as the others are to know it. */
export type OwnRoom = Omit<Entry, 'owner'>;

/** What a node of the cluster has to do with the others. */
export type Cluster = {
	readonly journals: StreamJournals;
	/** What the codes of all rooms are made of, on every node. */
	readonly secret: Buffer;
	/** Whether the cluster takes what we say. */
	readonly isWell: boolean;
	/** Rooms that other nodes have, or nobody yet, and what their nodes say of them. */
	readonly others: readonly {readonly entry: Entry; readonly said: unknown}[];
	/** The way into a room that another node has. */
	elsewhere(digest: string, port: Port): Entrance | 'in a moment' | undefined;
	/** Which rooms are open here from now on; settles when the others can know, and says whether they can. */
	keep(rooms: readonly OwnRoom[]): Promise<boolean>;
	/** Looks after rooms that nobody has, from now on. */
	attend(attending: Attending): void;
	/** Gives all rooms free for the others, and leaves. */
	leave(): Promise<void>;
};

export type Attending = {
	/** Takes a room up that nobody has any more, and keeps it where it could. */
	readonly take: (entry: Entry) => Promise<void>;
	/** Another node has a room now. */
	readonly lose: (id: string) => void;
	/** What is said of each room to the others. */
	readonly say: () => Readonly<Record<string, unknown>>;
	/** Lets somebody in who has reached another node. */
	readonly welcome: (port: Port) => Entrance;
	/** A journal that is another node's now. */
	readonly lostJournal: (journal: string) => void;
	/** Something went wrong that should not; it is tried again. */
	readonly failed: (error: unknown) => void;
};

type State = {
	readonly nc: NatsConnection;
	readonly register: Register;
	readonly relay: Relay;
	readonly mine: Map<string, OwnRoom>;
	/** Rooms that were open here and are over: the others are to forget them. */
	readonly closed: Set<string>;
	/** Rooms that we tried to take and could not, and when. */
	readonly refused: Map<string, number>;
	/** Rooms that are being taken up. */
	readonly taking: Set<string>;
	/** Rooms without anybody into which somebody wants. */
	readonly asked: Set<string>;
	/** Since when a room has nobody. */
	readonly orphans: Map<string, number>;
	readonly digests: Map<string, readonly string[]>;
	readonly secret: Buffer;
	attending: Attending | undefined;
	isOver: boolean;
};

const NODE_BYTES = 8;
const ATTEND_MS = 200;
const RELAY_MS = 100;
/** One node goes first; the others wait so long for it. */
const AFTER_THE_FIRST_MS = 1_500;
/** It may have been the cluster's fault: then it is tried again. */
const REFUSED_MS = 10_000;
const JOIN_MS = 15_000;
const TELL_MS = 10_000;
/** While one waits for its journal another is lived again. */
const TAKEN_AT_ONCE = 3;
const MOVED = 'The room has moved to another machine: it goes on there.';

/** Joins a cluster; a sentence where that cannot be. */
export async function joinCluster(address: ClusterAddress): Promise<Cluster | string> {
	const nc = await connectTo(address);
	if (typeof nc === 'string') return nc;
	const stream = await openJournalStream(nc);
	if (typeof stream === 'string') {
		await nc.close();
		return stream;
	}
	const node = randomBytes(NODE_BYTES).toString('hex');
	const late: {state?: State} = {};
	try {
		const register = await joinRegister(nc, {
			node,
			say: () => late.state?.attending?.say() ?? {},
			changed: () => {
				if (late.state !== undefined) partFromOld(late.state);
			},
		});
		const made = randomBytes(SECRET_BYTES).toString('hex');
		const secret = Buffer.from(await register.once('secret', made), 'hex');
		await settled(register);
		const welcome = (port: Port): Entrance =>
			late.state?.attending?.welcome(port) ?? {take: () => undefined, gone: () => undefined};
		const relay = openRelay(nc, {node, welcome});
		const state: State = {
			...{nc, register, relay, secret, attending: undefined, isOver: false},
			...{mine: new Map(), refused: new Map(), orphans: new Map(), digests: new Map()},
			...{closed: new Set(), taking: new Set(), asked: new Set()},
		};
		late.state = state;
		const onLost = (journal: string) => state.attending?.lostJournal(journal);
		return clusterOver(state, streamJournals({stream, writer: node, onLost}));
	} catch (error) {
		const server = nc.getServer();
		await nc.close();
		return `--nats ${server}: the cluster cannot be joined: ${wordsOf(error)}.`;
	}
}

/** Waits until what we say comes back, and with it what the others have said. */
async function settled(register: Register): Promise<void> {
	const until = performance.now() + JOIN_MS;
	while (!register.isWell) {
		if (performance.now() > until) throw new Error('it does not answer');
		await pause(ATTEND_MS / 4);
	}
}

function clusterOver(state: State, journals: StreamJournals): Cluster {
	const {register, relay, nc, mine, secret} = state;
	const ticking = setInterval(() => relay.tick(performance.now()), RELAY_MS);
	return {
		...{journals, secret},
		get isWell() {
			return register.isWell;
		},
		get others() {
			return [...register.rooms.values()]
				.filter(({id}) => !mine.has(id))
				.map(entry => ({entry, said: saidOf(register, entry)}));
		},
		elsewhere: (digest, port) => elsewhere(state, digest, port),
		async keep(rooms) {
			const ids = new Set(rooms.map(({id}) => id));
			for (const id of mine.keys()) if (!ids.has(id)) state.closed.add(id);
			mine.clear();
			for (const room of rooms) mine.set(room.id, room);
			const until = performance.now() + TELL_MS;
			while (!(await tellRooms(state))) {
				if (state.isOver || performance.now() > until) return false;
				await pause(ATTEND_MS);
			}
			return true;
		},
		attend(attending) {
			state.attending = attending;
			void attend(state, attending);
		},
		async leave() {
			state.isOver = true;
			clearInterval(ticking);
			const {node, rooms} = register;
			const own = [...rooms.values()].filter(({owner}) => owner === node);
			await Promise.all(own.map(entry => register.set({...entry, owner: ''})));
			await register.leave();
			await Promise.race([nc.drain().catch(() => undefined), pause(ATTEND_MS)]);
			await nc.close();
		},
	};
}

function saidOf(register: Register, {owner, id}: Entry): unknown {
	const said = register.said(owner);
	return typeof said === 'object' && said !== null
		? (said as Readonly<Record<string, unknown>>)[id]
		: undefined;
}

function elsewhere(
	{register, relay, digests, secret, mine, asked}: State,
	digest: string,
	port: Port,
): Entrance | 'in a moment' | undefined {
	for (const {id, owner} of register.rooms.values()) {
		const own = digests.get(id) ?? codeDigests(codesOf(secret, id));
		digests.set(id, own);
		if (!own.includes(digest) || mine.has(id)) continue;
		if (owner !== register.node && register.alive.includes(owner)) return relay.enter(owner, port);
		asked.add(id);
		return 'in a moment';
	}
	return undefined;
}

/** Whoever was brought to a node that is gone dials again, once another has its rooms. */
function partFromOld({register, relay}: State): void {
	const owners = new Set([...register.rooms.values()].map(({owner}) => owner));
	relay.partFromOthers(owners, MOVED);
}

/** Tells the others what is open here, and no more; false where some of it is not told yet. */
async function tellRooms({register, mine, closed, attending, taking}: State): Promise<boolean> {
	const {rooms, node} = register;
	const told: Promise<boolean>[] = [];
	for (const room of [...mine.values()]) {
		const entry = rooms.get(room.id);
		if (entry !== undefined && entry.owner !== node) {
			mine.delete(room.id);
			attending?.lose(room.id);
		} else if (entry === undefined || isOther(entry, room)) {
			told.push(register.set({...room, owner: node}));
		}
	}
	for (const id of closed) if (rooms.get(id)?.owner !== node) closed.delete(id);
	for (const [id, entry] of rooms) {
		if (entry.owner !== node || taking.has(id) || mine.has(id)) continue;
		// What we could not take up is not over.
		told.push(closed.has(id) ? register.drop(id) : register.set({...entry, owner: ''}));
	}
	return (await Promise.all(told)).every(Boolean);
}

function isOther(entry: Entry, {journal, title, listed, form}: OwnRoom): boolean {
	return (
		entry.journal !== journal ||
		entry.title !== title ||
		entry.listed !== listed ||
		entry.form !== form
	);
}

async function attend(state: State, attending: Attending): Promise<void> {
	while (!state.isOver) {
		await pause(ATTEND_MS);
		if (!state.register.isWell) continue;
		try {
			await tellRooms(state);
			const free = TAKEN_AT_ONCE - state.taking.size;
			for (const orphan of orphansForUs(state).slice(0, free)) {
				void takeUp(state, orphan, attending);
			}
		} catch (error) {
			attending.failed(error);
		}
	}
}

/** Rooms that nobody has and that are for us to take: first those into which somebody wants. */
function orphansForUs(state: State): readonly Entry[] {
	const {register, orphans, refused, digests, asked, taking} = state;
	const {rooms, node, alive} = register;
	if (state.isOver) return [];
	const now = performance.now();
	for (const kept of [digests, orphans, refused, asked]) {
		for (const id of [...kept.keys()]) if (!rooms.has(id)) kept.delete(id);
	}
	const ours = [...rooms.values()].filter(({id, owner}) => {
		if (owner === node || !register.isGone(owner)) {
			orphans.delete(id);
			asked.delete(id);
			return false;
		}
		const since = orphans.get(id) ?? now;
		orphans.set(id, since);
		if (taking.has(id) || now - (refused.get(id) ?? -Infinity) < REFUSED_MS) return false;
		return firstOf(alive, id) === node || now - since >= AFTER_THE_FIRST_MS;
	});
	const rank = ({id}: Entry) => Number(refused.has(id)) - Number(asked.has(id));
	return ours.sort((one, other) => rank(one) - rank(other));
}

/** The same node for all, another for each room. */
function firstOf(nodes: readonly string[], id: string): string | undefined {
	const rank = (node: string) => createHash('sha256').update(`${node} ${id}`).digest('hex');
	return [...nodes].sort((one, other) => (rank(one) < rank(other) ? -1 : 1))[0];
}

async function takeUp(state: State, entry: Entry, attending: Attending): Promise<void> {
	const {register, refused, mine, taking, closed} = state;
	const {id} = entry;
	taking.add(id);
	closed.delete(id);
	try {
		if (!(await register.set({...entry, owner: register.node}))) return;
		refused.set(id, performance.now());
		await register.setBusy(true);
		await attending.take(entry);
		if (mine.has(id)) refused.delete(id);
	} catch (error) {
		attending.failed(error);
	} finally {
		taking.delete(id);
		if (taking.size === 0) await register.setBusy(false);
	}
}
