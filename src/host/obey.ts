import {cleanText} from '../level/index.ts';
import {leadOf, readService, type Problem, type ReadService} from '../session/index.ts';
import type {Up} from '../team/index.ts';
import type {Join, Knock} from './door.ts';
import type {Guest, Line} from './guests.ts';
import {awaySeats, goodbye, isAway, tell, type Hall, type Played} from './hall.ts';

const WITHOUT_SEAT = 'Only who sits on a seat does that.';
const ON_THE_WAY: Problem = {
	message:
		'Everybody is on the way back to an earlier second: it was not taken. Send it again in a moment.',
	suggestions: [],
};
const REMARK_LENGTH_MAX = 500;
const TOO_MUCH = 'That is too much at once: it was not taken. Send it again in a moment.';

/** Does what a guest has sent, and answers it. */
export function obey(hall: Hall, line: Line, guest: Guest, up: Exclude<Up, Join | Knock>): void {
	const {table, ms} = hall;
	const {as, seat} = guest;
	if (up.kind === 'here') return tell(line, {kind: 'here'});
	hall.changed = true;
	if (hall.goesBack && 'id' in up) {
		return tell(line, {kind: 'answer', id: up.id, problem: ON_THE_WAY});
	}
	const answer = (id: number, said: string | Problem | undefined) => {
		const problem = typeof said === 'string' ? {message: said, suggestions: []} : (said ?? null);
		tell(line, {kind: 'answer', id, problem});
	};
	switch (up.kind) {
		case 'say': {
			const service = as === 'facilitator' ? readService(up.text) : undefined;
			if (service !== undefined) return answer(up.id, served(hall, guest, service));
			const remark = seat === '' ? remarkIn(up.text) : undefined;
			if (remark !== undefined) {
				return answer(up.id, guest.mayAct(ms) ? table.remark(as, remark, ms) : TOO_MUCH);
			}
			answer(up.id, whyNoAct(guest, ms) ?? table.say(seat, up.text, ms));
			reseat(hall);
			return;
		}
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

/** What whoever serves the drill has said is done; a way back is begun, and gone by and by. */
function served(hall: Hall, {mayAct}: Guest, read: ReadService): string | Problem | undefined {
	if (!read.ok) return read.problem;
	if (!mayAct(hall.ms)) return TOO_MUCH;
	const came = hall.table.serve(read.service, hall.ms);
	if (came === undefined || 'message' in came) return came;
	const {back, level} = hall;
	if (level.exam) return 'This is an exam: there is no going back.';
	if (back === undefined) return 'There is no going back in this room.';
	hall.goesBack = true;
	void back(came.at).then(played => {
		goBack(hall, played, came.name);
	});
	return undefined;
}

function goBack(hall: Hall, played: Played | string, name: string): void {
	hall.goesBack = false;
	hall.changed = true;
	hall.lastMs = undefined;
	hall.owedSeconds = 0;
	if (typeof played === 'string') {
		hall.table.announce(`There was no way back: ${played}`, hall.ms);
		return;
	}
	played.table.takeOver(hall.table, name, hall.ms);
	hall.table = played.table;
	hall.session = played.session;
	for (const line of hall.lines) line.toldResult = false;
}

/** Whoever has changed seats at the table sees from there what there is to see. */
function reseat({guests, table}: Hall): void {
	const {seats, sitting} = table.room;
	for (const guest of guests) {
		if (guest.as !== 'player' || sitting[guest.seat] === guest.name) continue;
		const seat = seats.find(({id}) => sitting[id] === guest.name);
		if (seat === undefined) continue;
		guest.seat = seat.id;
		guest.panels = [];
		guest.shown = [];
		if (guest.line === undefined) continue;
		guest.line.sent = undefined;
		tell(guest.line, {kind: 'notice', text: `You sit on ${seat.id} now.`});
	}
}

/** What is said of the room, and not of the night: that much whoever sits nowhere may say. */
function remarkIn(text: string): string | undefined {
	const words = /^\s*(?:tell\s+@?|@)room\s+(?<words>\S.*)$/iu.exec(text)?.groups?.['words'];
	return words === undefined ? undefined : cleanText(words).trim().slice(0, REMARK_LENGTH_MAX);
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
	if (as !== 'player') return 'Whoever watches leaves time alone.';
	if (hall.guests.some(guest => guest.as === 'facilitator' && !isAway(hall, guest))) {
		return 'The facilitator sets the pace.';
	}
	const lead = leadOf(hall.table.room);
	if (lead === undefined || lead === seat || awaySeats(hall).includes(lead)) return undefined;
	return `${lead} leads, and sets the pace.`;
}
