import {cleanName} from '../level/index.ts';
import type {Room, Seat} from '../session/index.ts';
import type {As, Json} from '../team/index.ts';
import {LIMITS, type messageScale} from './limits.ts';

/** One connection, whatever carries it. */
export type Port = {
	readonly address: string;
	/** Whether another machine has brought it here: it is brought nowhere else. */
	readonly isRelayed?: boolean;
	readonly bufferedBytes: number;
	send(text: string): void;
	close(why: string): void;
};

/** A connection, and who came through it once they have said so. */
export type Line = {
	readonly port: Port;
	readonly openedAt: number;
	readonly weigh: ReturnType<typeof messageScale>;
	guest: Guest | undefined;
	/** What was sent last of what there is to see; undefined where all of it is wanted. */
	sent: Json | undefined;
	toldResult: boolean;
};

/** Somebody who was let in. They keep their place while their connection is gone. */
export type Guest = {
	readonly as: As;
	readonly name: string;
	/** Empty for who sits nowhere. Seats change hands with a note. */
	seat: string;
	tokenDigest: string;
	line: Line | undefined;
	/** When the connection went, in real milliseconds of the room. */
	goneAt: number;
	/** Whether what they say is taken now, or too much at once. */
	readonly mayAct: (ms: number) => boolean;
	/** The panels on their screen, those that the journal has, and since when. */
	panels: readonly string[];
	shown: readonly string[];
	shownAt: number;
	/** The seat whose view a facilitator looks at; null for everything. */
	looksAt: string | null;
};

const NAME_LENGTH_MAX = 40;

/** The name, or with a number after it where somebody has it already. */
export function unlikeOthers(name: string, taken: readonly string[]): string {
	const same = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();
	for (let number = 1; ; number++) {
		const ending = number === 1 ? '' : ` ${String(number)}`;
		const tried = `${name.slice(0, NAME_LENGTH_MAX - ending.length).trimEnd()}${ending}`;
		if (!taken.some(other => same(other, tried))) return tried;
	}
}

export type Found = {readonly seat: Seat} | {readonly why: string};

/** The seat for a newcomer: the one that is wanted, by its name or a role of it, or the first that is empty. */
export function findSeat({seats, sitting}: Room, wanted: string | null): Found {
	const isEmpty = ({id}: Seat) => (sitting[id] ?? '') === '';
	const empty = seats.filter(isEmpty).map(({id}) => id);
	const free = empty.length === 0 ? 'No seat is free.' : `Free: ${empty.join(', ')}.`;
	if (wanted === null) {
		const seat = seats.find(isEmpty);
		if (seat !== undefined) return {seat};
		return {why: `${free} The code for observers lets you watch.`};
	}
	const asked = wanted.trim().toLowerCase();
	const seat =
		seats.find(({id}) => id.toLowerCase() === asked) ??
		seats.find(({roles}) => roles.includes(asked));
	if (seat === undefined) return {why: `There is no seat “${cleanName(wanted)}” here. ${free}`};
	if (isEmpty(seat)) return {seat};
	return {why: `${sitting[seat.id] ?? ''} sits on ${seat.id}. ${free}`};
}

/** Why nobody more of that kind is let in; undefined where there is room. */
export function whyFull(as: As, guests: readonly Guest[]): string | undefined {
	const most = {
		player: LIMITS.players,
		observer: LIMITS.observers,
		facilitator: LIMITS.facilitators,
		board: LIMITS.boards,
	}[as];
	const here = guests.filter(guest => guest.as === as).length;
	return here < most ? undefined : `The room has ${String(most)} ${as}s, and that is the most.`;
}
