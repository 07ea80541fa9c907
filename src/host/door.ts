import {cleanName} from '../level/index.ts';
import type {Seat} from '../session/index.ts';
import {WIRE_VERSION, type As, type Up} from '../team/index.ts';
import {admitted, isTokenOf, newToken, tokenDigest} from './codes.ts';
import {findSeat, unlikeOthers, whyFull, type Guest, type Line} from './guests.ts';
import {goodbye, isAway, tell, type Hall} from './hall.ts';
import {bucket, LIMITS} from './limits.ts';

export type Join = Extract<Up, {readonly kind: 'join'}>;
export type Knock = Extract<Up, {readonly kind: 'knock'}>;

/** Lets somebody in, or back in, or says why not. */
export function join(hall: Hall, line: Line, up: Join): void {
	if (!isOurs(hall, line, up)) return;
	const known = guestOf(hall, up);
	if (known !== undefined && up.token !== null) return welcome(hall, line, known, up.token);
	const allowed = codeRead(hall, line, up.code);
	if (allowed === undefined) return;
	const as = up.watch === true && allowed !== 'board' ? 'observer' : allowed;
	const name = cleanName(up.name);
	if (name === '') return goodbye(hall, line, 'A name has 1 to 40 characters that can be seen.');
	if (as === 'player') return sitDown(hall, line, name, up);
	const here = hall.guests.filter(guest => !isAway(hall, guest));
	const full = whyFull(as, here);
	if (full !== undefined) return goodbye(hall, line, full);
	const unlike = unlikeOthers(name, namesIn(hall));
	if (as === 'facilitator') hall.table.watched(unlike, hall.ms);
	admit(hall, line, as, unlike, '');
	if (as === 'observer' && hall.lateMs > 0) {
		const seconds = String(Math.round(hall.lateMs / 1_000));
		tell(line, {kind: 'notice', text: `You see the room ${seconds} s later than those who play.`});
	}
}

/** Tells somebody with a code what there is to join. */
export function knocked(hall: Hall, line: Line, up: Knock): void {
	if (!isOurs(hall, line, up)) return;
	const as = codeRead(hall, line, up.code);
	if (as === undefined) return;
	const {seats, sitting} = hall.table.room;
	const told = seats.map(({id, title}) => ({id, title, person: sitting[id] ?? ''}));
	tell(line, {kind: 'door', as, title: hall.level.title, seats: told});
}

/** Whether we talk in one way; where not, the connection has ended. */
function isOurs(hall: Hall, line: Line, {wire}: Join | Knock): boolean {
	if (wire === WIRE_VERSION) return true;
	goodbye(hall, line, `This room is hosted by version ${hall.game}: join with the same.`);
	return false;
}

function guestOf({guests}: Hall, {token}: Join): Guest | undefined {
	if (token === null) return undefined;
	const digest = tokenDigest(token);
	return guests.find(guest => guest.tokenDigest === digest);
}

/** Whom the code lets in; where nobody, the connection has ended. */
function codeRead(hall: Hall, line: Line, code: string): As | undefined {
	const {wrong, ms, codes} = hall;
	const {address} = line.port;
	const waitMs = wrong.waitMs(address, ms);
	if (waitMs > 0) {
		const seconds = String(Math.ceil(waitMs / 1_000));
		goodbye(hall, line, `Too many wrong codes came from there: try again in ${seconds} s.`);
		return undefined;
	}
	const as = admitted(codes, code);
	if (as !== undefined) return as;
	wrong.note(address, ms);
	goodbye(hall, line, 'That code opens nothing here.');
	return undefined;
}

