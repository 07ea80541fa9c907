import {cleanText} from '../../level/index.ts';
import type {Problem} from '../session.types.ts';
import {NOTE_TAGS, type NoteTag} from './room-event.types.ts';

/** What whoever serves a drill types, with the form that is shown for it. */
export const SERVICE_FORMS = {
	inject: 'inject <name>',
	note: 'note [keep|ask|fact] <words>',
	snapshot: 'snapshot [<name>]',
	back: 'back <snapshot>|<time>',
} as const;

export type Service =
	| {readonly verb: 'inject'; readonly name: string}
	| {readonly verb: 'note'; readonly tag: NoteTag; readonly words: string}
	/** Without a name it goes by its time. */
	| {readonly verb: 'snapshot'; readonly name: string}
	| {readonly verb: 'back'; readonly to: string};

export type ReadService =
	{readonly ok: true; readonly service: Service} | {readonly ok: false; readonly problem: Problem};

const NAME_LENGTH_MAX = 40;

/** Reads a line of whoever serves the drill; undefined where it begins as nothing that they say. */
export function readService(text: string): ReadService | undefined {
	const line = cleanText(text.replaceAll('\t', ' ')).trim();
	const [first = ''] = line.split(' ', 1);
	const verb = first.toLowerCase();
	const rest = line.slice(first.length).trim().replaceAll(/ +/g, ' ');
	switch (verb) {
		case 'inject':
			return rest === '' ? unread(verb) : {ok: true, service: {verb, name: rest.toLowerCase()}};
		case 'note':
			return rest === '' ? unread(verb) : {ok: true, service: {verb, ...tagged(rest)}};
		case 'snapshot': {
			const fits = rest.length <= NAME_LENGTH_MAX;
			return fits ? {ok: true, service: {verb, name: rest}} : unread(verb);
		}
		case 'back':
			return rest === '' ? unread(verb) : {ok: true, service: {verb, to: rest}};
		default:
			return undefined;
	}
}

/** Whether a line is one of whoever serves the drill, and nobody else’s: `note` is an order as well. */
export function isOfTheServer(text: string): boolean {
	return /^\s*(?:inject|snapshot|back)(?:\s|$)/iu.test(text);
}

function tagged(rest: string): {readonly tag: NoteTag; readonly words: string} {
	const [first = '', ...others] = rest.split(' ');
	const tag = NOTE_TAGS.find(each => each !== '' && each === first.toLowerCase());
	if (tag === undefined || others.length === 0) return {tag: '', words: rest};
	return {tag, words: others.join(' ')};
}

function unread(verb: keyof typeof SERVICE_FORMS): ReadService {
	const message = `It reads “${SERVICE_FORMS[verb]}”.`;
	return {ok: false, problem: {message, suggestions: []}};
}
