import {LineCounter, parseDocument, visit, type Document} from 'yaml';
import {lineTooCrowded} from './crowding.ts';
import type {LevelProblem} from '../level.types.ts';
import {placeOf} from './level-place.ts';
import {lineTooDeep} from './nesting.ts';
import {cleanText, LEVEL_LENGTH_MAX} from '../text/index.ts';

const PROBLEMS_MAX = 20;

type Place = {readonly line: number; readonly column: number};

/** A text as plain data, and where each value of it or the name of one of its keys stands. */
type YamlText = {
	readonly value: unknown;
	readonly place: (path: readonly (string | number)[], key?: string) => Place;
};

type Failed = {readonly ok: false; readonly problems: readonly LevelProblem[]};

/** Reads a text that is not trusted: of what is too much for its reader, none is read. */
export function readYaml(text: string): {readonly ok: true; readonly yaml: YamlText} | Failed {
	if (text.length > LEVEL_LENGTH_MAX) {
		return failedAt(1, 1, `a level has at most ${String(LEVEL_LENGTH_MAX / 1024)} KB`);
	}
	const lines = new LineCounter();
	const deep = lineTooDeep(text);
	if (deep !== undefined) return failedAt(deep, 1, 'the text is nested too deeply');
	const crowded = lineTooCrowded(text);
	if (crowded !== undefined) {
		return failedAt(crowded, 1, 'there is more from here on than a level needs');
	}
	const document = parseDocument(text, {
		lineCounter: lines,
		uniqueKeys: true,
		version: '1.2',
		logLevel: 'error', // What it warns of is no business of the terminal's.
	});
	const broken = [...document.errors, ...document.warnings];
	if (broken.length > 0) {
		return failed(
			broken.map(({linePos, message}) => {
				const place = {line: linePos?.[0].line ?? 1, column: linePos?.[0].col ?? 1};
				return problemAt(place, {message: firstLine(message)});
			}),
		);
	}
	const placed = (offset: number): Place => {
		const {line, col} = lines.linePos(offset);
		return {line: Math.max(1, line), column: Math.max(1, col)};
	};
	const plain = plainValue(document);
	if (!plain.ok) return failed([problemAt(placed(firstAlias(document)), plain)]);
	const place = (path: readonly (string | number)[], key?: string) =>
		placed(placeOf(document, path, key));
	return {ok: true, yaml: {value: plain.value, place}};
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

/** The first of the problems, in the order of the text. */
export function failed(problems: readonly LevelProblem[]): Failed {
	const inOrder = [...problems].sort((a, b) => a.line - b.line || a.column - b.column);
	return {ok: false, problems: inOrder.slice(0, PROBLEMS_MAX)};
}

export function problemAt(
	{line, column}: Place,
	{message, suggestions = []}: {readonly message: string; readonly suggestions?: readonly string[]},
): LevelProblem {
	return {line, column, message: cleanText(message), suggestions};
}

function failedAt(line: number, column: number, message: string): Failed {
	return failed([problemAt({line, column}, {message})]);
}

function firstLine(message: string): string {
	const line = message.split('\n', 1)[0] ?? message;
	return line.replace(/ at line \d+, column \d+:?$/, '').replace(/:$/, '');
}
