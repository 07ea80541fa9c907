import {deflateSync, inflateSync, strFromU8, strToU8} from 'fflate';
import {hash} from '../../sim/index.ts';
import {jsonOf} from '../journal-line.ts';
import type {Journal} from '../journal.types.ts';
import {parseJournal} from '../parse-journal.ts';
import {commandOf} from '../relive/other-versions.ts';
import {base64urlOf, bytesOf} from './base64url.ts';
import {packedRun, unpackedRun} from './packed-run.ts';

/** The one form that links have had so far. */
const FORM = 1;
/** Characters of a link from its `#` on. */
export const RUN_LINK_LENGTH_MAX = 8 * 1024;
/** Bytes of a run when it is unpacked: more than any that fits into a link, and less than would be felt. */
const UNPACKED_BYTES_MAX = 64 * 1024;

const LINK = /^(?:[a-z][a-z\d+.-]*:\/\/[^\s#]*)?#run=/iu;
/** Form, game, the run and a checksum over the three. Of every form, the first two stand first. */
const ENVELOPE = /^(\d{1,4})\.((\d{1,4}\.\d{1,4})\.\d{1,4}(?:-[\da-z-]{1,20})?)\.(.*)$/u;
const CONTENT = /^([\w-]+)\.([0-9a-f]{8})$/u;

export type RunLink =
	| {readonly ok: true; readonly link: string}
	/** One sentence. */
	| {readonly ok: false; readonly message: string};

export type ReadRunLink =
	/** The run as the text of a journal, and as that text says. */
	| {readonly ok: true; readonly text: string; readonly journal: Journal}
	/** One sentence. */
	| {readonly ok: false; readonly message: string};

/** Whether a word is a link that holds a run, with the address of a page before it or without. */
export function isRunLink(text: string): boolean {
	return LINK.test(text.trim());
}

/** A run as `#run=...`. It proves nothing of itself: whoever has it lives it again. */
export function runLink(journal: Journal): RunLink {
	const packed = strToU8(JSON.stringify(packedRun(journal)));
	const run = base64urlOf(deflateSync(packed, {level: 9}));
	const said = `${String(FORM)}.${journal.begin.game}.${run}`;
	const link = `#run=${said}.${sumOf(said)}`;
	if (link.length > RUN_LINK_LENGTH_MAX || packed.length > UNPACKED_BYTES_MAX) {
		const lengths = `It takes ${String(link.length)} characters in a link, and ${String(RUN_LINK_LENGTH_MAX)} is the most`;
		return refuse(`${lengths}: share the journal itself.`);
	}
	return ENVELOPE.test(said) ? {ok: true, link} : refuse(NO_VERSION);
}

/** The run that a link holds. A link is from outside: whatever was done to it comes back as one sentence. */
export function readRunLink(given: string): ReadRunLink {
	const text = given.trim();
	const begins = LINK.exec(text);
	if (begins === null) return refuse('It holds no run: expected #run= and what follows it.');
	const said = text.slice(begins[0].length);
	if (said.length + '#run='.length > RUN_LINK_LENGTH_MAX) {
		return refuse(
			`It is longer than ${String(RUN_LINK_LENGTH_MAX)} characters, the most that a run in a link has.`,
		);
	}
	const [, form = '', game = '', minor = '', content = ''] = ENVELOPE.exec(said) ?? [];
	if (form === '') return refuse(DAMAGED);
	if (form !== String(FORM)) {
		const other = `It is of form ${form}, of game ${game}, and this game reads form ${String(FORM)}`;
		return refuse(`${other}: ${commandOf(minor, 'LINK')} plays it.`);
	}
	const [, run = '', sum = ''] = CONTENT.exec(content) ?? [];
	if (sum !== sumOf(said.slice(0, -1 - sum.length)) || run === '') return refuse(DAMAGED);
	return unpacked(run, game);
}

const DAMAGED = 'It was cut off or changed on its way: its checksum does not match.';
const NO_VERSION = 'It does not say which version of the game it was played in.';
const NO_RUN = 'Its checksum matches, but what it holds is not a run.';

/** Whoever can make a checksum can put anything under it. */
function unpacked(run: string, game: string): ReadRunLink {
	const bytes = bytesOf(run);
	const packed = bytes === undefined ? undefined : inflated(bytes);
	if (packed === undefined) return refuse(NO_RUN);
	if (packed.length > UNPACKED_BYTES_MAX) {
		return refuse(
			`It holds more than ${String(UNPACKED_BYTES_MAX / 1024)} kB, and no run in a link does.`,
		);
	}
	const text = journalIn(jsonOf(strFromU8(packed)), game);
	if (text === undefined) return refuse(NO_RUN);
	const parsed = parseJournal(text);
	return parsed.ok ? {ok: true, text, journal: parsed.journal} : refuse(parsed.problem.message);
}

/** At most one byte more than a run may have is ever held. */
function inflated(bytes: Uint8Array): Uint8Array | undefined {
	try {
		return inflateSync(bytes, {out: new Uint8Array(UNPACKED_BYTES_MAX + 1)});
	} catch {
		return undefined;
	}
}

function journalIn(packed: unknown, game: string): string | undefined {
	try {
		return unpackedRun(packed, game);
	} catch {
		return undefined;
	}
}

function sumOf(said: string): string {
	return hash(said).slice(0, 8);
}

function refuse(message: string): {readonly ok: false; readonly message: string} {
	return {ok: false, message};
}
