import {ROOM_WORDS, SERVICE_FORMS, SERVICE_MEANINGS, type Session} from '../../session/index.ts';

/** Of somebody who joins: what the night is, where they sit, and who they are. */
type Guest = {
	readonly as: 'player' | 'observer' | 'facilitator' | 'board';
	readonly level: {
		readonly title: string;
		readonly briefing: string;
		readonly cards: Readonly<Record<string, readonly string[]>>;
	};
	readonly seat: string;
	readonly name: string;
};

type Joined = {
	readonly welcome: Guest;
	readonly observation: {
		readonly now: number;
		readonly room: Pick<NonNullable<Session['observation']['room']>, 'seats' | 'messages'> | null;
	};
};

type Page = {readonly title: string; readonly text: string};

/** What somebody who joins reads first: what the night is, what they are there for, and how one talks. */
export function openingPage(joined: Joined): Page {
	const {
		welcome,
		observation: {room},
	} = joined;
	const {level, seat, name, as} = welcome;
	const others = (room?.seats ?? []).filter(({id}) => id !== seat);
	const [title, part] =
		seat !== ''
			? [`you sit on ${seat}`, seatPart(joined)]
			: as === 'facilitator'
				? ['you run the drill', SERVING]
				: ['you are watching', LOOKING];
	const people = others.map(({id, person}) => `${id}: ${person === '' ? 'nobody yet' : person}`);
	const night = level.briefing.trim();
	const own = [
		...[`## You, ${name}`, '', ...listed(part.you)],
		...['', seat === '' ? '## The seats' : '## The others', '', ...listed(people)],
		...['', `## ${part.saying}`, '', ...listed(part.words)],
	];
	return {
		title: `${level.title}: ${title}`,
		text: (as === 'facilitator'
			? [...own, '', '## The night', '', night]
			: [night, '', ...own]
		).join('\n'),
	};
}

/** Seconds of the night for which somebody who came late has only just come. */
const JUST_COME_SECONDS = 60;

/** What the seat of a guest is there for, and to whoever comes late how things stand; nothing for who sits on none. */
export function cardsIn({welcome: {level, seat}, observation}: Joined): readonly string[] {
	if (!Object.hasOwn(level.cards, seat)) return [];
	const late = observation.room?.messages.findLast(({by, to}) => by === 'room' && to === seat);
	const isNew = late !== undefined && observation.now - late.at <= JUST_COME_SECONDS;
	return [...(level.cards[seat] ?? []), ...(isNew ? [late.text] : [])];
}

type Part = {
	readonly you: readonly string[];
	readonly saying: string;
	readonly words: readonly string[];
};

function seatPart(joined: Joined): Part {
	return {
		you: [
			...cardsIn(joined),
			'What is not yours is dark to you, and its commands are refused: ask whoever has it.',
		],
		saying: 'Saying it',
		words: [
			'`tell all METRIC words` shows everybody a value as you see it, and what you make of it.',
			'`request ORDER of SEAT` asks another to run a command; `ask METRIC of SEAT` for a value.',
			'`answer N accept ORDER`, `answer N decline`; `confirm N` closes it.',
			'`hold` stops time for everybody, `release-hold` resumes it.',
			'Panel `t` has what was said and asked, and who sits where; `?` has every form.',
		],
	};
}

const SERVING: Part = {
	you: [
		'You see everything, and what each seat sees. You run the drill; you do not solve it.',
		'No player sees your notes, your plan or your palette: panel `t` lists them.',
	],
	saying: 'Running it, typed like commands',
	words: [
		...Object.values(ROOM_WORDS).map(({form, what}) => `\`${form}\` ${what}.`),
		...(Object.keys(SERVICE_FORMS) as (keyof typeof SERVICE_FORMS)[]).map(
			verb => `\`${SERVICE_FORMS[verb]}\` ${SERVICE_MEANINGS[verb]}.`,
		),
	],
};

const LOOKING: Part = {
	you: ['You see what is public and what was said to everybody, later than they did.'],
	saying: 'Saying it',
	words: ['`tell room WORDS` is about the room itself, and all that you may say.'],
};

function listed(items: readonly string[]): readonly string[] {
	return items.map(item => `- ${item}`);
}
