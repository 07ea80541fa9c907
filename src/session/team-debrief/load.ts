import type {GivenOrder} from '../relive/recorded-run.ts';
import {OVER, type Room, type RoomNote, type Seat} from '../talk/index.ts';
import type {RoomTime} from './room-time.ts';
import type {Spoken} from './spoken.ts';
import type {Duplicate, Load, TeamDebrief} from './team-debrief.types.ts';
import type {Page, Suffering, Watched} from './watch-room.ts';

/** Load is told in stretches of so many real seconds. */
const EVERY_SECONDS = 300;

export type LoadInputs = {
	readonly seats: readonly Seat[];
	readonly pages: readonly Page[];
	readonly spoken: readonly Spoken[];
	readonly notes: readonly RoomNote[];
	readonly orders: readonly GivenOrder[];
	readonly room: Room;
	readonly time: RoomTime;
};

/** What came to each seat, and what it did: orders, words and answers. */
export function loadOf({seats, pages, spoken, notes, orders, room, time}: LoadInputs): Load {
	const stretches = 1 + Math.floor(time.active(time.lastMs) / (1_000 * EVERY_SECONDS));
	const bands = (moments: readonly number[]) => {
		const counts = new Array<number>(stretches).fill(0);
		for (const ms of moments) {
			const stretch = Math.min(
				stretches - 1,
				Math.max(0, Math.floor(ms / (1_000 * EVERY_SECONDS))),
			);
			counts[stretch] = (counts[stretch] ?? 0) + 1;
		}
		return counts;
	};
	return {
		everySeconds: EVERY_SECONDS,
		seats: seats.map(({id, roles}) => {
			const isMine = (of: string) => of === id || roles.includes(of);
			const asked = notes.filter(({event}) => event.kind === 'called' && isMine(event.of));
			const heard = spoken.filter(({by, reached}) => by !== id && reached.includes(id));
			const talked = notes.filter(
				({by, event}) => by === id && event.kind !== 'view' && !isOfTheRoom(event),
			);
			return {
				seat: id,
				arriving: bands([
					...pages.filter(({seat}) => seat === id).map(({at}) => time.activeAt(at)),
					...[...asked, ...heard].map(({ms}) => time.active(ms)),
				]),
				done: bands([
					...orders.filter(({by}) => by === id).map(({at}) => time.activeAt(at)),
					...talked.map(({ms}) => time.active(ms)),
				]),
				open: room.loops.filter(({of, state}) => isMine(of) && !OVER.includes(state)).length,
			};
		}),
	};
}

/** Who sits where, and what is said of the room itself, is no work. */
function isOfTheRoom(event: RoomNote['event']): boolean {
	return event.kind === 'sat' || (event.kind === 'said' && event.to === 'room');
}

/** The longest real stretch without a word in which customers suffered and time ran, and the same by a tenth less and more. */
export function silenceIn(
	spoken: readonly Spoken[],
	{suffering}: Pick<Watched, 'suffering'>,
	time: RoomTime,
	until: number,
): TeamDebrief['silence'] {
	const [as, less, more] = suffering.map(({share, spans}) => ({
		share,
		longest: longestIn(spans, spoken, time, until),
	}));
	if (as?.longest === undefined) return null;
	const other = (one: typeof less) => ({
		share: one?.share ?? 0,
		seconds: one?.longest?.seconds ?? 0,
	});
	return {...as.longest, share: as.share, tenth: [other(less), other(more)]};
}

function longestIn(
	spans: Suffering['spans'],
	spoken: readonly Spoken[],
	time: RoomTime,
	until: number,
): {readonly at: number; readonly seconds: number} | undefined {
	return spans
		.flatMap(({from, until: over}) => {
			const end = over ?? until;
			const words = spoken.map(({at}) => at).filter(at => at > from && at < end);
			return [from, ...words].map((at, index) => {
				const next = words[index] ?? end;
				return {at, seconds: Math.round((time.activeAt(next) - time.activeAt(at)) / 1_000)};
			});
		})
		.reduce<{readonly at: number; readonly seconds: number} | undefined>(
			(most, each) => (most === undefined || each.seconds > most.seconds ? each : most),
			undefined,
		);
}

/** The same looked up by two seats within so many seconds of the night is done twice. */
const TWICE_SECONDS = 300;

export function duplicatesIn(
	orders: readonly GivenOrder[],
	isLook: (words: string) => boolean,
): readonly Duplicate[] {
	const looks = orders.filter(({words}) => isLook(words));
	return looks.flatMap(({at, by, words}, index) => {
		const before = looks
			.slice(0, index)
			.findLast(each => each.words === words && each.by !== by && at - each.at <= TWICE_SECONDS);
		return before === undefined ? [] : [{at, what: words, by: [before.by, by]}];
	});
}
