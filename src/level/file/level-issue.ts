import type * as z from 'zod/mini';
import {expectedWords} from '../expected.ts';
import {CONDITION_KINDS, kindMeant} from '../condition.schema.ts';
import {FAULT_TYPES} from '../fault.schema.ts';
import {keysAt} from '../schema-keys.ts';
import {wordsLike} from '../likeness.ts';

/** An issue of the schema in our own words, at a value or at one of its keys. */
export type Explained = {
	readonly path: readonly (string | number)[];
	readonly key: string | undefined;
	readonly message: string;
	readonly suggestions: readonly string[];
};

type Path = readonly (string | number)[];

const FAULT_EXPECTED = `expected a fault of type ${listOf(FAULT_TYPES)}`;

export function explain(
	issue: z.core.$ZodIssue,
	above: Path = [],
	whole = 'the level',
): readonly Explained[] {
	const path = [...above, ...issue.path.filter(part => typeof part !== 'symbol')];
	const name = path.length === 0 ? whole : nameOf(path);
	if (issue.code === 'unrecognized_keys') {
		return issue.keys.map(key => ({
			path,
			key,
			message: `\`${key}\` is not known in ${name}`,
			suggestions: wordsLike(key, keysAt(path)),
		}));
	}
	const at = (expected: string, suggestions: readonly string[] = []) => [
		{path, key: undefined, message: `${name}: ${expected}`, suggestions},
	];
	if (issue.code === 'invalid_value') {
		const values = issue.values.map(String);
		const like = typeof issue.input === 'string' ? wordsLike(issue.input, values) : [];
		return at(`expected ${listOf(values)}`, like);
	}
	if (issue.code === 'invalid_union') {
		if (path.at(-1) === 'type')
			return at(FAULT_EXPECTED, wordsLike(typeIn(issue.input), FAULT_TYPES));
		return explainUnion(issue, path) ?? at(unionOf(path));
	}
	return at(expectedWords(issue));
}

/** Of a union, what is wrong with the member that was meant, where that can be told from its keys. */
function explainUnion(
	issue: z.core.$ZodIssueInvalidUnion,
	path: Path,
): readonly Explained[] | undefined {
	const {input} = issue;
	const isStory = path.length === 1 && path[0] === 'story';
	const meant = isStory ? storyMeant(input) : conditionMeant(input);
	const issues = meant === undefined ? undefined : issue.errors[meant];
	if (issues === undefined || path[0] === 'seed') return undefined;
	return issues.flatMap(inner => explain(inner, path));
}

function storyMeant(input: unknown): number {
	return typeof input === 'object' && input !== null && 'when' in input ? 1 : 0;
}

function conditionMeant(input: unknown): number | undefined {
	const kind = kindMeant(input);
	return kind === undefined ? undefined : CONDITION_KINDS.indexOf(kind);
}

function typeIn(fault: unknown): string {
	const {type} =
		typeof fault === 'object' && fault !== null ? (fault as {type?: unknown}) : {type: fault};
	return typeof type === 'string' ? type : '';
}

function nameOf(path: Path): string {
	return path
		.map((part, index) =>
			typeof part === 'number' ? `[${String(part)}]` : `${index === 0 ? '' : '.'}${part}`,
		)
		.join('');
}

function unionOf(path: Path): string {
	if (path.length === 1 && path[0] === 'seed') return 'expected text or a whole number';
	return `expected a condition: ${[...new Set(CONDITION_KINDS.map(keyOf))].join(', ')}`;
}

function keyOf(kind: (typeof CONDITION_KINDS)[number]): string {
	return kind === 'above' || kind === 'below' ? 'metric' : kind;
}

function listOf(words: readonly string[]): string {
	const quoted = words.map(word => JSON.stringify(word));
	if (quoted.length > 8) return `one of ${quoted.slice(0, 8).join(', ')}, ...`;
	return quoted.length === 1 ? quoted.join('') : `one of ${quoted.join(', ')}`;
}
