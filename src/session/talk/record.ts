import {REPLIES, type Entry, type Kept, type Message} from '../../observe/index.ts';
import {writer} from './channels.ts';
import type {RoomEvent} from './room-event.types.ts';
import type {Room, RoomNote} from './room.types.ts';

type Recorded = Extract<
	RoomEvent,
	{
		readonly kind:
			| 'replied'
			| 'starred'
			| 'tagged'
			| 'reminder'
			| 'reminded'
			| 'split'
			| 'readBack'
			| 'patience'
			| 'wanted'
			| 'unconfirmed'
			| 'led'
			| 'nudged'
			| 'watched'
			| 'allowed';
	}
>;

/** The room after something that is kept of it, or that its people have agreed on. */
export function afterRecord(
	room: Room,
	{at, by, ms, event}: RoomNote & {readonly event: Recorded},
): Room {
	const told = (to: string, text: string, from = 'room') =>
		withMessage(room, {at, ms, by: from, to, facts: [], text});
	switch (event.kind) {
		case 'replied':
			return told(writer(event.to), REPLIES[event.form], by);
		case 'starred':
			return withKept(room, event.entry, kept => ({...kept, star: !kept.star}));
		case 'tagged':
			return withKept(room, event.entry, kept => ({...kept, tag: event.tag}));
		case 'reminder': {
			const n = 1 + room.reminders.reduce((most, each) => Math.max(most, each.n), 0);
			const reminder = {n, at: event.due, to: event.to, text: event.text};
			return {...room, reminders: [...room.reminders, reminder]};
		}
		case 'reminded': {
			const due = room.reminders.find(({n}) => n === event.n);
			if (due === undefined) return room;
			const reminders = room.reminders.filter(each => each !== due);
			return {...told(due.to, `Reminder: ${due.text}`), reminders};
		}
		case 'split':
			return {...room, splits: {...room.splits, [event.channel]: event.seats}};
		case 'readBack':
			return {...room, readBack: event.mode};
		case 'patience':
			return {...room, patience: event.factor};
		case 'wanted':
			return {...room, wanted: [...room.wanted, {by, order: event.order, ms}]};
		case 'led':
			return {...room, leads: by, nudged: []};
		case 'nudged':
			return {...told(event.to, event.text), nudged: [...room.nudged, event.stage]};
		case 'watched':
			return {...room, watched: [...room.watched, event.person]};
		case 'allowed':
			return {...room, watched: room.watched.filter(each => each !== event.person)};
		case 'unconfirmed':
			return room;
	}
}

/** The room with something more that was said. */
export function withMessage(room: Room, message: Omit<Message, 'n'>): Room {
	return {...room, messages: [...room.messages, {n: room.messages.length + 1, ...message}]};
}

function withKept(room: Room, entry: Entry, change: (kept: Kept) => Kept): Room {
	const isOf = (kept: Kept) => kept.entry.kind === entry.kind && kept.entry.n === entry.n;
	const kept = change(room.timeline.find(isOf) ?? {entry, star: false, tag: ''});
	const others = room.timeline.filter(each => !isOf(each));
	const isBare = !kept.star && kept.tag === '';
	return {...room, timeline: isBare ? others : [...others, kept]};
}
