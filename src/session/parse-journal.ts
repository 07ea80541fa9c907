import {cleanText} from '../level/index.ts';
import {FIRST_SUM, unseal} from './journal-chain.ts';
import {jsonOf, journalLineFrom} from './journal-line.ts';
import {JOURNAL_FORMATS} from './journal.schema.ts';
import type {
	BeginLine,
	Journal,
	JournalLine,
	JournalProblem,
	ParsedJournal,
} from './journal.types.ts';
import {mayFollowTheEnd} from './notes.ts';

const LINE_LENGTH_MAX = 16 * 1024;
const LINES_MAX = 1_000_000;
const BEGINNING = '{"kind":"begin"';

type Body = {
	begin: BeginLine | undefined;
	readonly lines: Journal['lines'][number][];
	sum: string;
	reached: number;
	orders: number;
	ended: boolean;
};

/**
 * Reads a journal. A last line without its end was being written when the run was killed: the rest is
 * kept. Any other damage is a problem with its line, unless what precedes it is all that is asked for.
 */
export function parseJournal(
	text: string,
	damage: 'is refused' | 'cuts' = 'is refused',
): ParsedJournal {
	const body: Body = {
		begin: undefined,
		lines: [],
		sum: FIRST_SUM,
		reached: 0,
		orders: 0,
		ended: false,
	};
	let number = 0;
	let kept = 0;
	while (kept < text.length) {
		const end = text.indexOf('\n', kept);
		number++;
		if (number > LINES_MAX) return fail('too-large', number, 'It has more than a million lines.');
		const line = text.slice(kept, end === -1 ? text.length : end).replace(/\r$/, '');
		const problem = line.length > LINE_LENGTH_MAX ? tooLong(number) : readLine(line, number, body);
		if (problem !== undefined) {
			const isCut = end === -1 && problem.kind === 'edited';
			const isSalvaged = damage === 'cuts' && body.begin !== undefined;
			if (isCut || isSalvaged) return settle(body, number, kept);
			return {ok: false, problem};
		}
		kept = end === -1 ? text.length : end + 1;
	}
	return settle(body, null, kept);
}

function settle(body: Body, cutAt: number | null, keptLength: number): ParsedJournal {
	const {begin, lines, sum, reached, ended} = body;
	if (begin === undefined) {
		const cut = cutAt === null ? 'It is empty.' : 'It was cut off within its first line.';
		return fail('empty', 1, `${cut} There is nothing to replay.`);
	}
	return {ok: true, journal: {begin, lines, sum, cutAt, keptLength, ended, reached}};
}

function readLine(text: string, number: number, body: Body): JournalProblem | undefined {
	if (text.startsWith('#') || text === '') return undefined; // For people, and outside the chain.
	if (body.begin === undefined) {
		const foreign = foreignBeginning(text, number);
		if (foreign !== undefined) return foreign;
	}
	const unsealed = unseal(text, body.sum);
	if (unsealed === undefined) return text.includes('\0') ? hollow(number) : edited(number);
	const read = journalLineFrom(unsealed.body);
	if (!read.ok) return broken(number, read.why);
	body.sum = unsealed.sum;
	return place(read.line, number, body);
}

/** Holds each line to the order they are written in; a chain that was forged along still has to obey it. */
function place(line: JournalLine, number: number, body: Body): JournalProblem | undefined {
	if (line.kind === 'begin') {
		if (body.begin !== undefined) return broken(number, 'it begins the run a second time');
		body.begin = line;
		return undefined;
	}
	if (body.begin === undefined) return broken(number, 'the run has not begun');
	if (line.at < body.reached)
		return broken(number, 'it is of an earlier second than the line before');
	if (body.ended && !belongsAfterTheEnd(line, body))
		return broken(number, 'the run has ended before it');
	if (line.kind === 'do' && line.order !== ++body.orders) {
		const due = String(body.orders);
		return broken(
			number,
			`its command is numbered ${String(line.order)}, where ${due} was expected`,
		);
	}
	// An order meets the world in the second after the one it was given in.
	body.reached = line.kind === 'do' ? Math.max(body.reached, line.at - 1) : line.at;
	body.ended ||= line.kind === 'end';
	body.lines.push({number, line});
	return undefined;
}

/** What is said when it is over belongs to the second of the end. */
function belongsAfterTheEnd(line: JournalLine, {reached}: Body): boolean {
	return line.kind === 'note' && line.at === reached && mayFollowTheEnd(line.note);
}

/** Says what a first line is, when it is not the first line of a journal of ours. */
function foreignBeginning(text: string, number: number): JournalProblem | undefined {
	const value = jsonOf(text);
	if (typeof value !== 'object' || value === null) {
		// Ours, and damaged or cut off.
		if (text.startsWith(BEGINNING) || BEGINNING.startsWith(text)) return undefined;
		return problem('not-a-journal', number, 'It does not begin as a journal does.');
	}
	const {kind, format} = value as {kind?: unknown; format?: unknown};
	if (kind !== 'begin') {
		return problem('not-a-journal', number, 'It does not begin as a journal does.');
	}
	if (JOURNAL_FORMATS.some(known => known === format)) return undefined;
	if (typeof format !== 'number') return edited(number);
	const theirs = cleanText(JSON.stringify(format)).slice(0, 20);
	return problem(
		'other-format',
		number,
		`It is written in format ${theirs}; this version reads formats ${JOURNAL_FORMATS.slice(0, -1).join(', ')} and ${String(JOURNAL_FORMATS.at(-1))}.`,
	);
}

function edited(number: number): JournalProblem {
	return problem(
		'edited',
		number,
		`It was edited or damaged at line ${String(number)}: the line does not follow from the one before.`,
	);
}

/** Where the power fails, a disk may know of a length and not yet of what was to be there. */
function hollow(number: number): JournalProblem {
	const words = `It has zeros in line ${String(number)} in place of what was written there, as after a power failure.`;
	return problem('edited', number, words);
}

/** Its seal fits, so that neither a disk nor a cable did it. */
function broken(number: number, why: string): JournalProblem {
	const sealed = `Its line ${String(number)} has a valid seal, and is wrong all the same`;
	return problem('broken', number, cleanText(`${sealed}: ${why}.`));
}

function tooLong(number: number): JournalProblem {
	const limit = String(LINE_LENGTH_MAX);
	return problem('too-large', number, `Line ${String(number)} is longer than ${limit} characters.`);
}

function fail(kind: JournalProblem['kind'], line: number, message: string): ParsedJournal {
	return {ok: false, problem: problem(kind, line, message)};
}

function problem(kind: JournalProblem['kind'], line: number, message: string): JournalProblem {
	return {kind, line, message};
}
