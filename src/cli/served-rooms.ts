import path from 'node:path';
import {LIMITS, openLobby, type Codes, type Lobby, type RoomStatus} from '../host/index.ts';
import type {KeptRun, OnTrouble, Started} from '../play/index.ts';
import type {OpenRooms} from '../saves/index.ts';
import type {RoomPlan} from '../session/index.ts';
import type {Desk} from './desk.ts';
import type {Log} from './log-line.ts';
import {
	hostRun,
	openRun,
	takeUpRoom,
	type HostedRun,
	type RoomRun,
	type Wrong,
} from './room-run.ts';

/** What somebody asks for who opens a room. */
export type Wanted = {
	readonly level: string;
	readonly players: number;
	readonly fog: RoomPlan['fog'];
	readonly team: string;
	/** Whether everybody who finds the lobby may join it. */
	readonly listed: boolean;
	/** The same for the same form, however often it is sent; empty where none was. */
	readonly form: string;
	/** From where it is asked. */
	readonly address: string;
};

/** A room that is served, for those who are not in it. */
export type ServedRoom = {
	readonly title: string;
	readonly listed: boolean;
	readonly codes: Codes;
	readonly status: RoomStatus;
	readonly clock: string;
	/** Whether lines of its journal wait that could not be written. */
	readonly isWanting: boolean;
};

/** What has happened since the server was started. */
type Counted = {
	readonly opened: number;
	readonly takenUp: number;
	readonly closed: number;
	readonly failed: number;
	readonly missedSeconds: number;
};

/** The rooms of a server, on disk as a single host has its one. */
export type ServedRooms = {
	readonly lobby: Lobby;
	readonly open: (wanted: Wanted) => Promise<ServedRoom | Wrong>;
	/** Takes up the rooms that were open when the server before this one stopped. */
	readonly takeUp: () => Promise<void>;
	/** Notes how far each has come, and closes those that nobody needs any more. */
	readonly tidy: (nowMs: number) => void;
	readonly list: () => readonly ServedRoom[];
	readonly counted: Counted;
	/** Says goodbye to everybody; the rooms stay open for whoever serves the folder next. */
	readonly handOn: () => void;
};

type ServeOptions = {
	readonly desk: Desk;
	readonly secret: Buffer;
	readonly lateMs: number;
	readonly rooms: OpenRooms;
	/** How many rooms at most, and of them opened from one address. */
	readonly roomsMax: number;
	readonly ofAddressMax: number;
	readonly log: Log;
	readonly clock: () => number;
};

type Room = {
	readonly id: string;
	readonly title: string;
	readonly listed: boolean;
	readonly form: string;
	readonly address: string;
	readonly hosted: HostedRun;
	notedAt: number;
	/** Since when nobody is there; null while somebody is. */
	emptySince: number | null;
};

const REACHED_MS = 1_000;
/** So long a room stays open for nobody: before its end, and after. */
const EMPTY_MS = 60 * 60_000;
const OVER_MS = 60_000;
const HANDED_ON =
	'The server stops, and is soon back. What was played is kept, and your seat is yours.';
const NOBODY_HERE = 'Nobody has been here for long: the room is closed. What was played is kept.';

type House = ServeOptions & {
	readonly lobby: Lobby;
	readonly open: Map<string, Room>;
	/** From where rooms are being opened now: they count already. */
	readonly opening: string[];
	readonly counted: {opened: number; takenUp: number; closed: number; failed: number};
	/** Seconds that were missed in rooms that are closed. */
	missedSeconds: number;
};

export function serveRooms(options: ServeOptions): ServedRooms {
	const {clock} = options;
	const lobby = openLobby({clock, failed: (id, error) => fail(house, id, error)});
	const house: House = {
		...{...options, lobby, open: new Map(), opening: []},
		...{counted: {opened: 0, takenUp: 0, closed: 0, failed: 0}, missedSeconds: 0},
	};
	return {
		lobby,
		open: wanted => open(house, wanted),
		takeUp: () => takeUp(house),
		tidy(nowMs) {
			for (const room of [...house.open.values()]) tidy(house, room, nowMs);
		},
		list: () => [...house.open.values()].map(seenFrom),
		get counted() {
			const missed = [...house.open.values()].map(missedIn);
			const missedSeconds = missed.reduce((sum, each) => sum + each, house.missedSeconds);
			return {...house.counted, missedSeconds};
		},
		handOn() {
			lobby.close(HANDED_ON, true);
			for (const room of house.open.values()) shut(house, room, true);
			house.open.clear();
			house.rooms.release();
		},
	};
}

async function open(house: House, wanted: Wanted): Promise<ServedRoom | Wrong> {
	const {desk, opening, counted, log} = house;
	const {form, address, level, players, team} = wanted;
	const known = [...house.open.values()].find(each => form !== '' && each.form === form);
	if (known !== undefined) return seenFrom(known);
	const full = whyFull(house, address);
	if (full !== undefined) return {sentences: [full]};
	opening.push(address);
	const who = {name: '', team};
	const run = await openRun(wanted, {...desk, who}, troubleOf(house)).finally(() => {
		opening.splice(opening.indexOf(address), 1);
	});
	if ('sentences' in run) return run;
	const room = admit(house, run, wanted);
	counted.opened += 1;
	writeList(house);
	log('info', 'room-opened', {room: room.id, night: level, seats: players, from: address});
	return seenFrom(room);
}

