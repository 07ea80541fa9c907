import type {Alert, Loop, Observation} from '../observe/index.ts';
import {
	factSeen,
	hand,
	isHandover,
	isOfTheServer,
	isTalk,
	leadOf,
	ORDERS,
	parseOrder,
	readTalk,
	unread,
	wordsOf,
	type Named,
	type Problem,
	type Room,
	type RoomEvent,
} from '../session/index.ts';
import {clashOf, clashTold, type Given} from './clash.ts';
import {askedFor, decide} from './decide.ts';
import {happen, seenBy, type Laid} from './laid.ts';
import {
	asksReadBack,
	isClosed,
	isWanted,
	mayGoUnconfirmed,
	notYet,
	READ_IT_BACK,
	type Wanted,
} from './read-back.ts';

export function say(laid: Laid, seat: string, text: string, ms: number): Problem | undefined {
	if (isOfTheServer(text)) return {message: 'The facilitator does that.', suggestions: []};
	if (isHandover(text)) return handAt(laid, seat, text, ms);
	return isTalk(text) ? talk(laid, seat, text, ms) : order(laid, seat, text, ms);
}

/** An order as it is typed. Where it is to be read back first, `unconfirmed` is how it is given all the same. */
function order(
	laid: Laid,
	seat: string,
	text: string,
	ms: number,
	unconfirmed = false,
): Problem | undefined {
	const {session, room} = laid;
	const parsed = parseOrder(text);
	if (!parsed.ok) return parsed.problem;
	if (unread(room, seat) !== undefined) return {message: READ_FIRST, suggestions: []};
	const words = wordsOf(parsed.order);
	if (words === 'ack all') {
		return acknowledged(seenBy(laid, seat), one => order(laid, seat, one, ms));
	}
	const wanted = {seat, order: parsed.order, words};
	const why = whyNotNow(laid, wanted) ?? whyNotReadBack(laid, wanted, ms, unconfirmed);
	if (why !== undefined) return {message: why, suggestions: []};
	const problem = session.attempt(seat, text);
	if (problem !== undefined) return problem;
	tellClash(laid, {seat, words, ms});
	if (unconfirmed) happen(laid, seat, ms, {kind: 'unconfirmed', order: session.given});
	const asked = askedFor(room, seat, words);
	return asked === undefined ? undefined : happen(laid, seat, ms, givenFor(asked, session.given));
}

/** Whose the order is, whether there is room for it, and whether somebody else has just given it. */
function whyNotNow(
	{division, observation, room}: Laid,
	{seat, order: wanted, words}: Wanted,
): string | undefined {
	const owners = division.whoOrders(wanted);
	const mine = owners.some(owner => owner === seat || room.covers[owner] === seat);
	if (!mine) return notYours(room, owners);
	if (waitingOf(seat, observation()) >= WAITING_MAX) return LET_TIME_PASS;
	if (ORDERS[wanted.id]?.kind === 'look') return undefined;
	const same = observation().orders.find(
		({by, text, state}) => by !== seat && text === words && UNDER_WAY.includes(state),
	);
	return same === undefined ? undefined : `“${words}” is already running, by ${same.by}.`;
}

const UNDER_WAY: readonly string[] = ['waiting', 'running'];

function whyNotReadBack(
	laid: Laid,
	wanted: Wanted,
	ms: number,
	unconfirmed: boolean,
): string | undefined {
	const {room, division} = laid;
	const isFree = !asksReadBack(room, division.readBack, wanted) || isClosed(room, wanted);
	if (isFree) return undefined;
	if (unconfirmed) return mayGoUnconfirmed(room, wanted, ms) ? undefined : notYet(wanted);
	if (!isWanted(room, wanted)) {
		happen(laid, wanted.seat, ms, {kind: 'wanted', order: wanted.words});
	}
	return READ_IT_BACK;
}

/** How many orders are looked back at for one that another undoes. */
const RECENT = 50;

/** Says to whom it concerns that two have given opposite orders at once. The world is given both, in their order. */
function tellClash(laid: Laid, given: Given): void {
	const {recent, room} = laid;
	const before = clashOf(given, recent);
	recent.push(given);
	if (recent.length > RECENT) recent.shift();
	if (before === undefined) return;
	const text = clashTold(before, given);
	const concerned = room.seats.filter(
		({id, areas}) =>
			[before.seat, given.seat, leadOf(room)].includes(id) || areas.includes('record'),
	);
	for (const {id} of concerned) {
		happen(laid, 'room', given.ms, {kind: 'said', to: id, facts: [], text});
	}
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
	if (read.talk.verb === 'unconfirmed') return order(laid, seat, read.talk.order, ms, true);
	const {session} = laid;
	const seen = seenBy(laid, seat);
	const decided = decide(room, read.talk, {
		...{seat, ms, pace: room.pace ?? 0, now: session.now, given: session.given},
		factOf: (named: Named) => factSeen(seen, named),
		writers: seen.chat.flatMap(({role}) => (role === 'team' ? [] : [role])),
	});
	if (!decided.ok) return {message: decided.why, suggestions: []};
	for (const event of decided.events) {
		const problem = happen(laid, seat, ms, event);
		if (problem !== undefined) return problem;
	}
	return undefined;
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

function notYours({sitting}: Room, owners: readonly string[]): string {
	const [owner] = owners;
	if (owner === undefined) return 'Nobody in this room may run that command.';
	const person = sitting[owner] ?? '';
	const who = person === '' ? `${owner}, where nobody sits` : `${owner} (${person})`;
	return `That command is ${who}: request it.`;
}

/** Orders of one seat that wait for the next second: beyond it there is no room left for others. */
const WAITING_MAX = 15;
const LET_TIME_PASS = `${String(WAITING_MAX)} of your commands wait for the next second: let time pass first.`;

function waitingOf(seat: string, {orders}: Observation): number {
	return orders.filter(({by, state}) => by === seat && state === 'waiting').length;
}
