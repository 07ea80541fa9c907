import {wordsLike} from '../../level/index.ts';
import type {Entry} from '../../observe/index.ts';
import {wordsOf} from '../../sim/index.ts';
import {parseOrder} from '../command.ts';
import {calledAs, CHANNELS} from './channels.ts';
import {TALK_FORMS, type TalkVerb} from './talk-forms.ts';
import type {Addressees} from './talk.types.ts';
import {Unread} from './unread.ts';

const MINUTES_MAX = 600;

/** The named parts of what was typed; a part that is not there is empty. */
export function matched(verb: TalkVerb, form: RegExp, rest: string): (part: string) => string {
	const groups = form.exec(rest)?.groups;
	if (groups === undefined) throw unread(verb);
	return part => groups[part] ?? '';
}

export function unread(verb: TalkVerb): Unread {
	return new Unread(`Usage: “${TALK_FORMS[verb]}”.`);
}

export function numberIn(verb: TalkVerb, rest: string): number {
	return Number(matched(verb, /^(?<number>\d{1,6})$/u, rest)('number'));
}

export function minutesIn(text: string): number | null {
	if (text === '') return null;
	const minutes = Number(text);
	if (minutes >= 1 && minutes <= MINUTES_MAX) return minutes;
	throw new Unread(`Minutes are 1 to ${String(MINUTES_MAX)}.`);
}

/** An order in the words of the grammar, whatever was typed for it: so two that mean the same are equal. */
export function orderIn(text: string): string {
	const parsed = parseOrder(text);
	if (!parsed.ok) throw new Unread(parsed.problem.message, parsed.problem.suggestions);
	return wordsOf(parsed.order);
}

/** Everybody, a channel, or somebody of the room. */
export function whomNamed(typed: string, addressees: Addressees): string {
	const channels = ['all', ...CHANNELS];
	const wanted = typed.toLowerCase().replace(/^@/u, '');
	const channel = wanted === 'call' ? 'all' : channels.find(each => each === wanted);
	return channel ?? roleNamed(typed, addressees, channels);
}

/** A seat or a role; or the seat of a person, who may be named with an @ before it. */
export function roleNamed(
	typed: string,
	{roles, people = {}}: Addressees,
	more: readonly string[] = [],
): string {
	const wanted = typed.toLowerCase().replace(/^@/u, '');
	const role = roles.find(each => each.toLowerCase() === wanted);
	if (role !== undefined) return role;
	const called = calledAs(wanted);
	const seat = Object.hasOwn(people, called) ? people[called] : undefined;
	if (seat !== undefined) return seat;
	const message = `Nobody here is “${typed.slice(0, 40)}”.`;
	throw new Unread(message, wordsLike(typed, [...roles, ...more]));
}

/** An entry of the timeline: what was said goes by its number alone. */
export function entryIn(verb: 'star' | 'tag', text: string): Entry {
	const part = matched(verb, /^(?:(?<kind>request|order) |#)?(?<n>\d{1,6})$/iu, text);
	const kind = part('kind').toLowerCase();
	return {kind: kind === 'request' || kind === 'order' ? kind : 'said', n: Number(part('n'))};
}

/** One of a few words. */
export function oneOf<Word extends string>(
	words: readonly Word[],
	typed: string,
	what: string,
): Word {
	const found = words.find(each => each === typed.toLowerCase());
	if (found !== undefined) return found;
	const message = `“${typed.slice(0, 40)}” is not ${what}: expected ${words.join(', ')}.`;
	throw new Unread(message, wordsLike(typed, words));
}
