import type {ChatRole, RoomSeen} from '../../observe/index.ts';
import type {Seat, Split} from './room-event.types.ts';

/**
 * What may be told beside `all`, a role and a person: `desk` is for wording and promises, `alpha` and `bravo` for whom
 * the lead sends there, `room` for what is not of the night, which observers and the facilitator hear and answer.
 */
export const CHANNELS = ['desk', 'alpha', 'bravo', 'room'] as const;

export const SPLITS: readonly Split[] = ['alpha', 'bravo'];

/** In so many seats one call is enough: beyond it people fall silent. */
export const ONE_CALL_SEATS = 4;

const DESK_AREAS = ['public', 'inside', 'lead'];
const CHAT_AREAS = ['public', 'inside'];
/** Whoever keeps the record hears what one seat tells another; what the facilitator says aside is not of the record. */
const RECORD = 'record';
export const ASIDE = 'facilitator';

type Said = {readonly by: string; readonly to: string};

/** Whether a seat hears what is said. */
export function hears(
	seat: Seat,
	{by, to}: Said,
	splits: Readonly<Record<string, readonly string[]>>,
): boolean {
	const holds = (areas: readonly string[]) => seat.areas.some(area => areas.includes(area));
	if (by === seat.id || to === seat.id || to === 'all' || to === 'room') return true;
	if (to === 'desk') return holds(DESK_AREAS);
	if (isSplit(to)) return holds(['lead']) || (splits[to] ?? []).includes(seat.id);
	if (isWriter(to)) return holds(CHAT_AREAS);
	if (seat.roles.includes(to)) return true;
	return by !== ASIDE && by !== 'room' && to !== ASIDE && holds([RECORD]);
}

export function isSplit(to: string): to is Split {
	return SPLITS.some(each => each === to);
}

const CHAT = 'chat ';

/** Somebody outside the room, who writes in the chat. */
export function writer(role: ChatRole): string {
	return CHAT + role;
}

export function isWriter(to: string): boolean {
	return to.startsWith(CHAT);
}

type Named = Pick<RoomSeen['seats'][number], 'id' | 'roles' | 'person'>;

/** A person as they are called behind an @: without what stands between words. */
export function calledAs(person: string): string {
	return person.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '');
}

/** The seats that words name behind an @, by seat, role or person. */
export function seatsNamed(words: string, seats: readonly Named[]): readonly string[] {
	const names = [...words.matchAll(/@(?<name>[\p{L}\p{N}_-]+)/gu)].map(match =>
		(match.groups?.['name'] ?? '').toLowerCase(),
	);
	return seats
		.filter(({id, roles, person}) =>
			names.some(name => name === id || roles.includes(name) || isPerson(person, name)),
		)
		.map(({id}) => id);
}

function isPerson(person: string, name: string): boolean {
	return person !== '' && calledAs(person) === name;
}