function whyFull({open: rooms, opening, roomsMax, ofAddressMax}: House, from: string) {
	const taken = [...[...rooms.values()].map(({address}) => address), ...opening];
	if (taken.length >= roomsMax) {
		return `${String(roomsMax)} rooms are open, and that is the most: try again when one is closed.`;
	}
	if (taken.filter(each => each === from).length < ofAddressMax) return undefined;
	return `From there ${String(ofAddressMax)} rooms are open, and that is the most.`;
}

async function takeUp(house: House): Promise<void> {
	const {rooms, desk, log, counted} = house;
	for (const {journal, listed} of rooms.left) {
		const file = path.join(desk.folder, journal);
		const run = await takeUpRoom(file, undefined, desk, troubleOf(house));
		if ('sentences' in run) {
			log('warn', 'room-not-taken-up', {journal, why: run.sentences.join(' ')});
			continue;
		}
		admit(house, run, {listed, form: '', address: ''});
		counted.takenUp += 1;
		log('info', 'room-taken-up', {journal, second: run.session.now});
		// Others are to be answered in between.
		await new Promise(resolve => setImmediate(resolve));
	}
	writeList(house);
}

function admit(
	house: House,
	run: RoomRun,
	{listed, form, address}: Pick<Wanted, 'listed' | 'form' | 'address'>,
): Room {
	const {desk, secret, lateMs, clock, log, lobby} = house;
	const id = run.plan.openedAs ?? path.basename(run.file.path);
	const hosted = hostRun(run, {
		...{desk, secret, lateMs, seatsHeldMs: LIMITS.awayMs, onTrouble: troubleOf(house), keep},
		wentBack(from, to) {
			log('info', 'room-went-back', {room: id, from: path.basename(from), to: path.basename(to)});
			writeList(house);
		},
	});
	const {title} = run.loaded.level;
	const room: Room = {
		...{id, title, listed, form, address, hosted},
		...{notedAt: clock(), emptySince: clock()},
	};
	house.open.set(id, room);
	lobby.add(id, hosted.room, hosted.codes);
	return room;
}

/** Notes how far a room has come, and closes it where nobody needs it any more. */
function tidy(house: House, room: Room, nowMs: number): void {
	const {hosted, id, notedAt} = room;
	if (nowMs - notedAt < REACHED_MS) return;
	room.notedAt = nowMs;
	hosted.playing().started.session.noteReached();
	const {here, phase} = hosted.room.status;
	room.emptySince = here > 0 ? null : (room.emptySince ?? nowMs);
	const longest = phase === 'ended' ? OVER_MS : EMPTY_MS;
	if (room.emptySince === null || nowMs - room.emptySince < longest) return;
	house.log('info', 'room-closed', {room: id, phase});
	close(house, room, true);
}

function fail(house: House, id: string, error: unknown): void {
	const room = house.open.get(id);
	if (room === undefined) return;
	const {session, file} = room.hosted.playing().started;
	house.counted.failed += 1;
	house.log('error', 'room-failed', {
		...{room: id, journal: path.basename(file.path), night: session.level, seed: session.seed},
		...{second: session.now, what: error instanceof Error ? (error.stack ?? '') : String(error)},
	});
	close(house, room, false);
}

function close(house: House, room: Room, isSound: boolean): void {
	const {open: rooms, lobby, counted} = house;
	rooms.delete(room.id);
	lobby.remove(room.id, NOBODY_HERE);
	counted.closed += 1;
	house.missedSeconds += missedIn(room);
	shut(house, room, isSound);
	writeList(house);
}

function shut(house: House, {hosted}: Room, isSound: boolean): void {
	const lost = hosted.playing().kept.close(isSound);
	if (typeof lost === 'string') troubleOf(house)(lost);
}

/** Whatever ends the server closes all journals; what fails in one room closes its own. */
function keep({session, file}: Started): KeptRun {
	let isOpen = true;
	return {
		close(isSound = true) {
			if (!isOpen) return undefined;
			isOpen = false;
			if (isSound) session.noteReached();
			return file.close();
		},
	};
}

function writeList(house: House): void {
	const trouble = house.rooms.write(
		[...house.open.values()].map(({hosted, listed}) => ({
			...{journal: path.basename(hosted.playing().started.file.path), listed},
		})),
	);
	if (trouble !== undefined) troubleOf(house)(trouble);
}

function troubleOf({log}: House): OnTrouble {
	return sentence => {
		log('warn', 'trouble', {sentence});
	};
}

function missedIn({hosted}: Room): number {
	return hosted.room.status.missedSeconds;
}

function seenFrom({title, listed, hosted}: Room): ServedRoom {
	const {room, codes, playing} = hosted;
	const {table, started} = playing();
	return {
		...{title, listed, codes, status: room.status},
		...{clock: table.reached.clock, isWanting: started.file.isWanting()},
	};
}
