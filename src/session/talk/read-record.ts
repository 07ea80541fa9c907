import {CHAT_ROLES} from '../../level/index.ts';
import {REPLIES, TIMELINE_TAGS, type Reply} from '../../observe/index.ts';
import {SPLITS} from './channels.ts';
import {entryIn, matched, minutesIn, oneOf, orderIn, roleNamed, unread} from './talk-parts.ts';
import type {Addressees, Talk} from './talk.types.ts';

/** How what is no request is read: answers to those outside, the timeline, channels, and who leads. */
export const RECORD_READERS = {
	reply(rest) {
		const part = matched('reply', /^(?<to>\S+) (?<form>\S+)$/u, rest);
		return {
			verb: 'reply',
			to: oneOf(CHAT_ROLES, part('to').replace(/^@/u, ''), 'somebody who writes'),
			form: oneOf(Object.keys(REPLIES) as Reply[], part('form'), 'an answer'),
		};
	},
	star: rest => ({verb: 'star', entry: entryIn('star', rest)}),
	tag(rest) {
		const part = matched('tag', /^(?<entry>.+) (?<tag>\S+)$/u, rest);
		const tag = oneOf(TIMELINE_TAGS, part('tag'), 'a tag');
		return {verb: 'tag', entry: entryIn('tag', part('entry')), tag};
	},
	remind(rest, addressees) {
		const part = matched(
			'remind',
			/^(?<minutes>\d{1,3})(?: ?min)? (?:@(?<to>\S+) )?(?<words>.+)$/iu,
			rest,
		);
		const to = part('to') === '' ? null : roleNamed(part('to'), addressees);
		return {verb: 'remind', minutes: minutesIn(part('minutes')) ?? 1, to, words: part('words')};
	},
	split(rest, addressees) {
		const part = matched(
			'split',
			/^(?<seats>.+) into (?<into>\S+)(?: for (?<minutes>\d{1,3})(?: ?min)?)?$/iu,
			rest,
		);
		return {
			verb: 'split',
			seats: part('seats')
				.split(/,? /u)
				.map(each => roleNamed(each, addressees)),
			into: oneOf(SPLITS, part('into'), 'a channel beside the call'),
			minutes: minutesIn(part('minutes')),
		};
	},
	merge: rest => ({verb: 'merge', channel: oneOf(SPLITS, rest, 'a channel beside the call')}),
	aside(rest) {
		if (rest === '') throw unread('aside');
		return {verb: 'aside', words: rest};
	},
	lead(rest) {
		if (rest !== '') throw unread('lead');
		return {verb: 'lead'};
	},
	unconfirmed: rest => ({verb: 'unconfirmed', order: orderIn(rest)}),
} as const satisfies Readonly<Record<string, (rest: string, to: Addressees) => Talk>>;
