import {expectedWords, withCurrentNames} from '../level/index.ts';
import {assert} from '../sim/index.ts';
import {lineSchema} from './journal.schema.ts';
import type {JournalLine} from './journal.types.ts';

/** A line without its seal, or what is wrong with it, as the end of a sentence. */
export function journalLineFrom(
	text: string,
): {readonly ok: true; readonly line: JournalLine} | {readonly ok: false; readonly why: string} {
	const value = jsonOf(text);
	if (value === undefined) return {ok: false, why: 'it is not JSON'};
	// Schemas pass over this name: what stands there would be dropped without a word.
	if (hasPrototype(value)) return {ok: false, why: '“__proto__” is not known here'};
	const parsed = lineSchema.safeParse(value, {reportInput: true});
	if (parsed.success) return {ok: true, line: withNamesOfToday(parsed.data)};
	const [issue] = parsed.error.issues;
	assert(issue !== undefined, 'a line is refused for something');
	const place = issue.path.map(String).join('.').slice(0, 60);
	const words = expectedWords(issue);
	return {ok: false, why: place === '' ? words : `“${place}”: ${words}`};
}

export function jsonOf(text: string): unknown {
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return undefined;
	}
}

function hasPrototype(value: unknown): boolean {
	if (typeof value !== 'object' || value === null) return false;
	return Object.hasOwn(value, '__proto__') || Object.values(value).some(hasPrototype);
}

/** Its marks keep the spelling they were made with: they are compared with marks. */
function withNamesOfToday(line: JournalLine): JournalLine {
	return line.kind === 'begin' || line.kind === 'note' ? withCurrentNames(line) : line;
}
