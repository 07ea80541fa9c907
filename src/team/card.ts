import {leadOf, OVER, seatOf, type Room} from '../session/index.ts';
import {seenBy, type Laid} from './laid.ts';

const LENGTH_MAX = 480;

/** What whoever sits down late reads first: public things, and what is asked of the seat. */
export function cardOf(laid: Laid, seat: string): string {
	const {room} = laid;
	const {severity, dashboard, clock, open} = seenBy(laid, seat);
	const {promisedAt} = dashboard;
	const asked = room.loops.filter(
		({of, state}) => !OVER.includes(state) && seatOf(room, of) === seat,
	);
	const lead = leadOf(room);
	const parts = [
		`It is ${clock.pdt}`,
		severity === 'none' ? 'nothing is declared' : `${severity} is declared`,
		`suspected by all: ${suspectIn(room) ?? 'nobody yet'}`,
		`still open: ${String(open.length)}`,
		asked.length === 0
			? 'nothing is asked of you'
			: `asked of you: ${asked.map(({n}) => String(n)).join(', ')}`,
		promisedAt === null ? 'no update is promised' : 'an update is promised',
		lead === undefined
			? 'nobody has the lead'
			: lead === seat
				? 'you have the lead'
				: `${lead} leads (${room.sitting[lead] ?? ''})`,
	];
	return `${parts.join('; ')}.`.slice(0, LENGTH_MAX);
}

/** Whom somebody blamed last before everybody. */
function suspectIn({messages}: Room): string | undefined {
	const told = messages.filter(({to}) => to === 'all').flatMap(({facts}) => facts);
	const last = told.findLast(({kind}) => kind === 'suspect');
	return last?.kind === 'suspect' ? last.suspect : undefined;
}
