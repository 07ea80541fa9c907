import type {Observation, PanelId} from '../../../observe/index.ts';
import {isWayBack} from '../../say/happenings.ts';
import {arrivals, isStillSo, withArrivals} from '../../say/queue.ts';
import type {QueueItem} from '../../say/queue-item.ts';

/** What came and has not been read. It is the screen's own: no journal has it. */
export type Inbox = {
	/** What presses most first. */
	readonly unread: readonly QueueItem[];
	/** What was read last, which stands where nothing is unread. */
	readonly last: QueueItem | null;
	/** Real seconds for which the first has been in sight while time ran. */
	readonly seconds: number;
	/** The line under the cursor while the list is open; null while it is shut. */
	readonly at: number | null;
};

export const EMPTY_INBOX: Inbox = {unread: [], last: null, seconds: 0, at: null};

/** So long the first of them is in sight before it counts as read. */
const READ_SECONDS = 3;
/** What nobody reads for hours is not kept without end. */
const UNREAD_MAX = 300;

/** What has come between two looks, with what was there. */
export function received(inbox: Inbox, before: Observation, after: Observation): Inbox {
	if (before === after) return inbox;
	const came = arrivals(before, after);
	// What was to come after that second is gone, and what was before it is on the panels.
	const known = isWayBack(before, after) ? {...EMPTY_INBOX, at: inbox.at} : inbox;
	const unread = withArrivals(known.unread, came)
		.filter(item => isStillSo(item, after))
		.slice(0, UNREAD_MAX);
	const last = known.last !== null && isStillSo(known.last, after) ? known.last : null;
	if (came.length === 0 && unread.length === known.unread.length && last === known.last)
		return known;
	const seconds = unread[0]?.id === known.unread[0]?.id ? known.seconds : 0;
	return within({...known, unread, last, seconds});
}

/** Real seconds later, while time ran: the first has been read once it stood long enough. */
export function inSight(inbox: Inbox, realSeconds: number): Inbox {
	const [first] = inbox.unread;
	if (first === undefined || first.keeps || inbox.at !== null) return inbox;
	const seconds = inbox.seconds + realSeconds;
	return seconds < READ_SECONDS ? {...inbox, seconds} : read(inbox, first.id);
}

/** Whoever lets time run on has seen what stood first. */
export function leftBehind(inbox: Inbox): Inbox {
	const [first] = inbox.unread;
	return first === undefined || first.keeps ? inbox : read(inbox, first.id);
}

export function read(inbox: Inbox, id: string): Inbox {
	const item = inbox.unread.find(each => each.id === id);
	if (item === undefined) return inbox;
	return within({
		...inbox,
		unread: inbox.unread.filter(each => each !== item),
		last: item,
		seconds: 0,
	});
}

/** Whoever opens a panel reads what it has. */
export function readPanel(inbox: Inbox, panel: PanelId): Inbox {
	const last = inbox.unread.find(item => item.panel === panel);
	if (last === undefined) return inbox;
	const unread = inbox.unread.filter(item => item.panel !== panel);
	return within({...inbox, unread, last, seconds: 0});
}

export function readAll(inbox: Inbox): Inbox {
	return within({...inbox, unread: [], last: inbox.unread[0] ?? inbox.last, seconds: 0});
}

/** The cursor stays on a line, and an empty list stays open. */
function within(inbox: Inbox): Inbox {
	if (inbox.at === null) return inbox;
	return {...inbox, at: Math.max(0, Math.min(inbox.at, inbox.unread.length - 1))};
}

/** How many unread things lie behind each tab. */
export function unreadIn(inbox: Inbox, panel: PanelId): number {
	return inbox.unread.filter(item => item.panel === panel).length;
}
