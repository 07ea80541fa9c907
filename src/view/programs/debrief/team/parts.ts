import {
	turnedOn,
	type Debrief,
	type Finding,
	type Relay,
	type TeamDebrief,
} from '../../../../session/index.ts';
import {clockOf, sentence, worthWords} from '../words.ts';

/** A part of what is told to a team: sentences, then rows. Every face shows the same. */
export type TeamPart = {
	readonly id: string;
	readonly title: string;
	readonly lines: readonly string[];
	readonly table: {
		readonly head: readonly string[];
		readonly rows: readonly (readonly string[])[];
	} | null;
};

/** The run beside what its team is told. */
export type ToldTeam = {
	readonly debrief: Pick<Debrief, 'startSecondsOfDay' | 'decisions' | 'withheld'>;
	readonly team: TeamDebrief;
};

/** Under so many persons what one seat did is what one person did. */
export const GROUP_MIN = 3;

type Clock = (at: number) => string;

/** Read together, in this order. */
export function talkedThrough(told: ToldTeam): readonly TeamPart[] {
	const clock = (at: number) => clockOf(told.debrief, at);
	return [
		threeFacts(told, clock),
		...decided(told, clock),
		...handed(told, clock),
		...noted(told, clock),
	];
}

/** What was measured, for whoever looks it up: last, and folded. */
export function measured({team, debrief}: ToldTeam): readonly TeamPart[] {
	const clock = (at: number) => clockOf(debrief, at);
	return [
		relays(team, clock),
		duties(team, clock),
		notices(team, clock),
		requests(team, clock),
		...(team.persons >= GROUP_MIN ? [pairs(team), load(team)] : []),
		rest(team, clock),
	];
}

const SHOWN = 3;

function threeFacts({team, debrief}: ToldTeam, clock: Clock): TeamPart {
	const {relays: all} = team;
	const between = all.filter(({own}) => !own);
	const costly = debrief.withheld
		? []
		: debrief.decisions.flatMap(finding => turnedOn(finding, all) ?? []);
	const broken = between.filter(({broke, dueAt}) => broke !== null && dueAt !== null);
	const slow = between.toSorted((a, b) => sayingOf(b) - sayingOf(a));
	const shown = [...new Set([...costly, ...broken, ...slow])].slice(0, SHOWN);
	const lines = shown.map(relay => relayWords(relay, clock));
	return {
		id: 'three-facts',
		title: 'Three facts',
		lines:
			lines.length === 0
				? ['No fact had to go from one seat to another.']
				: ['Name your own three first; then read on.', ...lines],
		table: null,
	};
}

function sayingOf({realSeconds: {say}}: Relay): number {
	return say ?? 0;
}

/** One fact, from the eye to the hand. */
function relayWords(relay: Relay, clock: Clock): string {
	const {what, of, trueAt, seenAt, screenAt, said, reached, acted, needs, own} = relay;
	const screen = screenAt === null ? '' : `, and had it on its screen at ${clock(screenAt)}`;
	const seen =
		seenAt === null
			? `${of} could not see it`
			: `${of} could see it from ${clock(seenAt)}${screen}`;
	const speech =
		said === null
			? own
				? ''
				: '; it was not said'
			: `; ${said.by} told ${said.to === 'all' ? 'everybody' : said.to} at ${clock(said.at)}`;
	const reach =
		own || said === null || reached !== null ? '' : `, and ${needs.join(', ')} did not hear it`;
	const hand =
		acted === null ? '' : `; ${acted.by} gave “${shortOrder(acted.words)}” at ${clock(acted.at)}`;
	return `${sentence(what)} So from ${clock(trueAt)}; ${seen}${speech}${reach}${hand}.`;
}

const ORDER_LENGTH = 60;

function shortOrder(words: string): string {
	return words.length <= ORDER_LENGTH ? words : `${words.slice(0, ORDER_LENGTH - 1)}…`;
}

/** Each costly decision with the fact that would have changed it; where one of both is not known, nothing is said. */
function decided({team, debrief}: ToldTeam, clock: Clock): readonly TeamPart[] {
	if (debrief.withheld) return [];
	const lines = debrief.decisions.flatMap(finding => {
		const relay = turnedOn(finding, team.relays);
		return relay === null ? [] : [decisionWords(finding, relay, clock)];
	});
	return lines.length === 0
		? []
		: [{id: 'decisions-and-facts', title: 'Where the facts were', lines, table: null}];
}

