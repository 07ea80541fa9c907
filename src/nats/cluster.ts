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
	/** Which rooms are open here from now on; settles when the others can know. */
	keep(rooms: readonly OwnRoom[]): Promise<void>;
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
};

type State = {
	readonly nc: NatsConnection;
	readonly register: Register;
	readonly relay: Relay;
	readonly mine: Map<string, OwnRoom>;
	/** Rooms that we tried to take and could not, and when. */
	readonly refused: Map<string, number>;
	/** The room that is being taken up. */
	taking: string | undefined;
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
			...{nc, register, relay, secret, attending: undefined, taking: undefined, isOver: false},
			...{mine: new Map(), refused: new Map(), orphans: new Map(), digests: new Map()},
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
			mine.clear();
			for (const room of rooms) mine.set(room.id, room);
			await tellRooms(state);
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
	{register, relay, digests, secret, mine}: State,
	digest: string,
	port: Port,
): Entrance | 'in a moment' | undefined {
	for (const {id, owner} of register.rooms.values()) {
		const own = digests.get(id) ?? codeDigests(codesOf(secret, id));
		digests.set(id, own);
		if (!own.includes(digest) || mine.has(id)) continue;
		const isThere = owner !== register.node && register.alive.includes(owner);
		return isThere ? relay.enter(owner, port) : 'in a moment';
	}
	return undefined;
}

/** Whoever was brought to a node that is gone dials again, once another has its rooms. */
function partFromOld({register, relay}: State): void {
	const owners = new Set([...register.rooms.values()].map(({owner}) => owner));
	relay.partFromOthers(owners, MOVED);
}

/** Tells the others what is open here, and no more. */
async function tellRooms({register, mine, attending, taking}: State): Promise<void> {
	const {rooms, node} = register;
	for (const room of [...mine.values()]) {
		const entry = rooms.get(room.id);
		if (entry !== undefined && entry.owner !== node) {
			mine.delete(room.id);
			attending?.lose(room.id);
		} else if (entry === undefined || isOther(entry, room)) {
			await register.set({...room, owner: node});
		}
	}
	for (const {id, owner} of [...rooms.values()]) {
		if (owner === node && id !== taking && !mine.has(id)) await register.drop(id);
	}
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
		await tellRooms(state);
		const orphan = nextOrphan(state);
		if (orphan !== undefined) await takeUp(state, orphan, attending);
	}
}

/** A room that nobody has and that is for us to take. */
function nextOrphan({register, orphans, refused, digests, isOver}: State): Entry | undefined {
	const {rooms, node, alive} = register;
	if (isOver) return undefined;
	const now = performance.now();
	for (const id of [...digests.keys()]) if (!rooms.has(id)) digests.delete(id);
	for (const id of [...orphans.keys()]) if (!rooms.has(id)) orphans.delete(id);
	for (const id of [...refused.keys()]) if (!rooms.has(id)) refused.delete(id);
	for (const entry of rooms.values()) {
		const {id, owner} = entry;
		if (owner === node || !register.isGone(owner)) {
			orphans.delete(id);
			continue;
		}
		const since = orphans.get(id) ?? now;
		orphans.set(id, since);
		if (now - (refused.get(id) ?? -Infinity) < REFUSED_MS) continue;
		if (firstOf(alive, id) === node || now - since >= AFTER_THE_FIRST_MS) return entry;
	}
	return undefined;
}

/** The same node for all, another for each room. */
function firstOf(nodes: readonly string[], id: string): string | undefined {
	const rank = (node: string) => createHash('sha256').update(`${node} ${id}`).digest('hex');
	return [...nodes].sort((one, other) => (rank(one) < rank(other) ? -1 : 1))[0];
}

async function takeUp(state: State, entry: Entry, attending: Attending): Promise<void> {
	const {register, refused, mine} = state;
	state.taking = entry.id;
	if (await register.set({...entry, owner: register.node})) {
		await attending.take(entry);
		if (!mine.has(entry.id)) {
			refused.set(entry.id, performance.now());
			await register.set({...entry, owner: ''});
		}
	}
	state.taking = undefined;
}
