import type * as z from 'zod/mini';
import {PART_NAMES, PARTS} from '../sim/index.ts';
import {FAULT_SCHEMAS, levelSchema} from './level.schema.ts';
import {wordsLike} from './likeness.ts';

/** An issue of the schema in our own words, at a value or at one of its keys. */
export type Explained = {
	readonly path: readonly (string | number)[];
	readonly key: string | undefined;
	readonly message: string;
	readonly suggestions: readonly string[];
};

export function explain(issue: z.core.$ZodIssue): readonly Explained[] {
	const path = issue.path.filter(part => typeof part !== 'symbol');
	const name = path.length === 0 ? 'the level' : nameOf(path);
	if (issue.code === 'unrecognized_keys') {
		return issue.keys.map(key => ({
			path,
			key,
			message: `\`${key}\` is not known in ${name}`,
			suggestions: wordsLike(key, knownKeys(path)),
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
	if (issue.code === 'invalid_union') return at(`expected ${unionOf(path)}`);
	return at(plain(issue.message));
}

function nameOf(path: readonly (string | number)[]): string {
	return path
		.map((part, index) =>
			typeof part === 'number' ? `[${String(part)}]` : `${index === 0 ? '' : '.'}${part}`,
		)
		.join('');
}

function knownKeys(path: readonly (string | number)[]): readonly string[] {
	if (path.length === 0) return Object.keys(levelSchema.shape);
	if (path[0] === 'faults') {
		return Object.values(FAULT_SCHEMAS).flatMap(schema => Object.keys(schema.shape));
	}
	const part = PART_NAMES.find(name => name === path[1]);
	return part === undefined ? PART_NAMES : Object.keys(PARTS[part].parameters);
}

function unionOf(path: readonly (string | number)[]): string {
	if (path[0] === 'faults') return `a fault of type ${listOf(Object.keys(FAULT_SCHEMAS))}`;
	return 'text or a whole number';
}

function listOf(words: readonly string[]): string {
	const quoted = words.map(word => JSON.stringify(word));
	if (quoted.length > 8) return `one of ${quoted.slice(0, 8).join(', ')}, ...`;
	return quoted.length === 1 ? quoted.join('') : `one of ${quoted.join(', ')}`;
}

function plain(message: string): string {
	return message.replace(/^Invalid input: /, '').replace(/^Too (small|big|short|long): /, '');
}
