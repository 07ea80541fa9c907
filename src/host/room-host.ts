import {MESSAGE_BYTES_MAX, patchOf, upFrom, type SeatView} from '../team/index.ts';
import {coverAway} from './covering.ts';
import {join, knocked} from './door.ts';
import type {Guest, Line, Port} from './guests.ts';
import {awaySeats, goodbye, isAway, part, tell, type Hall, type RoomOptions} from './hall.ts';
import {createLate} from './late.ts';
import {LIMITS, messageScale, wrongCodes} from './limits.ts';
import {obey} from './obey.ts';

/** What a connection tells the room. */
export type Entrance = {
	take(text: string): void;
	/** The connection is gone. Whoever came through it keeps their place. */
	gone(): void;
};

/** The people of a run and their connections, without a socket. Real time comes from outside. */
export type RoomHost = {
	enter(port: Port): Entrance;
	/** Lets real time pass, the night go on where it may, and everybody see it. */
	tick(nowMs: number): void;
	/** The same without a picture. */
	pass(nowMs: number): void;
	/** Shows everybody what has changed, without letting time pass. */
	show(): void;
	/** Whether anything has happened that is not shown yet. */
	readonly changed: boolean;
	readonly status: RoomStatus;
	/** Says goodbye to everybody, and whether to come back. */
	close(why: string, again?: boolean): void;
};

/** How a room stands, for those who are not in it. */
export type RoomStatus = {
	/** It waits for its people; its night goes on, or is stopped, or is over. */
	readonly phase: Phase;
	readonly seats: number;
	readonly taken: number;
	/** Connections of those who have joined. */
	readonly here: number;
	/** Seconds of the night that did not come although they were due. */
	readonly missedSeconds: number;
};

export const PHASES = ['waiting', 'running', 'stopped', 'ended'] as const;
export type Phase = (typeof PHASES)[number];

const SLEEP_TOLD_MS = 2_000;
/** The panels on a screen go into the journal no more often. */
const PANELS_EVERY_MS = 2_000;

const TOO_FAST = 'Too many messages: some were not read.';

/** Opens the door of a room. */
export function openRoom(options: RoomOptions): RoomHost {
	const {lateMs = LIMITS.observersLateMs, seatsHeldMs = 0} = options;
	const hall: Hall = {
		...options,
		lines: new Set(),
		guests: [],
		wrong: wrongCodes(),
		lateMs,
		seatsHeldMs,
		late: createLate(lateMs),
		openedAt: options.table.room.ms,
		ms: options.table.room.ms,
		lastMs: undefined,
		goesBack: false,
		owedSeconds: 0,
		missedSeconds: 0,
		changed: true,
	};
	const passTo = (nowMs: number) => {
		pass(hall, hall.lastMs === undefined ? 0 : nowMs - hall.lastMs);
		hall.lastMs = nowMs;
	};
	return {
		enter: port => enter(hall, port),
		tick(nowMs) {
			passTo(nowMs);
			show(hall);
		},
		pass: passTo,
		show: () => show(hall),
		get changed() {
			return hall.changed;
		},
		get status() {
			return statusOf(hall);
		},
		close(why, again = false) {
			for (const line of [...hall.lines]) goodbye(hall, line, why, again);
		},
	};
}

function statusOf({table, session, lines, missedSeconds}: Hall): RoomStatus {
	const {seats, sitting, pace, holds} = table.room;
	const joined = [...lines].filter(({guest}) => guest !== undefined);
	const isPlayed = joined.some(({guest}) => guest?.as === 'player');
	const phase = (): Phase => {
		if (session.ended) return 'ended';
		if (pace === null) return 'waiting';
		return pace > 0 && holds.length === 0 && isPlayed ? 'running' : 'stopped';
	};
	return {
		phase: phase(),
		seats: seats.length,
		taken: seats.filter(({id}) => (sitting[id] ?? '') !== '').length,
		here: joined.length,
		missedSeconds,
	};
}

function enter(hall: Hall, port: Port): Entrance {
	const line: Line = {
		port,
		openedAt: hall.ms,
		weigh: messageScale(hall.ms),
		guest: undefined,
		sent: undefined,
		toldResult: false,
	};
	const waiting = [...hall.lines].filter(
		each => each.guest === undefined && each.port.address === port.address,
	);
	hall.lines.add(line);
	if (waiting.length >= LIMITS.atTheDoor) {
		goodbye(hall, line, 'Too many from there are at the door: join through one of them.', true);
	} else if (hall.lines.size > LIMITS.connections) {
		goodbye(hall, line, 'The room is full.', true);
	}
	return {
		take: text => {
			if (hall.lines.has(line)) take(hall, line, text);
		},
		gone() {
			if (hall.lines.delete(line)) part(hall, line);
		},
	};
}

