import type {TeamDebrief} from '../../../../session/index.ts';
import {clockOf} from '../words.ts';
import {GROUP_MIN, type Clock, type TeamPart, type ToldTeam} from './parts.ts';

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

const NEVER = '-';

function relays({relays: all, fog}: TeamDebrief, clock: Clock): TeamPart {
	const at = (second: number | undefined | null) =>
		second === null || second === undefined ? NEVER : clock(second);
	return {
		id: 'relays',
		title: 'Every fact, from seen to acted on',
		lines: [
			`When it became true; when ${fog === 'thin' ? '(in thin fog) ' : ''}the seat that owns it could see it; when it was first said, and whom it reached; the first command that depended on it. “Could see” is not “noticed”: a seat sees much at once, and what is said aloud is not recorded.`,
		],
		table: {
			head: ['fact', 'true', 'seen', 'by', 'said', 'reached', 'command', 'broke'],
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
		title: 'What was critical, and who owned it',
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
		title: 'Who was owed an update',
		lines: [
			`A fast update is not a true one: read it beside what it said. Promised updates: ${String(made - broken)} of ${String(made)} kept.`,
		],
		table: {
			head: ['audience', 'from', 'since', 'update', 'after'],
			rows: notify.map(({audience, since, from, word, at}) => [
				audience,
				clock(from),
				since,
				at === null ? `${word} did not come` : `${word} ${clock(at)}`,
				at === null ? NEVER : `${String(Math.round((at - from) / 60))} min`,
			]),
		},
	};
}

/** Of fewer than this a share says nothing. */
const SHARE_MIN = 8;

function requests({requests: told, unconfirmed}: TeamDebrief, clock: Clock): TeamPart {
	const {all, answered, declined, lost, closed, carried, caught, missed, answerSeconds} = told;
	const count = (n: number, what: string) => `${String(n)} ${what}`;
	const share =
		all.length >= SHARE_MIN ? ` (${String(Math.round((100 * closed) / all.length))} %)` : '';
	return {
		id: 'requests',
		title: 'Requests between seats',
		lines: [
			all.length === 0
				? 'No request was entered; what was asked aloud is not recorded.'
				: `As entered; what was asked aloud is not recorded. ${count(all.length, 'in all')}: ${[
						count(answered, 'answered'),
						count(declined, 'declined'),
						count(lost, 'unanswered or forgotten'),
						`${count(closed, 'closed')}${share}`,
						count(carried, 'completed and reported'),
					].join(', ')}.`,
			...(caught === 0 ? [] : [`Caught by the read-back: ${String(caught)}.`]),
			...(missed === 0 ? [] : [`Run as misheard: ${String(missed)}.`]),
			...unconfirmed.map(({at, words}) => `${clock(at)} “${words}” was run without its read-back.`),
			...(answerSeconds === null
				? []
				: [
						`Real seconds to an answer, holds excluded: median ${String(answerSeconds.middle)}, longest ${String(answerSeconds.longest)}.`,
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
								of,
								kind === 'propose' ? `proposed: ${what}` : what,
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
		lines: all.length === 0 ? ['Nobody asked anybody for anything.'] : [],
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
			`Per ${String(everySeconds / 60)} real minutes: pages, requests and messages in; commands, messages and answers out. For dividing seats, not for measuring effort.`,
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

function percent(share: number): string {
	return `${String(Math.round(1_000 * share) / 10)} %`;
}

/** What a tenth of the share either way would change. */
function otherwise({tenth}: NonNullable<TeamDebrief['silence']>): string {
	return `; ${tenth.map(({share, seconds}) => `by ${percent(share)} it is ${String(seconds)} s`).join(', ')}`;
}

function rest({holds, silence, duplicates, claims, unled}: TeamDebrief, clock: Clock): TeamPart {
	const held = holds.map(({at, by, seconds}) => `${by} at ${clock(at)}, ${String(seconds)} s`);
	return {
		id: 'rest',
		title: 'Holds, silence and duplicated work',
		lines: [
			held.length === 0
				? 'Nobody called for a hold.'
				: `A hold is a strength. Called for by ${held.join('; ')}.`,
			...(silence === null
				? []
				: [
						`Longest time with nothing entered while a service failed more than ${percent(silence.share)} of its requests: ${String(silence.seconds)} real seconds, from ${clock(silence.at)}${otherwise(silence)}. People think, and talk aloud.`,
					]),
			...unled.map(({at, ledAt}) => {
				const until = ledAt === null ? 'to the end' : `until ${clock(ledAt)}`;
				return `From ${clock(at)} ${until} something waited for the lead, who had not been heard for four real minutes.`;
			}),
			...duplicates.map(
				({at, what, by}) => `${clock(at)} ${by.join(' and ')} both looked: ${what}.`,
			),
			`${claims.said === 1 ? 'One fact was' : `${String(claims.said)} facts were`} said, with the value its speaker had on screen${claims.unseen.length === 0 ? '.' : `, but ${String(claims.unseen.length)} in the journal were on nobody’s screen.`}`,
		],
		table: null,
	};
}