function decisionWords(finding: Finding, relay: Relay, clock: Clock): string {
	const {of, what, seenAt, reached, broke} = relay;
	const until =
		reached === null
			? (broke ?? 'it was not said')
			: `it reached ${reached.seat} at ${clock(reached.at)}`;
	const from = seenAt === null ? '' : ` from ${clock(seenAt)}`;
	const worth = sentence(`${worthWords(finding)} with ${finding.other}`);
	return `${worth} At ${clock(finding.at)} that waited for a fact: ${what}; ${of} could see it${from}, and ${until}.`;
}

function handed({team}: ToldTeam, clock: Clock): readonly TeamPart[] {
	return team.handovers.map(({at, by, to, takenAt, fields}, index) => ({
		id: `handover-${String(index + 1)}`,
		title: `Handover of ${clock(at)}, ${by} to ${to}`,
		lines: [
			takenAt === null ? 'It was not taken.' : `Taken at ${clock(takenAt)}.`,
			...fields.flatMap(({field, lost}) =>
				lost.length === 0 ? [] : [`Lost of ${field}: ${lost.join('; ')}.`],
			),
		],
		table: {
			head: ['field', 'kept', 'wrong', 'stale', 'masking', 'beyond'],
			rows: fields.map(({field, of, kept, wrong, stale, masking, beyond}) => [
				field,
				`${String(kept.length)} of ${String(of)}`,
				...[wrong, stale, masking, beyond].map(String),
			]),
		},
	}));
}

function noted({team: {notes, injected}}: ToldTeam, clock: Clock): readonly TeamPart[] {
	if (notes.length + injected.length === 0) return [];
	const rows = [
		...notes.map(({at, tag, text}) => ({at, what: tag === '' ? 'note' : tag, text})),
		...injected.map(({at, name}) => ({at, what: 'inject', text: name})),
	];
	return [
		{
			id: 'notes',
			title: 'Noted by the facilitator',
			lines: [],
			table: {
				head: ['PDT', 'what', 'words'],
				rows: rows
					.toSorted((a, b) => a.at - b.at)
					.map(({at, what, text}) => [clock(at), what, text]),
			},
		},
	];
}

const NEVER = '-';

function relays({relays: all, fog}: TeamDebrief, clock: Clock): TeamPart {
	const at = (second: number | undefined | null) =>
		second === null || second === undefined ? NEVER : clock(second);
	return {
		id: 'relays',
		title: 'Every fact, from the eye to the hand',
		lines: [
			`When it was so; when ${fog === 'thin' ? '(in thin fog) ' : ''}the seat that owns it could see it; when it was first said, and to whom it came; the first order that waits for it. “Could see” is not “noticed”: a seat sees much at once, and what is said aloud is not here.`,
		],
		table: {
			head: ['fact', 'so', 'seen', 'by', 'said', 'reached', 'order', 'broke'],
			rows: all.map(({what, trueAt, seenAt, of, said, reached, acted, broke, own}) => [
				what,
				clock(trueAt),
				at(seenAt),
				of,
				own ? 'own work' : at(said?.at),
				own ? '' : reached === null ? NEVER : `${reached.seat} ${clock(reached.at)}`,
				acted === null ? NEVER : `${acted.by} ${clock(acted.at)}`,
				broke ?? '',
			]),
		},
	};
}

function duties({duties: all}: TeamDebrief, clock: Clock): TeamPart {
	return {
		id: 'duties',
		title: 'What was critical, and whose it was',
		lines: [],
		table: {
			head: ['seat', 'what', 'came'],
			rows: all.map(({seats, what, state, at}) => [
				seats.join(', '),
				what,
				at === null ? state : `${state} ${clock(at)}`,
			]),
		},
	};
}

