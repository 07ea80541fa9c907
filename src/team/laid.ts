import {PANELS, type Observation, type RoomSeen, type Served} from '../observe/index.ts';
import {
	roomAfter,
	roomFromAfar,
	roomSeenFrom,
	unread,
	withCovered,
	type Addressees,
	type Inject,
	type Order,
	type Problem,
	type ReadBack,
	type Room,
	type RoomEvent,
	type Seat,
	type Session,
} from '../session/index.ts';
import type {Given} from './clash.ts';
import {withKnown} from './known.ts';
import {planSeen, type PlanServed} from './planned.ts';

/** What a seat may see and order, made where the Region is. */
export type Division = {
	readonly seats: readonly Seat[];
	/** What of it a seat sees. */
	see(seat: Seat, observation: Observation): Observation;
	/** The seats that may give an order. */
	whoOrders(order: Order): readonly string[];
	/** Which orders the level lets a room read back before it gives them. */
	readonly readBack: ReadBack;
};

/** All that crosses the wire for one seat. */
export type SeatView = {
	readonly observation: Observation;
	readonly given: number;
	readonly ended: boolean;
};

/** Whoever sits nowhere: they see what every seat does and what everybody was told, and say nothing. */
export const ONLOOKER: Seat = {id: '', title: 'Observer', roles: [], areas: []};

/** A table and what it is over. */
export type Laid = {
	readonly session: Session;
	readonly division: Division;
	readonly addressees: Addressees;
	readonly palette: readonly Inject[];
	readonly plan: PlanServed;
	/** What there is to see, in whole. */
	readonly observation: () => Observation;
	/** What was ordered of late, oldest first: a journal has it by the second of the night alone. */
	readonly recent: Given[];
	room: Room;
};

export function happen(laid: Laid, by: string, ms: number, event: RoomEvent): Problem | undefined {
	const {session, room} = laid;
	const problem = session.note(by, {about: 'room', ms, event});
	if (problem === undefined) laid.room = roomAfter(room, {at: session.now, by, ms, event});
	return problem;
}

export function announce(laid: Laid, text: string, ms: number): void {
	happen(laid, 'room', ms, {kind: 'said', to: 'all', facts: [], text});
}

/** What a seat sees: nothing of its own before it has read the note that it was handed. */
export function seenBy({division, observation, room}: Laid, id: string): Observation {
	const own = withCovered(room, seatIn(division.seats, id));
	if (unread(room, id) === undefined) return division.see(own, observation());
	const {orders} = observation().withheld;
	const panels = PANELS.filter(panel => panel !== 'comms');
	return {...division.see(ONLOOKER, observation()), withheld: {orders, panels}};
}

export function viewFrom(laid: Laid, seat: Seat, away?: readonly string[]): SeatView {
	const {session, division, observation, room} = laid;
	const seen = seat === ONLOOKER ? division.see(seat, observation()) : seenBy(laid, seat.id);
	return viewOf(session, seen, roomSeenFrom(room, seat, away));
}

/** What was said to everybody, what is public, and what seats ask of each other on the call. */
export function viewFromAfar(
	{session, division, observation, room}: Laid,
	away?: readonly string[],
): SeatView {
	const seen = withKnown(division.see(ONLOOKER, observation()), observation(), room);
	return viewOf(session, seen, roomFromAfar(room, away));
}

export function viewOf({given, ended}: Session, seen: Observation, room: RoomSeen): SeatView {
	const orders = new Set(seen.orders.map(({order}) => order));
	const timeline = room.timeline.filter(({entry: {kind, n}}) => kind !== 'order' || orders.has(n));
	return {observation: {...seen, room: {...room, timeline}}, given, ended};
}

/** What there is to see is built once for all who look at the same moment. */
export function observedOnce(session: Session): () => Observation {
	let moment = '';
	let built: Observation | undefined;
	return () => {
		const {now, given, notes} = session;
		const wanted = [now, given, notes.length].join(' ');
		if (built === undefined || moment !== wanted) built = session.observation;
		moment = wanted;
		return built;
	};
}

export function seatIn(seats: readonly Seat[], id: string): Seat {
	const seat = seats.find(each => each.id === id);
	if (seat === undefined) throw new RangeError(`there is no seat ${id}`);
	return seat;
}

const SERVED_SHOWN = 100;

export function servedIn({room, palette, plan, session}: Laid): Served {
	const {injected, notes, marks} = room;
	return {
		palette: palette.map(({id, what}) => ({name: id, what})),
		injected: injected.slice(-SERVED_SHOWN).map(({at, name}) => ({at, name})),
		notes: notes.slice(-SERVED_SHOWN),
		marks: marks.slice(-SERVED_SHOWN),
		plan: planSeen(plan, room, session),
	};
}
