import {roomAfter, type Room, type RoomNote} from '../talk/index.ts';
import type {GivenOrder} from '../relive/recorded-run.ts';
import type {TeamDebrief} from './team-debrief.types.ts';

type Told = Pick<TeamDebrief, 'unconfirmed' | 'unled' | 'timeline'>;

/** What was given without the read-back that was asked for, when nobody led, and what was marked on the timeline. */
export function agreedIn(
	notes: readonly RoomNote[],
	orders: readonly GivenOrder[],
	begun: Room,
): Told {
	const wordsOf = (number: number) => orders.find(({order}) => order === number)?.words ?? '';
	const unled: {at: number; ledAt: number | null}[] = [];
	const entries = new Map<string, {at: number; words: string}>();
	let room = begun;
	for (const note of notes) {
		const {at, by, event} = note;
		const before = room;
		room = roomAfter(room, note);
		for (const {n, text} of room.messages.slice(before.messages.length)) {
			entries.set(`said ${String(n)}`, {at, words: `${by}: ${text}`});
		}
		if (event.kind === 'called') {
			const words = event.order ?? 'a fact';
			entries.set(`request ${String(event.n)}`, {at, words: `${by} asks ${event.of}: ${words}`});
		}
		if (event.kind === 'nudged' && before.nudged.length === 0) {
			unled.push({at, ledAt: null});
		}
		const last = unled.at(-1);
		if (last?.ledAt === null && before.nudged.length > 0 && room.nudged.length === 0) {
			last.ledAt = at;
		}
	}
	return {
		unled,
		unconfirmed: notes.flatMap(({at, by, event}) =>
			event.kind === 'unconfirmed' ? [{at, by, words: wordsOf(event.order)}] : [],
		),
		timeline: room.timeline.flatMap(({entry: {kind, n}, star, tag}) => {
			const order = orders.find(each => kind === 'order' && each.order === n);
			const entry =
				order === undefined
					? entries.get(`${kind} ${String(n)}`)
					: {at: order.at, words: `${order.by}: ${order.words}`};
			return entry === undefined ? [] : [{...entry, star, tag}];
		}),
	};
}
