import type {Loop} from '../observe/index.ts';
import {ORDERS, ownerOf, seatOf, type Order, type ReadBack, type Room} from '../session/index.ts';

/** Real milliseconds after which an order can be given without its read-back: no night is lost to a form. */
export const READ_BACK_MS = 60_000;

/** In so many seats that what was asked need not be confirmed by hand: people hear each other. */
const SEATS_THAT_HEAR = 2;

/** An order that a seat would give. */
export type Wanted = {readonly seat: string; readonly order: Order; readonly words: string};

/** Whether it has to be read back before it is given: by its danger, as the level or whoever serves the drill asks. */
export function asksReadBack(room: Room, mode: ReadBack, {seat, order}: Wanted): boolean {
	const asked = room.readBack ?? mode;
	const owner = ownerOf(order);
	// What the call says and whom it pages touches nothing of the Region.
	if (asked === 'free' || owner === null || owner === 'incidentCall') return false;
	if (asked === 'dangerous' && ORDERS[order.id]?.danger === undefined) return false;
	// Who is alone has nobody to read it back to.
	return room.seats.some(({id}) => id !== seat && (room.sitting[id] ?? '') !== '');
}

/** Whether two have agreed on it: what was asked was read back and confirmed, or what was proposed was decided. */
export function isClosed(room: Room, {seat, words}: Wanted): boolean {
	return room.loops.some(loop => loop.order === words && isOfTwo(room, loop, seat));
}

function isOfTwo(room: Room, loop: Loop, seat: string): boolean {
	const {kind, by, of, state, readBack, order, answeredBy} = loop;
	if (kind === 'propose') {
		const other = by !== seat || (answeredBy !== null && answeredBy !== seat);
		return other && ['decided', 'failed'].includes(state);
	}
	if (kind !== 'request' || seatOf(room, of) !== seat) return false;
	const heard = room.seats.length <= SEATS_THAT_HEAR && state === 'accepted' && readBack === order;
	return heard || ['confirmed', 'failed'].includes(state);
}

/** Whether it has waited so long that it may be given as it is. */
export function mayGoUnconfirmed(room: Room, {seat, words}: Wanted, ms: number): boolean {
	const tried = room.wanted.filter(({by, order}) => by === seat && order === words);
	const asked = room.loops.filter(({order}) => order === words);
	const since = [...tried.map(each => each.ms), ...asked.map(({openedAt}) => openedAt)];
	return since.some(began => ms - began >= READ_BACK_MS);
}

export function isWanted(room: Room, {seat, words}: Wanted): boolean {
	return room.wanted.some(({by, order}) => by === seat && order === words);
}

const SECONDS = String(READ_BACK_MS / 1_000);
export const READ_IT_BACK = `It is read back first: let somebody “request” it of you, or “propose” it; after ${SECONDS} s put “unconfirmed” before it.`;

export function notYet({words}: Wanted): string {
	return `“${words}” goes unconfirmed once it has waited ${SECONDS} s for its read-back.`;
}