function take(hall: Hall, line: Line, text: string): void {
	switch (line.weigh(hall.ms)) {
		case 'told':
			return tell(line, {kind: 'notice', text: TOO_FAST});
		case 'ignored':
			return;
		case 'enough':
			return goodbye(hall, line, TOO_FAST);
		case 'taken':
	}
	const up = Buffer.byteLength(text) > MESSAGE_BYTES_MAX ? undefined : upFrom(text);
	if (up === undefined) return goodbye(hall, line, 'That is no message of this game.');
	const {guest} = line;
	if (guest === undefined && up.kind === 'join') return join(hall, line, up);
	if (guest === undefined && up.kind === 'knock') return knocked(hall, line, up);
	if (guest === undefined || up.kind === 'join' || up.kind === 'knock') {
		return goodbye(hall, line, 'A guest joins first, and once.');
	}
	obey(hall, line, guest, up);
}

/** Sends each guest what has changed in what they see. Whoever reads slowly gets it in one, later. */
function show(hall: Hall): void {
	hall.changed = false;
	const away = awaySeats(hall);
	const views = new Map<string, SeatView>();
	for (const line of hall.lines) {
		const {guest, port, sent} = line;
		if (guest === undefined) continue;
		if (port.bufferedBytes > LIMITS.waitingBytesMax) {
			goodbye(hall, line, 'Too much waits to be read.', true);
			continue;
		}
		if (port.bufferedBytes > LIMITS.waitingBytes) continue;
		const key = `${guest.as} ${guest.seat} ${guest.looksAt ?? ''}`;
		const view = views.get(key) ?? viewOf(hall, guest, away);
		views.set(key, view);
		const patch = sent === undefined ? (['=', view] as const) : patchOf(sent, view);
		line.sent = view;
		tellResult(hall, line, view); // Whoever sees the end has what it came to.
		if (patch !== undefined) tell(line, {kind: 'see', patch});
	}
}

function viewOf(
	{table, late, ms}: Hall,
	{as, seat, looksAt}: Guest,
	away: readonly string[],
): SeatView {
	switch (as) {
		case 'player':
			return table.view(seat, away);
		case 'board':
			return table.watch(away);
		case 'observer':
			return late.seen(ms) ?? table.watch(away);
		case 'facilitator':
			return looksAt === null ? table.whole(away) : table.view(looksAt, away);
	}
}

function tellResult({session}: Hall, line: Line, view: SeatView): void {
	if (!session.ended || !view.ended || line.toldResult) return;
	line.toldResult = true;
	tell(line, {kind: 'result', result: session.result()});
}

function pass(hall: Hall, realMs: number): void {
	const {table, session, guests} = hall;
	const stepMs = Math.min(Math.max(0, Math.round(realMs)), LIMITS.stepMs);
	hall.ms += stepMs;
	if (hall.goesBack) return;
	const sleptMs = realMs - stepMs;
	if (sleptMs >= SLEEP_TOLD_MS) table.announce(sleepTold(sleptMs), hall.ms);
	const {holds, pace} = table.room;
	const isPlayed = guests.some(({as, line}) => as === 'player' && line !== undefined);
	if (isPlayed && holds.length === 0 && !session.ended) {
		hall.owedSeconds += ((pace ?? 0) * stepMs) / 1_000;
		if (realMs > LIMITS.stepMs) hall.missedSeconds += ((pace ?? 0) * sleptMs) / 1_000;
	}
	const whole = Math.floor(hall.owedSeconds);
	hall.owedSeconds -= whole;
	table.advance(whole, hall.ms, isServed(hall));
	hall.late.keep(hall.ms, () => table.watch(awaySeats(hall)));
	for (const guest of guests) keepPanels(hall, guest);
	if (!session.ended) coverAway(hall);
	for (const line of hall.lines) {
		if (line.guest === undefined && hall.ms - line.openedAt > LIMITS.joinMs) {
			goodbye(hall, line, 'Nobody joined through this connection.');
		}
	}
}

function isServed(hall: Hall): boolean {
	return hall.guests.some(guest => guest.as === 'facilitator' && !isAway(hall, guest));
}

function keepPanels({table, ms}: Hall, guest: Guest): void {
	const {panels, shown, shownAt, seat} = guest;
	if (seat === '' || ms - shownAt < PANELS_EVERY_MS || panels.join(' ') === shown.join(' ')) return;
	table.look(seat, panels, ms);
	guest.shown = panels;
	guest.shownAt = ms;
}

function sleepTold(sleptMs: number): string {
	const seconds = Math.round(sleptMs / 1_000);
	const told = seconds < 120 ? `${String(seconds)} s` : `${String(Math.round(seconds / 60))} min`;
	return `The host stood still for ${told}: the night waited.`;
}
