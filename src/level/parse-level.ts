import {LineCounter, parseDocument, type Document} from 'yaml';
import type * as z from 'zod/mini';
import {hash} from '../sim/index.ts';
import {cleanText} from './clean-text.ts';
import {secondsOfDay, tickAt} from './clock.ts';
import {levelSchema, type LevelFile} from './level.schema.ts';
import type {Level, LevelProblem, ParsedLevel} from './level.types.ts';
import {explain} from './level-issue.ts';
import {placeOf} from './level-place.ts';
import {lineTooDeep} from './nesting.ts';
import {seedFault} from './seed.ts';

export const LEVEL_LENGTH_MAX = 256 * 1024;
const PROBLEMS_MAX = 20;

/** Reads the text of a `level.yaml`. Whatever is wrong comes back with its line and column. */
export function parseLevel(text: string): ParsedLevel {
	if (text.length > LEVEL_LENGTH_MAX) {
		return fail([at(1, 1, `a level has at most ${String(LEVEL_LENGTH_MAX / 1024)} KB`)]);
	}
	const lines = new LineCounter();
	const deep = lineTooDeep(text);
	if (deep !== undefined) return fail([at(deep, 1, 'the text is nested too deeply')]);
	const document = parseDocument(text, {lineCounter: lines, uniqueKeys: true, version: '1.2'});
	const broken = [...document.errors, ...document.warnings];
	if (broken.length > 0) {
		return fail(
			broken.map(({linePos, message}) =>
				at(linePos?.[0].line ?? 1, linePos?.[0].col ?? 1, firstLine(message)),
			),
		);
	}
	const value = plainValue(document);
	if (!value.ok) return fail([at(1, 1, value.message)]);
	const parsed = levelSchema.safeParse(value.value, {reportInput: true});
	if (!parsed.success) {
		return fail(parsed.error.issues.flatMap(issue => located(issue, document, lines)));
	}
	return settle(parsed.data, document, lines);
}

/** The same for a level that is already data, such as one read from JSON at build time. */
export function levelFrom(value: unknown): Level | undefined {
	const parsed = levelSchema.safeParse(value);
	return parsed.success ? levelOf(parsed.data) : undefined;
}

function plainValue(
	document: Document.Parsed,
): {readonly ok: true; readonly value: unknown} | {readonly ok: false; readonly message: string} {
	try {
		return {ok: true, value: document.toJS({maxAliasCount: 20}) as unknown};
	} catch (error) {
		// An alias that unfolds without end, or one without its anchor.
		return {ok: false, message: error instanceof Error ? firstLine(error.message) : 'unreadable'};
	}
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

/** What no schema says: times that lie within the level, a seed that can be typed again. */
function settle(file: LevelFile, document: Document.Parsed, lines: LineCounter): ParsedLevel {
	const problems: LevelProblem[] = [];
	const object = (path: readonly (string | number)[], message: string) => {
		const {line, col} = lines.linePos(placeOf(document, path, undefined));
		problems.push(at(line, col, message));
	};
	const level = levelOf(file);
	if (level.limit === 0) object(['limit'], 'the limit is later than the start');
	for (const [index, {at: due}] of level.faults.entries()) {
		if (due > level.limit) {
			object(['faults', index, 'at'], `a fault lies between ${file.start} and ${file.limit}`);
		}
	}
	if (level.story !== null && level.story.from > level.story.until) {
		object(['story'], 'the story begins before it ends');
	}
	const wrongSeed = seedFault(level.seed);
	if (wrongSeed !== undefined) object(['seed'], wrongSeed);
	if (level.title.trim() === '') object(['title'], 'a title has at least one printable character');
	return problems.length > 0 ? fail(problems) : {ok: true, level};
}

function levelOf(file: LevelFile): Level {
	const startSecondsOfDay = secondsOfDay(file.start) ?? 0;
	const ticksTo = (time: string) => tickAt(secondsOfDay(time) ?? 0, startSecondsOfDay);
	const faults = file.faults.map(({at: time, to, ...fault}) => ({
		at: ticksTo(time),
		to,
		fault,
	}));
	const world = {
		id: file.id,
		startSecondsOfDay,
		limit: ticksTo(file.limit),
		faults,
		switches: file.switches,
		parameters: file.parameters as Level['parameters'],
	};
	return {
		...world,
		title: cleanText(file.title),
		summary: cleanText(file.summary),
		seed: String(file.seed),
		story:
			file.story === undefined
				? null
				: {
						from: ticksTo(file.story.nameEmptiesFrom),
						until: ticksTo(file.story.nameEmptiesUntil),
					},
		hash: hash(world),
	};
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
