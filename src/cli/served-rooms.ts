import path from 'node:path';
import {gated, LIMITS, openLobby, type Lobby} from '../host/index.ts';
import type {KeptRun, OnTrouble, Started} from '../play/index.ts';
import {whatOf, type Log} from './log-line.ts';
import {
	hostRun,
	openRun,
	takeUpRoom,
	type HostedRun,
	type RoomRun,
	type Wrong,
} from './room-run.ts';
import type {KeptRoom, RoomKeeper, ServedRoom, ServedRooms, Wanted} from './served-rooms.types.ts';
import {NOBODY} from './who-plays.ts';

type ServeOptions = {
	readonly keeper: RoomKeeper;
	readonly lateMs: number;
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
const TAKEN_OVER = 'Another machine has taken the room over: it goes on there.';
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
	const {clock, keeper} = options;
	const {elsewhere} = keeper;
	const lobby = openLobby({
		...{clock, failed: (id, error) => fail(house, id, error)},
		...(elsewhere === undefined ? {} : {elsewhere}),
	});
	const house: House = {
		...{...options, lobby, open: new Map(), opening: []},
		...{counted: {opened: 0, takenUp: 0, closed: 0, failed: 0}, missedSeconds: 0},
	};
	return {
		lobby,
		open: wanted => open(house, wanted),
		takeUp: room => takeUp(house, room),
		settle: () => writeList(house),
		lose: gone => {
			lose(house, gone);
		},
		tidy(nowMs) {
			for (const room of [...house.open.values()]) tidy(house, room, nowMs);
		},
		list: () => [...house.open.values()].map(seenFrom),
		others: keeper.others,
		get counted() {
			const missed = [...house.open.values()].map(missedIn);
			const missedSeconds = missed.reduce((sum, each) => sum + each, house.missedSeconds);
			return {...house.counted, missedSeconds};
		},
		async handOn() {
			lobby.close(HANDED_ON, true);
			const rooms = [...house.open.values()];
			house.open.clear();
			await keeper.release(Promise.all(rooms.map(room => shut(house, room, true))));
		},
	};
}

async function open(house: House, wanted: Wanted): Promise<ServedRoom | Wrong> {
	const {keeper, opening, counted, log} = house;
	const {form, address, level, players, team} = wanted;
	const known = [...house.open.values()].find(each => form !== '' && each.form === form);
	if (known !== undefined) return seenFrom(known);
	const full = whyFull(house, address);
	if (full !== undefined) return {sentences: [full]};
	opening.push(address);
	const at = keeper.houseFor({name: '', team});
	const run = await openRun(wanted, at, troubleOf(house)).finally(() => {
		opening.splice(opening.indexOf(address), 1);
	});
	if ('sentences' in run) return run;
	const room = admit(house, run, wanted);
	counted.opened += 1;
	await writeList(house);
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

async function takeUp(
	house: House,
	{journal, listed}: Pick<KeptRoom, 'journal' | 'listed'>,
): Promise<void> {
	const {keeper, log, counted} = house;
	const at = keeper.houseFor(NOBODY);
	try {
		const file = at.journals.fileOf(journal);
		const run = await takeUpRoom(file, undefined, at, troubleOf(house));
		if ('sentences' in run) {
			log('warn', 'room-not-taken-up', {journal, why: run.sentences.join(' ')});
			return;
		}
		admit(house, run, {listed, form: '', address: ''});
		counted.takenUp += 1;
		log('info', 'room-taken-up', {journal, second: run.session.now});
	} catch (error) {
		log('error', 'room-not-taken-up', {journal, why: whatOf(error)});
	}
	// Others are to be answered in between.
	await new Promise(resolve => setImmediate(resolve));
}

function lose(house: House, gone: string): void {
	const room = [...house.open.values()].find(
		({id, hosted}) => id === gone || journalOf(hosted) === gone,
	);
	if (room === undefined) return;
	house.log('warn', 'room-lost', {room: room.id});
	close(house, room, {isSound: false, why: TAKEN_OVER, again: true});
}

function admit(
	house: House,
	run: RoomRun,
	{listed, form, address}: Pick<Wanted, 'listed' | 'form' | 'address'>,
): Room {
	const {keeper, lateMs, clock, log, lobby} = house;
	const id = run.plan.openedAs ?? path.basename(run.file.path);
	const hosted = hostRun(run, {
		...{house: keeper.houseFor(NOBODY), secret: keeper.secret, lateMs},
		...{seatsHeldMs: LIMITS.awayMs, onTrouble: troubleOf(house), keep},
		wentBack(from, to) {
			log('info', 'room-went-back', {room: id, from: path.basename(from), to: path.basename(to)});
			void writeList(house);
		},
	});
	const {title} = run.loaded.level;
	const room: Room = {
		...{id, title, listed, form, address, hosted},
		...{notedAt: clock(), emptySince: clock()},
	};
	house.open.set(id, room);
	lobby.add(
		id,
		gated(hosted.room, () => hosted.playing().started.file),
		hosted.codes,
	);
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
	close(house, room, {isSound: true, why: NOBODY_HERE, again: false});
}

function fail(house: House, id: string, error: unknown): void {
	const room = house.open.get(id);
	if (room === undefined) return;
	const {session, file} = room.hosted.playing().started;
	house.counted.failed += 1;
	house.log('error', 'room-failed', {
		...{room: id, journal: path.basename(file.path), night: session.level, seed: session.seed},
		...{second: session.now, what: whatOf(error)},
	});
	close(house, room, {isSound: false, why: NOBODY_HERE, again: false});
}

type Closing = {readonly isSound: boolean; readonly why: string; readonly again: boolean};

function close(house: House, room: Room, {isSound, why, again}: Closing): void {
	const {open: rooms, lobby, counted} = house;
	rooms.delete(room.id);
	lobby.remove(room.id, why, again);
	counted.closed += 1;
	house.missedSeconds += missedIn(room);
	void shut(house, room, isSound);
	void writeList(house);
}

async function shut(house: House, {hosted}: Room, isSound: boolean): Promise<void> {
	const lost = await hosted.playing().kept.close(isSound);
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

async function writeList(house: House): Promise<void> {
	const trouble = await house.keeper.keep(
		[...house.open.values()].map(({id, title, form, hosted, listed}) => ({
			...{id, title, form, listed, journal: path.basename(journalOf(hosted))},
		})),
	);
	if (trouble !== undefined) troubleOf(house)(trouble);
}

function journalOf({playing}: HostedRun): string {
	return playing().started.file.path;
}

function troubleOf({log}: House): OnTrouble {
	return sentence => {
		log('warn', 'trouble', {sentence});
	};
}

function missedIn({hosted}: Room): number {
	return hosted.room.status.missedSeconds;
}

function seenFrom({id, title, listed, hosted}: Room): ServedRoom {
	const {room, codes, playing} = hosted;
	const {table, started} = playing();
	return {
		...{id, title, listed, codes, status: room.status},
		...{clock: table.reached.clock, isWanting: started.file.isWanting()},
	};
}
