import type {Alert, Loop, Observation, RoomSeen, Served} from '../observe/index.ts';
import {
	emptyRoom,
	factSeen,
	hand,
	isHandover,
	isOfTheServer,
	isTalk,
	parseOrder,
	readTalk,
	roomAfter,
	roomInWhole,
	roomSeenFrom,
	stepLoop,
	unread,
	withCovered,
	withNote,
	wordsOf,
	type Addressees,
	type Inject,
	type Named,
	type Note,
	type Order,
	type Problem,
	type Room,
	type RoomEvent,
	type Seat,
	type Service,
	type Session,
} from '../session/index.ts';
import {askedFor, decide, late} from './decide.ts';
import {withKnown} from './known.ts';
import {NO_PLAN, planDue, planSeen, type PlanServed} from './planned.ts';
import {serve, SERVER} from './serve.ts';

/** What a seat may see and order, made where the Region is. */
export type Division = {
	readonly seats: readonly Seat[];
	/** What of it a seat sees. */
	see(seat: Seat, observation: Observation): Observation;
	/** The seats that may give an order. */
	whoOrders(order: Order): readonly string[];
};

/** All that crosses the wire for one seat. */
export type SeatView = {
	readonly observation: Observation;
	readonly given: number;
	readonly ended: boolean;
};

/** Whoever sits nowhere: they see what every seat does and what everybody was told, and say nothing. */
export const ONLOOKER: Seat = {id: '', title: 'Observer', roles: [], areas: []};

/** A run that several seats play: the one authority over it. Real time comes from whoever hosts it. */
export type Table = {
	readonly room: Room;
	/** How far the night has come, and what was given by then. */
	readonly reached: {readonly now: number; readonly clock: string; readonly given: number};
	/** A line from a seat: an order or talk. A sentence says why it is neither, or not theirs. */
	say(seat: string, text: string, ms: number): Problem | undefined;
	note(seat: string, note: Note): Problem | undefined;
	/** Who sits on a seat from now on; nobody where the name is empty. */
	sit(seat: string, person: string, ms: number): void;
	/** Lets a seat stand in for another, whose person is away; nobody any more where `by` is empty. */
	cover(seat: string, by: string, ms: number): void;
	/** The panels that a seat has on its screen. */
	look(seat: string, panels: readonly string[], ms: number): void;
	pace(by: string, pace: number, ms: number): void;
	/** Lets a hold go that somebody else called for. */
	release(holder: string, ms: number): void;
	/**
	 * A word of whoever serves the drill: a sentence says why it is none, or not now. To go back to an earlier second is
	 * for the host.
	 */
	serve(service: Service, ms: number): Problem | WayBack | undefined;
	/** Takes the people of another table of the same run over, who came back to the second at which this one begins. */
	takeOver(other: Table, name: string, ms: number): void;
	/** Something that concerns everybody and that no seat has said. */
	announce(text: string, ms: number): void;
	/** Lets the night go on, and real time pass. */
	advance(seconds: number, ms: number): void;
	/** What a seat sees. `away` are the seats whose people have lost their connection. */
	view(seat: string, away?: readonly string[]): SeatView;
	/** What there is to see for whoever sits nowhere. */
	watch(away?: readonly string[]): SeatView;
	/** Everything, for whoever serves the drill. */
	whole(away?: readonly string[]): SeatView;
};

/** A second to go back to with everybody, and how it was called. */
export type WayBack = {readonly at: number; readonly name: string};

/** A table and what it is over. */
type Laid = {
	readonly session: Session;
	readonly division: Division;
	readonly addressees: Addressees;
	readonly palette: readonly Inject[];
	readonly plan: PlanServed;
	/** What there is to see, in whole. */
	readonly observation: () => Observation;
	room: Room;
};

/**
 * Opens a table over a run, which may be under way: what its journal says of the room is so. `palette` is what may be
 * injected, `plan` what is by itself.
 */
