import type {Alert, Loop, Observation} from '../observe/index.ts';
import {
	factSeen,
	hand,
	isHandover,
	isOfTheServer,
	isTalk,
	parseOrder,
	readTalk,
	unread,
	wordsOf,
	type Named,
	type Problem,
	type Room,
	type RoomEvent,
} from '../session/index.ts';
import {askedFor, decide} from './decide.ts';
import {happen, seenBy, type Laid} from './laid.ts';

export function say(laid: Laid, seat: string, text: string, ms: number): Problem | undefined {
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
