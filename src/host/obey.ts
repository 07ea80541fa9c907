import type {Problem} from '../session/index.ts';
import {leadOf, type Up} from '../team/index.ts';
import type {Join, Knock} from './door.ts';
import type {Guest, Line} from './guests.ts';
import {awaySeats, goodbye, isAway, tell, type Hall} from './hall.ts';

const WITHOUT_SEAT = 'Only who sits on a seat does that.';
const TOO_MUCH = 'That is too much at once: it was not taken. Give it again in a moment.';

/** Does what a guest has sent, and answers it. */
export function obey(hall: Hall, line: Line, guest: Guest, up: Exclude<Up, Join | Knock>): void {
	const {table, ms} = hall;
	const {as, seat} = guest;
	if (up.kind === 'here') return tell(line, {kind: 'here'});
	hall.changed = true;
	const answer = (id: number, said: string | Problem | undefined) => {
		const problem = typeof said === 'string' ? {message: said, suggestions: []} : (said ?? null);
		tell(line, {kind: 'answer', id, problem});
	};
	switch (up.kind) {
		case 'say':
			return answer(up.id, whyNoAct(guest, ms) ?? table.say(seat, up.text, ms));
		case 'note':
			return answer(up.id, whyNoAct(guest, ms) ?? table.note(seat, up.note));
		case 'view':
			guest.panels = up.panels.filter(isPanel);
			return;
		case 'pace': {
			const why = whyNoPace(hall, guest) ?? (guest.mayAct(ms) ? undefined : TOO_MUCH);
			if (why === undefined) table.pace(as === 'facilitator' ? as : seat, up.pace, ms);
			return answer(up.id, why);
		}
		case 'release':
			if (as !== 'facilitator' && !(as === 'player' && awaySeats(hall).includes(up.seat))) {
				return answer(up.id, 'The facilitator does that, or anybody while who holds is away.');
			}
			table.release(up.seat, ms);
			return answer(up.id, undefined);
		case 'look': {
			const why = whyNoLook(hall, guest, up.seat);
			if (why === undefined && guest.looksAt !== up.seat) {
				guest.looksAt = up.seat;
				line.sent = undefined;
			}
			return answer(up.id, why);
		}
		case 'whole':
			line.sent = undefined;
			return;
		case 'leave':
			hall.guests.splice(hall.guests.indexOf(guest), 1);
			if (seat !== '') {
				table.release(seat, ms);
				table.sit(seat, '', ms);
			}
			return goodbye(hall, line, 'You have left.');
	}
}

function whyNoAct({seat, mayAct}: Guest, ms: number): string | undefined {
	if (seat === '') return WITHOUT_SEAT;
	return mayAct(ms) ? undefined : TOO_MUCH;
}

function whyNoLook({table}: Hall, {as}: Guest, seat: string | null): string | undefined {
	if (as !== 'facilitator') return 'The facilitator alone sees what others see.';
	const ids = table.room.seats.map(({id}) => id);
	if (seat === null || ids.includes(seat)) return undefined;
	return `There is no such seat here. There are: ${ids.join(', ')}, and all.`;
}

function isPanel(name: string): boolean {
	return /^[\w-]{1,64}$/u.test(name);
}

function whyNoPace(hall: Hall, {as, seat}: Guest): string | undefined {
	if (as === 'facilitator') return undefined;
	if (as === 'observer') return 'Whoever watches leaves time alone.';
	if (hall.guests.some(guest => guest.as === 'facilitator' && !isAway(hall, guest))) {
		return 'The facilitator sets the pace.';
	}
	const lead = leadOf(hall.table.room);
	if (lead === undefined || lead === seat || awaySeats(hall).includes(lead)) return undefined;
	return `${lead} leads, and sets the pace.`;
}
