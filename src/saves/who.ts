import * as z from 'zod/mini';
import {cleanName} from '../level/index.ts';
import {JOURNAL_ENDING, WHO_ENDING} from '../play/kept/index.ts';
import {expectedWords} from '../session/index.ts';
import {DISK, diskTrouble, readText, shownPath, writeAtomic, type Disk} from './disk/index.ts';

/**
 * Who played a run. It lies beside the journal and never in it: whoever hands the journal on hands no name on, and a name
 * that is removed changes nothing of what the journal proves.
 */
export type Who = {
	/** Empty where a room has names of its own, and only its team is known. */
	readonly name: string;
	readonly team: string;
	/** When it was begun, as whoever began it says; empty where nobody did. */
	readonly began: string;
};

export type ReadWho =
	| {readonly ok: true; readonly who: Who | undefined}
	/** With the file, its line and what was expected; the run beside it is whole. */
	| {readonly ok: false; readonly message: string};

const BYTES_MAX = 4_096;
const BEGAN = /^(?:\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ)?$/u;

const name = z
	.string()
	.check(z.refine(text => cleanName(text) === text, 'expected at most 40 printable characters'));
const schema = z.strictObject({
	format: z.literal(1),
	name,
	team: name,
	began: z.string().check(z.regex(BEGAN, 'expected a time as 2026-10-20T06:48:00Z')),
});

/** Where the name of a run lies. */
export function whoFile(journal: string): string {
	const base = journal.endsWith(JOURNAL_ENDING)
		? journal.slice(0, -JOURNAL_ENDING.length)
		: journal;
	return base + WHO_ENDING;
}

export function readWho(journal: string, disk: Disk = DISK): ReadWho {
	const file = whoFile(journal);
	const read = readText(file, BYTES_MAX, disk);
	if (!read.ok && read.absent) return {ok: true, who: undefined};
	if (!read.ok) return {ok: false, message: `${shownPath(file)}: ${read.why}.`};
	const wrong = (line: number, why: string) =>
		({ok: false, message: `${shownPath(file)}:${String(line)}: ${why}.`}) as const;
	let value: unknown;
	try {
		value = JSON.parse(read.text);
	} catch {
		return wrong(1, 'expected JSON');
	}
	const parsed = schema.safeParse(value, {reportInput: true});
	if (parsed.success) return {ok: true, who: parsed.data};
	const [issue] = parsed.error.issues;
	if (issue === undefined) return wrong(1, 'expected a name and a team');
	const field = issue.path.map(String).join('.');
	const place = field === '' ? '' : `“${field.slice(0, 40)}”: `;
	return wrong(lineOf(field, read.text), `${place}${expectedWords(issue)}`);
}

function lineOf(field: string, text: string): number {
	const line = text.split('\n').findIndex(each => each.includes(`"${field}"`));
	return line === -1 ? 1 : line + 1;
}

/** Says in a sentence what went wrong, if anything did: a run goes on without its name. */
export function noteWho(journal: string, who: Who, disk: Disk = DISK): string | undefined {
	const file = whoFile(journal);
	try {
		writeAtomic(file, `${JSON.stringify({format: 1, ...who}, null, '\t')}\n`, disk);
		return undefined;
	} catch (error) {
		return `${shownPath(file)}: the name could not be kept: ${diskTrouble(error)}.`;
	}
}