export function openTable(
	session: Session,
	division: Division,
	teams: readonly string[],
	palette: readonly Inject[] = [],
	plan: PlanServed = NO_PLAN,
): Table {
	const {seats} = division;
	const roles = [...new Set(seats.flatMap(({id, roles: held}) => [id, ...held]))];
	const laid: Laid = {
		...{session, division, palette, plan, observation: observedOnce(session)},
		addressees: {roles, suspects: Object.keys(session.suspects), teams},
		room: session.notes.reduce(withNote, emptyRoom(seats)),
	};
	return {
		get room() {
			return laid.room;
		},
		get reached() {
			const {now, given} = session;
			return {now, clock: laid.observation().clock.pdt, given};
		},
		say: (seat, text, ms) => say(laid, seat, text, ms),
		note: (seat, note) => session.note(seat, note),
		sit: (seat, person, ms) => void happen(laid, 'room', ms, {kind: 'sat', seat, person}),
		cover: (seat, by, ms) => void happen(laid, 'room', ms, {kind: 'covered', seat, by}),
		look: (seat, panels, ms) => void happen(laid, seat, ms, {kind: 'view', panels}),
		pace(by, pace, ms) {
			if (pace !== laid.room.pace) happen(laid, by, ms, {kind: 'paced', pace});
		},
		release(holder, ms) {
			const holds = laid.room.holds.some(({by}) => by === holder);
			if (holds) happen(laid, holder, ms, {kind: 'released'});
		},
		serve: (service, ms) => serveAt(laid, service, ms),
		takeOver: (other, name, ms) => takeOver(laid, other, name, ms),
		announce: (text, ms) => announce(laid, text, ms),
		advance: (seconds, ms) => advance(laid, seconds, ms),
		view: (id, away) => viewFrom(laid, seatIn(seats, id), away),
		watch: away => viewFromAfar(laid, away),
		whole: away =>
			viewOf(session, laid.observation(), {
				...roomInWhole(laid.room, away),
				served: servedIn(laid),
			}),
	};
}

function happen(laid: Laid, by: string, ms: number, event: RoomEvent): Problem | undefined {
	const {session, room} = laid;
	const problem = session.note(by, {about: 'room', ms, event});
	if (problem === undefined) laid.room = roomAfter(room, {at: session.now, by, ms, event});
	return problem;
}

function announce(laid: Laid, text: string, ms: number): void {
	happen(laid, 'room', ms, {kind: 'said', to: 'all', facts: [], text});
}

/** What a seat sees: nothing of its own before it has read the note that it was handed. */
function seenBy({division, observation, room}: Laid, id: string): Observation {
	const own = withCovered(room, seatIn(division.seats, id));
	const seat = unread(room, id) === undefined ? own : ONLOOKER;
	return division.see(seat, observation());
}

function viewFrom(laid: Laid, seat: Seat, away?: readonly string[]): SeatView {
	const {session, division, observation, room} = laid;
	const seen = seat === ONLOOKER ? division.see(seat, observation()) : seenBy(laid, seat.id);
	return viewOf(session, seen, roomSeenFrom(room, seat, away));
}

/** What was said to everybody, what is public, and what seats ask of each other on the call. */
function viewFromAfar(
	{session, division, observation, room}: Laid,
	away?: readonly string[],
): SeatView {
	const seen = withKnown(division.see(ONLOOKER, observation()), observation(), room);
	const messages = room.messages.filter(({to}) => to === 'all');
	return viewOf(session, seen, roomInWhole({...room, messages}, away));
}

function say(laid: Laid, seat: string, text: string, ms: number): Problem | undefined {
	if (isOfTheServer(text)) return {message: 'The facilitator does that.', suggestions: []};
	if (isHandover(text)) return handAt(laid, seat, text, ms);
	return isTalk(text) ? talk(laid, seat, text, ms) : order(laid, seat, text, ms);
}

