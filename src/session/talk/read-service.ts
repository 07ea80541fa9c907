import {cleanText, READ_BACKS, type ReadBack} from '../../level/index.ts';
import type {Problem} from '../session.types.ts';
import {NOTE_TAGS, type NoteTag, type Patience} from './room-event.types.ts';

/** What whoever serves a drill types, with the form that is shown for it. */
export const SERVICE_FORMS = {
	inject: 'inject <name>',
	note: 'note [keep|ask|fact] <words>',
	snapshot: 'snapshot [<name>]',
	back: 'back <snapshot>|<time>',
	aside: 'aside <seat> <words>',
	'read-back': `read-back ${READ_BACKS.join('|')}`,
	patience: 'patience usual|double|endless',
	allow: 'allow <person>',
} as const;

/** What each of them is for. */
export const SERVICE_MEANINGS: Readonly<Record<keyof typeof SERVICE_FORMS, string>> = {
	inject: 'injects something from the palette, which panel t lists',
	note: 'is kept for the debrief: players do not see it',
	snapshot: 'saves this second, to come back to',
	back: 'takes everybody back to a snapshot or a time',
	aside: 'to one seat alone',
	'read-back': 'which commands are read back before they run',
	patience: 'how long requests wait, for all or for nobody',
	allow: 'gives a seat to somebody who has seen everything',
};

export type Service =
	| {readonly verb: 'inject'; readonly name: string}
	| {readonly verb: 'note'; readonly tag: NoteTag; readonly words: string}
	/** Without a name it goes by its time. */
	| {readonly verb: 'snapshot'; readonly name: string}
	| {readonly verb: 'back'; readonly to: string}
	/** A word to one seat, which nobody else hears. */
	| {readonly verb: 'aside'; readonly seat: string; readonly words: string}
	| {readonly verb: 'read-back'; readonly mode: ReadBack}
	| {readonly verb: 'patience'; readonly factor: Patience}
	/** Lets somebody sit down who has seen what no seat sees. */
	| {readonly verb: 'allow'; readonly person: string};

export type ReadService =
	{readonly ok: true; readonly service: Service} | {readonly ok: false; readonly problem: Problem};

const NAME_LENGTH_MAX = 40;

const PATIENCE_WORDS = new Map<string, Patience>([
	['usual', 1],
	['double', 2],
	['endless', 0],
]);

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
		case 'aside': {
			const [seat = '', ...words] = rest.split(' ');
			if (words.length === 0) return unread(verb);
			const said = {seat: seat.toLowerCase().replace(/^@/u, ''), words: words.join(' ')};
			return {ok: true, service: {verb, ...said}};
		}
		case 'read-back': {
			const mode = READ_BACKS.find(each => each === rest.toLowerCase());
			return mode === undefined ? unread(verb) : {ok: true, service: {verb, mode}};
		}
		case 'patience': {
			const factor = PATIENCE_WORDS.get(rest.toLowerCase());
			return factor === undefined ? unread(verb) : {ok: true, service: {verb, factor}};
		}
		case 'allow':
			return rest === '' ? unread(verb) : {ok: true, service: {verb, person: rest}};
		default:
			return undefined;
	}
}

/** Whether a line is one of whoever serves the drill, and nobody else’s: `note` is an order as well. */
export function isOfTheServer(text: string): boolean {
	return /^\s*(?:inject|snapshot|back|read-back|patience|allow)(?:\s|$)/iu.test(text);
}

function tagged(rest: string): {readonly tag: NoteTag; readonly words: string} {
	const [first = '', ...others] = rest.split(' ');
	const tag = NOTE_TAGS.find(each => each !== '' && each === first.toLowerCase());
	if (tag === undefined || others.length === 0) return {tag: '', words: rest};
	return {tag, words: others.join(' ')};
}

function unread(verb: keyof typeof SERVICE_FORMS): ReadService {
	const message = `Usage: “${SERVICE_FORMS[verb]}”.`;
	return {ok: false, problem: {message, suggestions: []}};
}
