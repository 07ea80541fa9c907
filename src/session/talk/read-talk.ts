import {cleanText, wordsLike} from '../../level/index.ts';
import {
	REASONS_TO_DECLINE,
	REASONS_TO_OBJECT,
	type Objection,
	type Refusal,
} from '../../observe/index.ts';
import type {Problem} from '../session.types.ts';
import {isHandover} from '../handover/hand.ts';
import {VOCABULARY} from '../vocabulary.ts';
import {factBefore, factIn} from './read-fact.ts';
import {RECORD_READERS} from './read-record.ts';
import {TALK_FORMS, type TalkVerb} from './talk-forms.ts';
import {matched, minutesIn, numberIn, orderIn, roleNamed, unread, whomNamed} from './talk-parts.ts';
import type {Addressees, Named, Talk} from './talk.types.ts';
import {Unread} from './unread.ts';

export const TALK_LENGTH_MAX = 500;
const FACTS_MAX = 8;

export type ReadTalk =
	{readonly ok: true; readonly talk: Talk} | {readonly ok: false; readonly problem: Problem};

/** Whether a line is talk: `hold registration on` and `tell customers restored` stay the orders that they are, and `confirm on` the setting. */
export function isTalk(text: string): boolean {
	if (readRoomWord(text) !== undefined || isServed(text) || isHandover(text)) return true;
	const [verb = '', next] = cleanText(text).trim().toLowerCase().split(/\s+/u);
	if (verb.startsWith('@')) return true;
	if (verb === 'hold') return next === undefined || next === 'because';
	if (verb === 'confirm') return /^\d+$/u.test(next ?? '');
	if (!Object.hasOwn(TALK_FORMS, verb)) return false;
	return next === undefined || !VOCABULARY.beginsOrder(`${verb} ${next}`);
}

function isServed(text: string): boolean {
	return /^\s*(?:inject|read-back|patience|allow)(?:\s|$)/iu.test(text);
}

/**
 * What is asked of the host of a room and not of its people: how fast time goes, to let another's hold go, and to see
 * what a seat sees, or everything.
 */
export type RoomWord =
	{readonly pace: number} | {readonly release: string} | {readonly look: string | null};

export const ROOM_WORDS = {
	pace: {
		form: 'pace <seconds of the night in a real one>',
		what: 'how fast time goes; 0 stops it: for the lead or the facilitator',
		example: 'pace 4',
	},
	'release-hold': {
		form: 'release-hold <seat>',
		what: 'releases that seat’s hold: for the facilitator, or while its person is away',
		example: 'release-hold dns',
	},
	look: {
		form: 'look <seat>|all',
		what: 'shows what that seat sees, or everything again: for the facilitator',
		example: 'look all',
	},
} as const;

/** The word of the host that a line is, or what is wrong with one; undefined where it begins as none. */
export function readRoomWord(
	text: string,
): {readonly word: RoomWord} | {readonly problem: Problem} | undefined {
	const [verb = '', ...rest] = cleanText(text).trim().toLowerCase().split(/\s+/u);
	const [named = ''] = rest;
	const fits = rest.length === 1 && named.length <= NAME_LENGTH_MAX;
	switch (verb) {
		case 'pace':
			return /^\d{1,3}$/u.test(named) && fits
				? {word: {pace: Number(named)}}
				: misread(ROOM_WORDS.pace);
		case 'look':
			return fits ? {word: {look: named === 'all' ? null : named}} : misread(ROOM_WORDS.look);
		case 'release-hold':
			// Alone it lets go what one holds oneself.
			return fits ? {word: {release: named}} : undefined;
		default:
			return undefined;
	}
}

const NAME_LENGTH_MAX = 64;

function misread({form, example}: (typeof ROOM_WORDS)[keyof typeof ROOM_WORDS]) {
	return {problem: {message: `Usage: “${form}”, as in ${example}.`, suggestions: []}};
}

/** Reads one line of talk as it is typed: any case, any spacing. What is wrong comes back in a sentence. */
export function readTalk(text: string, addressees: Addressees): ReadTalk {
	const typed = cleanText(text.replaceAll('\t', ' ')).trim().replaceAll(/ +/g, ' ');
	const line = typed.startsWith('@') ? `tell ${typed}` : typed;
	try {
		if (line.length > TALK_LENGTH_MAX) {
			throw new Unread(`A message has at most ${String(TALK_LENGTH_MAX)} characters.`);
		}
		const [verb = ''] = line.toLowerCase().split(' ', 1);
		if (!isTalk(line)) {
			const verbs = wordsLike(verb, Object.keys(TALK_FORMS));
			throw new Unread(`“${verb.slice(0, 40)}” is not a word of talk.`, verbs);
		}
		const rest = line.slice(verb.length).trim();
		return {ok: true, talk: READERS[verb as TalkVerb](rest, addressees)};
	} catch (error) {
		if (error instanceof Unread) return {ok: false, problem: error.problem};
		throw error;
	}
}

