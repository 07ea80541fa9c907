import {isSameName} from '../level/index.ts';
import {FIRST_SUM, seal} from './journal-chain.ts';
import {jsonOf} from './journal-line.ts';
import type {Journal} from './journal.types.ts';
import {parseJournal} from './parse-journal.ts';
import {roomEventsIn} from './relive/index.ts';
import {calledAs} from './talk/index.ts';
import {notesBeforeTheEnd, notesHash} from './verify.ts';

/** What a name becomes where somebody sat, and in what was said. */
const SOMEBODY = 'somebody';
const LEFT_OUT = '…';
/** Fields of a room's notes that hold whoever sits there, and those that hold words. */
const PERSONS = ['person'];
const WORDS = ['text', 'unless'];

/**
 * The text of a journal without somebody's name: where they sat stands somebody, where they were spoken of nobody. The run
 * stays what it was, to its last hash; only the sums of its lines, and the one over its notes, are made anew. Undefined
 * where the name does not stand there. Never makes a journal true whose notes were changed before.
 */
export function withoutName(text: string, name: string): string | undefined {
	const parsed = parseJournal(text);
	if (!parsed.ok) return undefined;
	const {journal} = parsed;
	const somebody = unlike(peopleIn(journal));
	const bare = (line: string) => {
		const value = jsonOf(line) as {readonly kind?: unknown};
		if (value.kind !== 'note') return line;
		const now = JSON.stringify(without(value, name, somebody));
		return now === JSON.stringify(value) ? line : now;
	};
	const once = resealed(text.slice(0, journal.keptLength), bare);
	if (once.bodies.every((body, at) => body === once.before[at])) return undefined;
	const known = parseJournal(once.text);
	if (!known.ok) return undefined;
	const end = journal.lines.find(({line}) => line.kind === 'end')?.line;
	const isTrue = end?.kind === 'end' && end.notes === notesHash(notesBeforeTheEnd(journal));
	const notes = notesHash(notesBeforeTheEnd(known.journal));
	const twice = isTrue
		? resealed(once.text, line => {
				const value = jsonOf(line) as {readonly kind?: unknown};
				return value.kind === 'end' ? JSON.stringify({...value, notes}) : line;
			})
		: once;
	return twice.text;
}

/** Lines of commands in which a name stands as a word. */
export function commandsWith({lines}: Journal, name: string): readonly number[] {
	const word = wordOf(name);
	return lines.flatMap(({number, line}) =>
		line.kind === 'do' && word.test(line.what) ? [number] : [],
	);
}

/** Whether a name may stand in a text at all: quickly, as most texts hold no names. */
export function mayHold(text: string, name: string): boolean {
	const folded = text.toLowerCase();
	return [JSON.stringify(name).slice(1, -1), calledAs(name)].some(
		form => form !== '' && folded.includes(form.toLowerCase()),
	);
}

const SUM = /,"sum":"[0-9a-f]{8}"\}$/u;

function resealed(text: string, changed: (body: string) => string) {
	let sum = FIRST_SUM;
	const [before, bodies]: [string[], string[]] = [[], []];
	const lines = text.split('\n').map(line => {
		const sealed = line.replace(/\r$/u, '');
		if (sealed === '' || sealed.startsWith('#')) return sealed;
		const body = sealed.replace(SUM, '}');
		before.push(body);
		const now = changed(body);
		bodies.push(now);
		const next = seal(jsonOf(now) as object, sum);
		({sum} = next);
		return next.text;
	});
	return {text: lines.join('\n'), before, bodies};
}

function without(value: unknown, name: string, somebody: string): unknown {
	if (Array.isArray(value)) return value.map(each => without(each, name, somebody));
	if (typeof value !== 'object' || value === null) return value;
	const entries = Object.entries(value).map(([key, held]: [string, unknown]) => {
		if (typeof held !== 'string') return [key, without(held, name, somebody)];
		if (PERSONS.includes(key)) return [key, isSameName(held, name) ? somebody : held];
		return [key, WORDS.includes(key) ? held.replace(wordOf(name, 'gu'), LEFT_OUT) : held];
	});
	return Object.fromEntries(entries);
}

/** The name as people write it, and as they are called behind an @; never a part of another word. */
function wordOf(name: string, flags = 'u'): RegExp {
	const forms = [name, calledAs(name)].filter(form => form !== '').map(literal);
	return new RegExp(`(?<![\\p{L}\\p{N}])(?:${forms.join('|')})(?![\\p{L}\\p{N}])`, `${flags}i`);
}

function literal(text: string): string {
	return text.replaceAll(/[\\^$.*+?()[\]{}|]/gu, String.raw`\$&`);
}

/** Whoever sat in a room, or has seen what no seat sees; each once. */
export function peopleIn(journal: Journal): readonly string[] {
	const people = roomEventsIn(journal).flatMap(({event}) =>
		'person' in event && event.person !== '' ? [event.person] : [],
	);
	return [...new Set(people)];
}

/** Two people stay two. */
function unlike(taken: readonly string[]): string {
	for (let number = 1; ; number++) {
		const tried = number === 1 ? SOMEBODY : `${SOMEBODY} ${String(number)}`;
		if (!taken.some(each => isSameName(each, tried))) return tried;
	}
}
