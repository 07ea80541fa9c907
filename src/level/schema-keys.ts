import type * as z from 'zod/mini';
import {levelSchema} from './level.schema.ts';

/** The keys that the schema knows at a place in a level: what a misspelt one may have meant. */
export function keysAt(path: readonly (string | number)[]): readonly string[] {
	let schemas = unfolded(levelSchema);
	for (const part of path) schemas = schemas.flatMap(schema => inside(schema, part));
	return [...new Set(schemas.flatMap(({_zod: {def}}) => keysOf(def)))];
}

type Schema = z.core.$ZodTypes;

function keysOf(def: Schema['_zod']['def']): readonly string[] {
	return def.type === 'object' ? Object.keys(def.shape) : [];
}

/** What may stand at a key or a place in a list. */
function inside({_zod: {def}}: Schema, part: string | number): readonly Schema[] {
	if (def.type === 'object') {
		const value = Object.hasOwn(def.shape, part) ? def.shape[part] : undefined;
		return value === undefined ? [] : unfolded(value);
	}
	if (def.type === 'record') return unfolded(def.valueType);
	return def.type === 'array' ? unfolded(def.element) : [];
}

/** Behind what may be missing, be one of several, or mean itself. */
function unfolded(schema: z.core.$ZodType): readonly Schema[] {
	const known = schema as Schema; // Every schema is of a known kind; the base type does not say which.
	const {def} = known._zod;
	switch (def.type) {
		case 'optional':
			return unfolded(def.innerType);
		case 'union':
			return def.options.flatMap(unfolded);
		case 'lazy':
			return unfolded(def.getter());
		default:
			return [known];
	}
}