const READERS: Readonly<Record<TalkVerb, (rest: string, to: Addressees) => Talk>> = {
	tell(rest, addressees) {
		const [whom = '', ...words] = rest.split(' ');
		const to = whomNamed(whom, addressees);
		const facts: Named[] = [];
		let said = words.join(' ').trim();
		while (said !== '' && facts.length < FACTS_MAX) {
			const found = factBefore(said, addressees);
			if (found === null) break;
			facts.push(found.named);
			said = found.rest;
		}
		if (facts.length === 0 && said === '') throw unread('tell');
		return {verb: 'tell', to, facts, words: said};
	},
	request(rest, addressees) {
		const {before, of, withinMinutes, because} = addressed('request', rest, addressees);
		return {verb: 'request', order: orderIn(before), of, withinMinutes, because};
	},
	ask(rest, addressees) {
		const {before, of, withinMinutes} = addressed('ask', rest, addressees);
		return {verb: 'ask', about: factIn(before, addressees), of, withinMinutes};
	},
	propose: rest => ({verb: 'propose', order: orderIn(rest)}),
	object(rest, addressees) {
		const part = matched('object', /^(?:to )?(?<number>\d{1,6}) because (?<why>.+)$/iu, rest);
		const word = REASONS_TO_OBJECT.find(each => each === part('why').toLowerCase());
		const because: Objection<Named> =
			word === undefined
				? {kind: 'fact', fact: factIn(part('why'), addressees)}
				: {kind: 'word', word};
		return {verb: 'object', n: Number(part('number')), because};
	},
	decide(rest) {
		const part = matched('decide', /^(?<number>\d{1,6}) (?<word>go|no)$/iu, rest);
		return {verb: 'decide', n: Number(part('number')), go: part('word').toLowerCase() === 'go'};
	},
	answer(rest, addressees) {
		const part = matched(
			'answer',
			/^(?<number>\d{1,6}) (?<how>accept|decline|say again)(?: (?<more>.+))?$/iu,
			rest,
		);
		const n = Number(part('number'));
		const more = part('more');
		switch (part('how').toLowerCase()) {
			case 'accept': {
				const promise = matched(
					'answer',
					/^(?<order>.*?) ?(?:eta (?<eta>\d{1,3})(?: ?min)?)?$/iu,
					more,
				);
				const order = promise('order');
				const readBack = order === '' ? null : orderIn(order);
				return {verb: 'accept', n, order: readBack, etaMinutes: minutesIn(promise('eta'))};
			}
			case 'decline':
				return {verb: 'decline', n, because: refusalIn(more, addressees)};
			default:
				return {verb: 'say-again', n};
		}
	},
	confirm: rest => ({verb: 'confirm', n: numberIn('confirm', rest)}),
	correct(rest) {
		const part = matched('correct', /^(?<number>\d{1,6}) (?<order>.+)$/u, rest);
		return {verb: 'correct', n: Number(part('number')), order: orderIn(part('order'))};
	},
	report(rest, addressees) {
		const part = matched(
			'report',
			/^(?<number>\d{1,6}) (?<came>done|failed|no effect)(?: (?<fact>.+))?$/iu,
			rest,
		);
		return {
			verb: 'report',
			n: Number(part('number')),
			came: part('came').toLowerCase() as 'done' | 'failed' | 'no effect',
			fact: part('fact') === '' ? null : factIn(part('fact'), addressees),
		};
	},
	withdraw: rest => ({verb: 'withdraw', n: numberIn('withdraw', rest)}),
	hold(rest) {
		const words = /^because (?<words>.+)$/iu.exec(rest)?.groups?.['words'] ?? '';
		if (rest !== '' && words === '') throw unread('hold');
		return {verb: 'hold', because: words};
	},
	'release-hold'(rest) {
		if (rest !== '') throw unread('release-hold');
		return {verb: 'release-hold'};
	},
	...RECORD_READERS,
};

/** What is wanted, of whom, by when and why. */
function addressed(verb: 'request' | 'ask', rest: string, addressees: Addressees) {
	const part = matched(
		verb,
		/^(?<before>.+) of (?<of>\S+)(?: within (?<within>\d{1,3})(?: ?min(?:utes)?)?)?(?: because (?<because>.+))?$/iu,
		rest,
	);
	return {
		before: part('before'),
		of: roleNamed(part('of'), addressees),
		withinMinutes: minutesIn(part('within')),
		because: part('because') === '' ? null : factIn(part('because'), addressees),
	};
}

function refusalIn(text: string, addressees: Addressees): Refusal<Named> {
	const wanted = text.toLowerCase();
	const word = REASONS_TO_DECLINE.find(each => each === wanted);
	if (word !== undefined) return {kind: 'word', word};
	const needed = /^need (?<needed>.+)$/iu.exec(text)?.groups?.['needed'];
	if (needed === undefined) {
		const known = [...REASONS_TO_DECLINE, 'need <fact>', 'need <team>'];
		throw new Unread(`A reason to decline is ${known.join(', ')}.`, wordsLike(text, known));
	}
	const team = addressees.teams.find(each => each.toLowerCase() === needed.toLowerCase());
	if (team !== undefined) return {kind: 'team', team};
	return {kind: 'fact', fact: factIn(needed, addressees)};
}