function order(laid: Laid, seat: string, text: string, ms: number): Problem | undefined {
	const {session, division, observation, room} = laid;
	const parsed = parseOrder(text);
	if (!parsed.ok) return parsed.problem;
	if (unread(room, seat) !== undefined) return {message: READ_FIRST, suggestions: []};
	if (wordsOf(parsed.order) === 'ack all') {
		return acknowledged(seenBy(laid, seat), one => order(laid, seat, one, ms));
	}
	const owners = division.whoOrders(parsed.order);
	const mine = owners.some(owner => owner === seat || room.covers[owner] === seat);
	if (!mine) return {message: notYours(room, owners), suggestions: []};
	if (waitingOf(seat, observation()) >= WAITING_MAX) {
		return {message: LET_TIME_PASS, suggestions: []};
	}
	const problem = session.attempt(seat, text);
	if (problem !== undefined) return problem;
	const asked = askedFor(room, seat, wordsOf(parsed.order));
	return asked === undefined ? undefined : happen(laid, seat, ms, givenFor(asked, session.given));
}

const READ_FIRST =
	'There is a note for you: read it, and read back three of its claims by their places, as in take 1 2 3.';

function handAt(laid: Laid, seat: string, text: string, ms: number): Problem | undefined {
	const {room, addressees} = laid;
	const {suspects, roles: seats} = addressees;
	const handed = hand(text, {room, seat, seen: seenBy(laid, seat), suspects, seats});
	if (!handed.ok) return handed.problem;
	for (const event of handed.events) {
		const problem = happen(laid, event.kind === 'sat' ? 'room' : seat, ms, event);
		if (problem !== undefined) return problem;
	}
	return undefined;
}

function talk(laid: Laid, seat: string, text: string, ms: number): Problem | undefined {
	const {addressees, room} = laid;
	const read = readTalk(text, addressees);
	if (!read.ok) return read.problem;
	const factOf = (named: Named) => factSeen(seenBy(laid, seat), named);
	const decided = decide(room, read.talk, {seat, ms, factOf, pace: room.pace ?? 0});
	if (!decided.ok) return {message: decided.why, suggestions: []};
	for (const event of decided.events) {
		const problem = happen(laid, seat, ms, event);
		if (problem !== undefined) return problem;
	}
	return undefined;
}

function advance(laid: Laid, seconds: number, ms: number): void {
	const {observation} = laid;
	goOn(laid, seconds, ms);
	for (const event of late(laid.room, ms)) happen(laid, 'room', ms, event);
	const {loops} = laid.room;
	if (!loops.some(({state}) => state === 'given')) return;
	for (const {n, as} of comeOf(loops, observation())) {
		happen(laid, 'room', ms, {kind: 'stepped', n, step: {step: 'came', as}});
	}
}

/** Where a session is planned, each second is asked what comes about in it. */
function goOn(laid: Laid, seconds: number, ms: number): void {
	const {session, plan} = laid;
	if (plan.injects.length === 0) {
		session.advance(seconds);
		return;
	}
	for (let second = 0; second < seconds && !session.ended; second++) {
		for (const event of planDue(plan, laid.room, session.now)) happen(laid, SERVER, ms, event);
		session.advance(1);
	}
}

function serveAt(laid: Laid, service: Service, ms: number): Problem | WayBack | undefined {
	const served = serve(service, laid);
	if (served.came === 'problem') return served.problem;
	if (served.came === 'back') return {at: served.at, name: served.name};
	return happen(laid, SERVER, ms, served.event);
}

function takeOver(laid: Laid, other: Table, name: string, ms: number): void {
	const {session, room, division, observation} = laid;
	const {now: from, clock, given} = other.reached;
	const {sitting, pace, messages} = other.room;
	for (const {id} of division.seats) {
		const person = sitting[id] ?? '';
		if (person !== (room.sitting[id] ?? '')) {
			happen(laid, 'room', ms, {kind: 'sat', seat: id, person});
		}
	}
	for (const {by} of room.holds) happen(laid, by, ms, {kind: 'released'});
	if (pace !== null && room.pace !== 0) happen(laid, SERVER, ms, {kind: 'paced', pace: 0});
	happen(laid, SERVER, ms, {kind: 'back', name, from});
	const since = {orders: given - session.given, messages: messages.length - room.messages.length};
	announce(laid, wayBackTold(observation().clock.pdt, clock, since), ms);
}

