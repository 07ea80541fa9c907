import type {RoomSeen} from '../../observe/index.ts';

/** Of somebody who sits down: what the night is, which seat is theirs, and who they are. */
type Seated = {
	readonly level: {
		readonly title: string;
		readonly briefing: string;
		readonly cards: Readonly<Record<string, readonly string[]>>;
	};
	readonly seat: string;
	readonly name: string;
};

type Sitting = {
	readonly welcome: Seated;
	readonly observation: {
		readonly now: number;
		readonly room: Pick<RoomSeen, 'seats' | 'messages'> | null;
	};
};

/** What somebody who sits down reads first: what the night is, what their seat is there for, and how one talks. */
export function seatPage(sitting: Sitting): {
	readonly title: string;
	readonly text: string;
} {
	const {welcome, observation} = sitting;
	const {level, seat, name} = welcome;
	const seats = observation.room?.seats ?? [];
	const others = seats.filter(({id}) => id !== seat);
	return {
		title: `${level.title}: you sit on ${seat}`,
		text: [
			level.briefing.trim(),
			'',
			`## You, ${name}`,
			'',
			...listed(cardsIn(sitting)),
			'- What is not yours is dark to you, and its orders are refused: ask whoever has it.',
			'',
			'## The others',
			'',
			...listed(others.map(({id, person}) => `${id}: ${person === '' ? 'nobody yet' : person}`)),
			'',
			'## Saying it',
			'',
			...listed([
				'`tell all METRIC words` shows everybody a value as you see it, and what you make of it.',
				'`request ORDER of SEAT` asks for an order that another gives; `ask METRIC of SEAT` for a value.',
				'`answer N accept ORDER`, `answer N decline`; `confirm N` closes it.',
				'`hold` stops time for everybody, `release-hold` lets it go on.',
				'Panel `t` has what was said and asked, and who sits where.',
			]),
		].join('\n'),
	};
}

/** Seconds of the night for which somebody who came late has only just come. */
const JUST_COME_SECONDS = 60;

/** What the seat of a guest is there for, and to whoever comes late how things stand; nothing for who sits on none. */
export function cardsIn({welcome: {level, seat}, observation}: Sitting): readonly string[] {
	if (!Object.hasOwn(level.cards, seat)) return [];
	const late = observation.room?.messages.findLast(({by, to}) => by === 'room' && to === seat);
	const isNew = late !== undefined && observation.now - late.at <= JUST_COME_SECONDS;
	return [...(level.cards[seat] ?? []), ...(isNew ? [late.text] : [])];
}

function listed(items: readonly string[]): readonly string[] {
	return items.map(item => `- ${item}`);
}
