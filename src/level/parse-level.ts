import {LineCounter, parseDocument, visit, type Document} from 'yaml';
import type * as z from 'zod/mini';
import {cleanText} from './text/index.ts';
import {lineTooCrowded} from './crowding.ts';
import {withCurrentNames} from './former-names.ts';
import {levelSchema, type LevelFile} from './level.schema.ts';
import type {Level, LevelProblem, ParsedLevel, Vocabulary} from './level.types.ts';
import {explain} from './level-issue.ts';
import {levelOf} from './level-of.ts';
import {placeOf} from './level-place.ts';
import {lineTooDeep} from './nesting.ts';
import {objectionsTo} from './objections.ts';

export const LEVEL_LENGTH_MAX = 256 * 1024;
const PROBLEMS_MAX = 20;

/** Reads the text of a `level.yaml`. Whatever is wrong comes back with its line and column. */
export function parseLevel(text: string, vocabulary: Vocabulary): ParsedLevel {
	if (text.length > LEVEL_LENGTH_MAX) {
		return fail([at(1, 1, `a level has at most ${String(LEVEL_LENGTH_MAX / 1024)} KB`)]);
	}
	const lines = new LineCounter();
	const deep = lineTooDeep(text);
	if (deep !== undefined) return fail([at(deep, 1, 'the text is nested too deeply')]);
	const crowded = lineTooCrowded(text);
	if (crowded !== undefined)
		return fail([at(crowded, 1, 'there is more from here on than a level needs')]);
	const document = parseDocument(text, {
		lineCounter: lines,
		uniqueKeys: true,
		version: '1.2',
		logLevel: 'error', // What it warns of is no business of the terminal's.
	});
	const broken = [...document.errors, ...document.warnings];
	if (broken.length > 0) {
		return fail(
			broken.map(({linePos, message}) =>
				at(linePos?.[0].line ?? 1, linePos?.[0].col ?? 1, firstLine(message)),
			),
		);
	}
	const value = plainValue(document);
	if (!value.ok) {
		const {line, col} = lines.linePos(firstAlias(document));
		return fail([at(line, col, value.message)]);
	}
	const parsed = levelSchema.safeParse(withCurrentNames(value.value), {reportInput: true});
	if (!parsed.success) {
		return fail(parsed.error.issues.flatMap(issue => located(issue, document, lines)));
	}
	return settle(parsed.data, document, lines, vocabulary);
}

/** The same for a level that is already data, such as one read from JSON at build time. */
export function levelFrom(value: unknown, vocabulary: Vocabulary): Level | undefined {
	const parsed = levelSchema.safeParse(withCurrentNames(value));
	if (!parsed.success) return undefined;
	const level = levelOf(parsed.data);
	return objectionsTo(parsed.data, level, vocabulary).length === 0 ? level : undefined;
}

function plainValue(
	document: Document.Parsed,
): {readonly ok: true; readonly value: unknown} | {readonly ok: false; readonly message: string} {
	try {
		return {ok: true, value: document.toJS({maxAliasCount: 20}) as unknown};
	} catch (error) {
		// An alias that unfolds without end, or one without its anchor.
		const why = error instanceof Error ? firstLine(error.message) : 'unreadable';
		return {ok: false, message: `expected few aliases, each of something above it: ${why}`};
	}
}

/** Where the first alias stands. */
function firstAlias(document: Document.Parsed): number {
	let first = 0;
	visit(document, {
		Alias(_, {range}) {
			first = range?.[0] ?? 0;
			return visit.BREAK;
		},
	});
	return first;
}

function located(
	issue: z.core.$ZodIssue,
	document: Document.Parsed,
	lines: LineCounter,
): readonly LevelProblem[] {
	return explain(issue).map(({path, key, message, suggestions}) => {
		const {line, col} = lines.linePos(placeOf(document, path, key));
		return {
			line: Math.max(1, line),
			column: Math.max(1, col),
			message: cleanText(message),
			suggestions,
		};
	});
}

function settle(
	file: LevelFile,
	document: Document.Parsed,
	lines: LineCounter,
	vocabulary: Vocabulary,
): ParsedLevel {
	const level = levelOf(file);
	const problems = objectionsTo(file, level, vocabulary).map(({path, message, suggestions}) => {
		const {line, col} = lines.linePos(placeOf(document, path, undefined));
		return {...at(line, col, message), suggestions};
	});
	return problems.length > 0 ? fail(problems) : {ok: true, level};
}

function fail(problems: readonly LevelProblem[]): ParsedLevel {
	const inOrder = [...problems].sort((a, b) => a.line - b.line || a.column - b.column);
	return {ok: false, problems: inOrder.slice(0, PROBLEMS_MAX)};
}

function at(line: number, column: number, message: string): LevelProblem {
	return {line, column, message: cleanText(message), suggestions: []};
}

function firstLine(message: string): string {
	const line = message.split('\n', 1)[0] ?? message;
	return line.replace(/ at line \d+, column \d+:?$/, '').replace(/:$/, '');
}
