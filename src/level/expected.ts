import type * as z from 'zod/mini';

const KINDS: Readonly<Record<string, string>> = {
	string: 'text',
	number: 'a number',
	int: 'a whole number',
	boolean: 'true or false',
	array: 'a list',
	object: 'names with values',
	record: 'names with values',
};

/**
 * What a schema expected, in words of ours: `expected at most 200 characters`. Needs issues with their input.
 * Words that a schema of ours gave are kept; those of the validator never reach anybody.
 */
export function expectedWords(issue: z.core.$ZodIssue): string {
	if (!/^(Invalid|Too|Unrecognized) /.test(issue.message)) return issue.message;
	switch (issue.code) {
		case 'invalid_type': {
			const kind = KINDS[issue.expected] ?? 'another kind of value';
			if (issue.input === undefined) return `it is missing: expected ${kind}`;
			return `expected ${kind}, not ${kindOf(issue.input)}`;
		}
		case 'too_small':
			return bound(
				issue.inclusive === false ? 'more than' : 'at least',
				issue.minimum,
				issue.origin,
			);
		case 'too_big':
			return bound(
				issue.inclusive === false ? 'less than' : 'at most',
				issue.maximum,
				issue.origin,
			);
		case 'not_multiple_of':
			return `expected a multiple of ${String(issue.divisor)}`;
		case 'invalid_value':
			return `expected ${issue.values.map(value => JSON.stringify(value)).join(' or ')}`;
		case 'unrecognized_keys':
			return `${issue.keys.map(key => `“${key.slice(0, 40)}”`).join(', ')} is not known here`;
		case 'invalid_format':
		case 'invalid_union':
		case 'invalid_key':
		case 'invalid_element':
		case 'custom':
			return 'expected another value';
	}
}

function bound(words: string, limit: number | bigint, origin: string): string {
	const what = origin === 'string' ? ' characters' : origin === 'array' ? ' in the list' : '';
	return `expected ${words} ${String(limit)}${what}`;
}

function kindOf(input: unknown): string {
	if (input === null) return 'nothing';
	if (Array.isArray(input)) return 'a list';
	if (typeof input === 'number') return Number.isInteger(input) ? 'a number' : 'such a number';
	return KINDS[typeof input] ?? 'this';
}