function wayBackTold(
	to: string,
	from: string,
	{orders, messages}: {readonly orders: number; readonly messages: number},
): string {
	const kept = `${counted(orders, 'order')} and ${counted(messages, 'message')}`;
	return `Everybody is back at ${to}, from ${from}, and time stands. What came since stays in the journal that was left: ${kept}.`;
}

function counted(count: number, what: string): string {
	return `${String(count)} ${what}${count === 1 ? '' : 's'}`;
}

function viewOf({given, ended}: Session, seen: Observation, room: RoomSeen): SeatView {
	return {observation: {...seen, room}, given, ended};
}

/** All alerts are all that the seat has: what others have is theirs to see. */
function acknowledged(
	{alerts}: Observation,
	give: (order: string) => Problem | undefined,
): Problem | undefined {
	const open = alerts.filter(isOpen);
	for (const {id} of open) {
		const problem = give(`ack ${id}`);
		if (problem !== undefined) return problem;
	}
	return open.length > 0 ? undefined : {message: 'No alert of yours is open.', suggestions: []};
}

function givenFor({n}: Loop, order: number): RoomEvent {
	return {kind: 'stepped', n, step: {step: 'given', order}};
}

function isOpen({clearedAt, acknowledgedBy}: Alert): boolean {
	return clearedAt === null && acknowledgedBy === null;
}

/** What there is to see is built once for all who look at the same moment. */
function observedOnce(session: Session): () => Observation {
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

function seatIn(seats: readonly Seat[], id: string): Seat {
	const seat = seats.find(each => each.id === id);
	if (seat === undefined) throw new RangeError(`there is no seat ${id}`);
	return seat;
}

const SERVED_SHOWN = 100;

function servedIn({room, palette, plan, session}: Laid): Served {
	const {injected, notes, marks} = room;
	return {
		palette: palette.map(({id, what}) => ({name: id, what})),
		injected: injected.slice(-SERVED_SHOWN).map(({at, name}) => ({at, name})),
		notes: notes.slice(-SERVED_SHOWN),
		marks: marks.slice(-SERVED_SHOWN),
		plan: planSeen(plan, room, session),
	};
}

function notYours({sitting}: Room, owners: readonly string[]): string {
	const [owner] = owners;
	if (owner === undefined) return 'Nobody in this room may give that order.';
	const person = sitting[owner] ?? '';
	const who = person === '' ? `${owner}, where nobody sits` : `${owner} (${person})`;
	return `That order is ${who}: request it.`;
}

/** Orders of one seat that wait for the next second: beyond it there is no room left for others. */
const WAITING_MAX = 15;
const LET_TIME_PASS = `${String(WAITING_MAX)} of your orders wait for the next second: let time pass first.`;

function waitingOf(seat: string, {orders}: Observation): number {
	return orders.filter(({by, state}) => by === seat && state === 'waiting').length;
}

/** What came of orders that were given for a request. */
function comeOf(
	loops: readonly Loop[],
	{orders}: Observation,
): readonly {readonly n: number; readonly as: 'effective' | 'failed'}[] {
	type Came = {readonly n: number; readonly as: 'effective' | 'failed'};
	return loops.flatMap((loop): readonly Came[] => {
		if (!stepLoop(loop, {step: 'came', as: 'effective'}).ok) return [];
		const state = orders.find(({order}) => order === loop.given)?.state;
		if (state === 'done') return [{n: loop.n, as: 'effective'}];
		if (state === 'failed' || state === 'refused') return [{n: loop.n, as: 'failed'}];
		return [];
	});
}
