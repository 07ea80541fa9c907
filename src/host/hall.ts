import type {Session} from '../session/index.ts';
import type {Down, Table, WireLevel} from '../team/index.ts';
import type {Codes} from './codes.ts';
import type {Guest, Line} from './guests.ts';
import type {Late} from './late.ts';
import {LIMITS, type WrongCodes} from './limits.ts';

/** A run and the table at which it is played. */
export type Played = {readonly table: Table; readonly session: Session};

export type RoomOptions = Played & {
	readonly level: WireLevel;
	readonly codes: Codes;
	/** The version of the game. */
	readonly game: string;
	/** Seconds of the night in a real one, until somebody sets another. */
	readonly pace: number;
	/** How late observers see the room, in real milliseconds. */
	readonly lateMs?: number;
	/** So long after it was opened a seat is taken by whoever has its token, and not by the name alone. */
	readonly seatsHeldMs?: number;
	/** The same run as it stood in an earlier second, in a journal of its own; a sentence where that cannot be. */
	readonly back?: (at: number) => Promise<Played | string>;
};

/** A room while it is hosted: its people and their connections. */
export type Hall = Omit<RoomOptions, keyof Played | 'lateMs' | 'seatsHeldMs'> & {
	readonly lateMs: number;
	readonly seatsHeldMs: number;
	/** What observers see, and will. */
	readonly late: Late;
	table: Table;
	session: Session;
	/** Whether everybody is on the way to an earlier second: nothing that is said now would come along. */
	goesBack: boolean;
	readonly lines: Set<Line>;
	readonly guests: Guest[];
	readonly wrong: WrongCodes;
	/** When it was opened, and what it is now, in real milliseconds of the room. */
	readonly openedAt: number;
	ms: number;
	/** The clock outside when it was looked at last; undefined where the time since then is not to count. */
	lastMs: number | undefined;
	/** Simulated time owed, less than a second. */
	owedSeconds: number;
	/** Seconds of the night that did not come although they were due: the machine slept, or had too much to do. */
	missedSeconds: number;
	/** Whether anything has happened that is not shown yet. */
	changed: boolean;
};

export function tell({port}: Line, down: Down): void {
	port.send(JSON.stringify(down));
}

/** Ends a connection with a word. Whoever came through it keeps their place. */
export function goodbye(hall: Hall, line: Line, why: string, again = false): void {
	if (!hall.lines.delete(line)) return;
	tell(line, {kind: 'goodbye', why, again});
	part(hall, line);
	line.port.close(why);
}

export function part(hall: Hall, line: Line): void {
	const {guest} = line;
	if (guest === undefined) return;
	line.guest = undefined;
	guest.line = undefined;
	guest.goneAt = hall.ms;
	hall.changed = true;
}

export function isAway({ms}: Hall, {line, goneAt}: Guest): boolean {
	return line === undefined && ms - goneAt >= LIMITS.awayMs;
}

/** Seats whose people are not here; when a host was started again, who has not come back in time. */
export function awaySeats(hall: Hall): readonly string[] {
	const {seats, sitting} = hall.table.room;
	const taken = seats.filter(({id}) => (sitting[id] ?? '') !== '').map(({id}) => id);
	return taken.filter(id => {
		const guest = hall.guests.find(({seat}) => seat === id);
		if (guest !== undefined) return isAway(hall, guest);
		return hall.ms - hall.openedAt >= LIMITS.awayMs;
	});
}