function notices({notify, promises}: TeamDebrief, clock: Clock): TeamPart {
	const {made, broken} = promises;
	return {
		id: 'notify',
		title: 'Who was owed a word',
		lines: [
			`A fast word is not a true one: read it beside what it said. Promises of another word: ${String(made - broken)} of ${String(made)} kept.`,
		],
		table: {
			head: ['audience', 'from', 'since', 'word', 'after'],
			rows: notify.map(({audience, since, from, word, at}) => [
				audience,
				clock(from),
				since,
				at === null ? `no ${word}` : `${word} ${clock(at)}`,
				at === null ? NEVER : `${String(Math.round((at - from) / 60))} min`,
			]),
		},
	};
}

/** Of fewer than this a share says nothing. */
const SHARE_MIN = 8;

function requests({requests: told}: TeamDebrief, clock: Clock): TeamPart {
	const {all, answered, declined, lost, closed, carried, caught, missed, answerSeconds} = told;
	const count = (n: number, what: string) => `${String(n)} ${what}`;
	const share =
		all.length >= SHARE_MIN ? ` (${String(Math.round((100 * closed) / all.length))} %)` : '';
	return {
		id: 'requests',
		title: 'What was asked of each other',
		lines: [
			`As entered; what was asked aloud is not here. ${count(all.length, 'in all')}: ${[
				count(answered, 'answered'),
				count(declined, 'declined'),
				count(lost, 'without an answer or forgotten'),
				`${count(closed, 'closed')}${share}`,
				count(carried, 'carried through and reported'),
			].join(', ')}.`,
			...(caught === 0 ? [] : [`Caught by the read-back: ${String(caught)}.`]),
			...(missed === 0 ? [] : [`Given as misheard: ${String(missed)}.`]),
			...(answerSeconds === null
				? []
				: [
						`Real seconds to an answer, without holds: ${String(answerSeconds.middle)} in the middle, ${String(answerSeconds.longest)} at most.`,
					]),
		],
		table:
			all.length === 0
				? null
				: {
						head: ['PDT', 'of', 'what', 'came', 'answer'],
						rows: all.map(
							({at, kind, of, what, state, answerSeconds: seconds, why, caught: isCaught}) => [
								clock(at),
								of === 'all' ? kind : of,
								what,
								[state, why, isCaught ? 'caught' : ''].filter(text => text !== '').join(', '),
								seconds === null ? NEVER : `${String(seconds)} s`,
							],
						),
					},
	};
}

function pairs({requests: {pairs: all}}: TeamDebrief): TeamPart {
	return {
		id: 'pairs',
		title: 'Who asked whom',
		lines: all.length === 0 ? ['Nobody asked anything of another.'] : [],
		table:
			all.length === 0
				? null
				: {
						head: ['from', 'to', 'asked', 'closed'],
						rows: all.map(({by, of, asked, closed}) => [by, of, String(asked), String(closed)]),
					},
	};
}

function load({load: {seats, everySeconds}}: TeamDebrief): TeamPart {
	return {
		id: 'load',
		title: 'What came in, and what was done',
		lines: [
			`In ${String(everySeconds / 60)} real minutes each: pages, requests and words that came; orders, words and answers that went. For dividing seats, not for measuring effort.`,
		],
		table: {
			head: ['seat', 'came in', 'done', 'still open'],
			rows: seats.map(({seat, arriving, done, open}) => [
				seat,
				arriving.join(' '),
				done.join(' '),
				String(open),
			]),
		},
	};
}

function rest({holds, silence, duplicates, claims}: TeamDebrief, clock: Clock): TeamPart {
	const held = holds.map(({at, by, seconds}) => `${by} at ${clock(at)}, ${String(seconds)} s`);
	return {
		id: 'rest',
		title: 'Holds, silence, and what was done twice',
		lines: [
			held.length === 0
				? 'Nobody called for a hold.'
				: `A hold is a strength. Called for by ${held.join('; ')}.`,
			...(silence === null
				? []
				: [
						`The longest stretch without a word that was entered, while customers suffered: ${String(silence.seconds)} real seconds, from ${clock(silence.at)}. People think, and talk aloud.`,
					]),
			...duplicates.map(
				({at, what, by}) => `${clock(at)} ${by.join(' and ')} both looked: ${what}.`,
			),
			`${String(claims.said)} facts were said, each with the value that its speaker had before them${claims.unseen.length === 0 ? '.' : `, but ${String(claims.unseen.length)} that stand in the journal and were on nobody’s screen.`}`,
		],
		table: null,
	};
}
