import {leadOf, type Room} from '../session/index.ts';
import type {Guest} from './guests.ts';
import type {Hall} from './hall.ts';
import {LIMITS} from './limits.ts';

/** Lets somebody who is here stand in for a seat whose person has been away for a minute, until they are back. */
export function coverAway(hall: Hall): void {
	const {table, guests, ms} = hall;
	const {seats, sitting} = table.room;
	for (const {id} of seats) {
		const person = sitting[id] ?? '';
		const guest = guests.find(({seat}) => seat === id);
		const by = table.room.covers[id];
		const leads = leadsFor(table.room, id);
		if (leads !== undefined && leads !== by) table.cover(id, leads, ms);
		if (leads !== undefined) continue;
		const isGone = person !== '' && goneFor(hall, guest) >= LIMITS.coveredMs;
		const isCovered = by !== undefined && isHere(guests, by);
		if (!isGone && by !== undefined) {
			table.cover(id, '', ms);
			table.announce(`${id} is ${person === '' ? 'nobody’s' : `${person}’s`} again.`, ms);
		} else if (isGone && !isCovered) {
			const next = whoCovers(hall, id);
			if (next === undefined) continue;
			table.cover(id, next, ms);
			table.announce(`${person} has been away for a minute: ${next} sees and acts for ${id}.`, ms);
		}
	}
}

/** Whoever has said that they lead orders what the lead does, beside it. */
function leadsFor(room: Room, id: string): string | undefined {
	const {seats, leads} = room;
	const isLead = seats.find(({areas}) => areas.includes('lead'))?.id === id;
	return isLead && leads !== null && leads !== id && leadOf(room) === leads ? leads : undefined;
}

function goneFor({ms, openedAt}: Hall, guest: Guest | undefined): number {
	if (guest === undefined) return ms - openedAt;
	return guest.line === undefined ? ms - guest.goneAt : 0;
}

/** For whoever leads a deputy, else who has been here longest. */
function whoCovers({table, guests}: Hall, away: string): string | undefined {
	const {seats} = table.room;
	const leads = seats.find(({id}) => id === away)?.areas.includes('lead') === true;
	const deputy = seats.find(({id, roles}) => id !== away && roles.includes('deputy'))?.id;
	if (leads && deputy !== undefined && isHere(guests, deputy)) return deputy;
	return guests.find(({as, seat, line}) => as === 'player' && seat !== away && line !== undefined)
		?.seat;
}

function isHere(guests: readonly Guest[], id: string): boolean {
	return guests.some(({seat, line}) => seat === id && line !== undefined);
}
