import {MESSAGE_BYTES_MAX, upFrom, type Down} from '../team/index.ts';
import {codeDigests, typedDigest, type Codes} from './codes.ts';
import type {Port} from './guests.ts';
import {LIMITS, wrongCodes, type WrongCodes} from './limits.ts';
import type {Entrance, RoomHost} from './room-host.ts';

/** What a socket has to do with, be it one room or many. */
export type Served = Pick<RoomHost, 'enter' | 'tick' | 'show' | 'changed'>;

/** Many rooms behind one door: the code that somebody has says which. Without a socket, as a room is. */
export type Lobby = Served & {
	add(id: string, room: RoomHost, codes: Codes): void;
	/** Says goodbye to whoever is in a room, and whether to come back, and forgets it. */
	remove(id: string, why: string, again?: boolean): void;
	/** Says goodbye to everybody, and whether to come back. */
	close(why: string, again: boolean): void;
};

export type LobbyOptions = {
	/** Milliseconds that only grow: what time is left for pictures is measured with it. */
	readonly clock: () => number;
	/** A room has failed, and is closed: the others go on. */
	readonly failed: (id: string, error: unknown) => void;
	/** The way into a room that another machine has, by the digest of its code; undefined where there is no such room. */
	readonly elsewhere?: (digest: string, port: Port) => Entrance | 'in a moment' | undefined;
};

type Kept = {readonly id: string; readonly room: RoomHost; readonly digests: readonly string[]};
type Waiting = {readonly port: Port; readonly since: number};

type Door = LobbyOptions & {
	/** In the order in which they are shown next. */
	readonly rooms: Map<string, Kept>;
	readonly byCode: Map<string, Kept>;
	/** Who has not said yet where they want to. */
	readonly waiting: Set<Waiting>;
	readonly wrong: WrongCodes;
	ms: number;
	lastMs: number | undefined;
};

const IN_A_MOMENT = 'The room moves to another machine: it goes on in a moment.';
const FAILED = 'This room has come to a bug in the game, and is closed. What was played is kept.';

export function openLobby(options: LobbyOptions): Lobby {
	const door: Door = {
		...{...options, rooms: new Map(), byCode: new Map(), waiting: new Set()},
		...{wrong: wrongCodes(), ms: 0, lastMs: undefined},
	};
	return {
		add(id, room, codes) {
			const kept = {id, room, digests: codeDigests(codes)};
			door.rooms.set(id, kept);
			for (const digest of kept.digests) door.byCode.set(digest, kept);
		},
		remove: (id, why, again) => {
			remove(door, id, why, again);
		},
		enter: port => enter(door, port),
		tick: nowMs => {
			tick(door, nowMs);
		},
		show() {
			for (const kept of [...door.rooms.values()]) {
				if (kept.room.changed) guarded(door, kept, () => kept.room.show());
			}
		},
		get changed() {
			return [...door.rooms.values()].some(({room}) => room.changed);
		},
		close(why, again) {
			for (const {port} of door.waiting) turnAway(port, why, again);
			door.waiting.clear();
			for (const kept of [...door.rooms.values()]) {
				forget(door, kept);
				kept.room.close(why, again);
			}
		},
	};
}

function enter(door: Door, port: Port): Entrance {
	const line: Waiting = {port, since: door.ms};
	const others = [...door.waiting].filter(each => each.port.address === port.address);
	if (others.length >= LIMITS.atTheDoor) {
		turnAway(port, 'Too many from there are at the door: join through one of them.', true);
	} else door.waiting.add(line);
	let inside: Entrance | undefined;
	return {
		take(text) {
			if (inside === undefined && door.waiting.delete(line)) inside = wayIn(door, port, text);
			inside?.take(text);
		},
		gone() {
			door.waiting.delete(line);
			inside?.gone();
		},
	};
}

/** The way to the room whose code somebody has; where none, the connection has ended. */
function wayIn(door: Door, port: Port, text: string): Entrance | undefined {
	const way = wayOrWhy(door, port, text);
	if (typeof way !== 'string') return way;
	turnAway(port, way, way === IN_A_MOMENT);
	return undefined;
}

function wayOrWhy(door: Door, port: Port, text: string): Entrance | string | undefined {
	const {wrong, byCode, ms, elsewhere} = door;
	const {address, isRelayed = false} = port;
	const up = Buffer.byteLength(text) > MESSAGE_BYTES_MAX ? undefined : upFrom(text);
	if (up === undefined || !('code' in up)) return 'That is no message of this game.';
	const waitMs = wrong.waitMs(address, ms);
	if (waitMs > 0) {
		const seconds = String(Math.ceil(waitMs / 1_000));
		return `Too many wrong codes came from there: try again in ${seconds} s.`;
	}
	const digest = typedDigest(up.code);
	const kept = byCode.get(digest);
	if (kept !== undefined) return into(door, kept, port);
	if (isRelayed) return IN_A_MOMENT;
	const way = elsewhere?.(digest, port);
	if (way === 'in a moment') return IN_A_MOMENT;
	if (way === undefined) wrong.note(address, ms);
	return way ?? 'That code opens nothing here, or no more.';
}

function into(door: Door, kept: Kept, port: Port): Entrance | undefined {
	let inside: Entrance | undefined;
	guarded(door, kept, () => (inside = kept.room.enter(port)));
	return (
		inside && {
			take(text) {
				guarded(door, kept, () => inside?.take(text));
			},
			gone() {
				guarded(door, kept, () => inside?.gone());
			},
		}
	);
}

function tick(door: Door, nowMs: number): void {
	const {rooms, waiting, clock, lastMs} = door;
	const until = clock() + LIMITS.frameMs;
	const behind = lastMs === undefined ? 0 : nowMs - lastMs;
	// What one room cost is made up for in the others, in steps that none takes for a sleep.
	if (lastMs !== undefined && behind <= LIMITS.catchUpMs) {
		for (let at = lastMs + LIMITS.stepMs; at < nowMs; at += LIMITS.stepMs) passTo(door, at);
	}
	passTo(door, nowMs);
	door.ms += Math.max(0, behind);
	door.lastMs = nowMs;
	for (const line of waiting) {
		if (door.ms - line.since <= LIMITS.joinMs) continue;
		waiting.delete(line);
		turnAway(line.port, 'Nobody joined through this connection.');
	}
	for (const kept of [...rooms.values()]) {
		guarded(door, kept, () => kept.room.show());
		if (rooms.delete(kept.id)) rooms.set(kept.id, kept);
		if (clock() >= until) break;
	}
}

function passTo(door: Door, nowMs: number): void {
	for (const kept of [...door.rooms.values()]) guarded(door, kept, () => kept.room.pass(nowMs));
}

/** What fails in one room stays in it. */
function guarded(door: Door, kept: Kept, act: () => void): void {
	if (door.rooms.get(kept.id) !== kept) return;
	try {
		act();
	} catch (error) {
		remove(door, kept.id, FAILED);
		door.failed(kept.id, error);
	}
}

function remove(door: Door, id: string, why: string, again = false): void {
	const kept = door.rooms.get(id);
	if (kept === undefined) return;
	forget(door, kept);
	kept.room.close(why, again);
}

function forget({rooms, byCode}: Door, {id, digests}: Kept): void {
	rooms.delete(id);
	for (const digest of digests) byCode.delete(digest);
}

function turnAway(port: Port, why: string, again = false): void {
	const goodbye: Down = {kind: 'goodbye', why, again};
	port.send(JSON.stringify(goodbye));
	port.close(why);
}