function sitDown(hall: Hall, line: Line, name: string, {seat: wanted, token}: Join): void {
	const {table, guests} = hall;
	const {seats, sitting} = table.room;
	const sealed = seatOfToken(hall, token);
	if (sealed !== undefined) return admit(hall, line, 'player', sitting[sealed] ?? '', sealed);
	const own = seats.find(seat => sitting[seat.id] === name && isWanted(seat, wanted));
	const left = own === undefined ? undefined : guests.find(({seat}) => seat === own.id);
	if (own !== undefined && left === undefined && hall.ms - hall.openedAt < hall.seatsHeldMs) {
		const held = {name, seat: own.id, line: undefined, goneAt: hall.openedAt};
		return goodbye(hall, line, comesBack(hall, held), true);
	}
	// Whoever lost their token, or whose host was started again, is known by their name.
	if (own !== undefined && (left === undefined || isAway(hall, left))) {
		if (left !== undefined) guests.splice(guests.indexOf(left), 1);
		return admit(hall, line, 'player', name, own.id);
	}
	const found = findSeat(table.room, wanted);
	if (left !== undefined && (left.line === undefined || 'why' in found)) {
		return goodbye(hall, line, comesBack(hall, left), true);
	}
	if ('why' in found) return goodbye(hall, line, found.why);
	if (hasSeenAll(hall, name)) return goodbye(hall, line, seenAll(name));
	const unlike = unlikeOthers(name, namesIn(hall));
	table.sit(found.seat.id, unlike, hall.ms);
	admit(hall, line, 'player', unlike, found.seat.id);
	table.brief(found.seat.id, hall.ms);
	begin(hall);
}

/** The seat of whoever was given that token before the host was started again, and that nobody has come back to. */
function seatOfToken({table, guests, codes}: Hall, token: string | null): string | undefined {
	if (token === null) return undefined;
	const {seats, sitting} = table.room;
	return seats.find(({id}) => {
		const person = sitting[id] ?? '';
		const isHeld = person !== '' && !guests.some(({seat}) => seat === id);
		return isHeld && isTokenOf(codes, person, token);
	})?.id;
}

/** What somebody is told who has the name of a guest whose link may have broken a moment ago. */
function comesBack(
	{ms}: Hall,
	{name, seat, line, goneAt}: Pick<Guest, 'name' | 'seat' | 'line' | 'goneAt'>,
): string {
	if (line !== undefined) {
		return `${name} sits on ${seat}. If that is you, it is yours once the room has noticed that your connection broke: within a minute.`;
	}
	const seconds = Math.max(1, Math.ceil((goneAt + LIMITS.awayMs - ms) / 1_000));
	return `${name} was on ${seat} a moment ago: by that name it is taken again in ${String(seconds)} s.`;
}

function hasSeenAll({table}: Hall, name: string): boolean {
	return table.room.watched.some(each => each.toLowerCase() === name.toLowerCase());
}

function seenAll(name: string): string {
	return `${name} has seen what no seat sees of this night: watch, or let the facilitator say “allow ${name}”.`;
}

function namesIn({guests, table}: Hall): readonly string[] {
	return [...guests.map(({name}) => name), ...Object.values(table.room.sitting)];
}

function isWanted({id, roles}: Seat, wanted: string | null): boolean {
	return wanted === null || wanted === id || roles.includes(wanted);
}

/** The night waits for its people, until somebody sets a pace without them. */
function begin({table, pace, ms}: Hall): void {
	const {seats, sitting, pace: set} = table.room;
	const isFull = seats.every(({id}) => (sitting[id] ?? '') !== '');
	if (isFull && set === null) table.pace('room', pace, ms);
}

function admit(hall: Hall, line: Line, as: As, name: string, seat: string): void {
	const {token, digest} = newToken(hall.codes, name);
	const guest: Guest = {
		...{as, name, seat, tokenDigest: digest, line: undefined, goneAt: hall.ms},
		mayAct: bucket(hall.ms, LIMITS.actsPerSecond, LIMITS.actsBurst),
		...{panels: [], shown: [], shownAt: 0, looksAt: null},
	};
	hall.guests.push(guest);
	welcome(hall, line, guest, token);
}

function welcome(hall: Hall, line: Line, guest: Guest, token: string): void {
	const {line: before, as, name, seat} = guest;
	guest.line = line;
	line.guest = guest;
	if (before !== undefined) {
		before.guest = undefined;
		goodbye(hall, before, 'You have joined from elsewhere.');
	}
	const {game, level, session} = hall;
	const {seed, suspects} = session;
	const room = {game, as, name, seat, level, seed, suspects};
	tell(line, {kind: 'welcome', wire: WIRE_VERSION, token, ...room});
	hall.changed = true;
}
