import {withCurrentNames} from './former-names.ts';
import {levelSchema} from './level.schema.ts';
import type {Level, Vocabulary} from './level.types.ts';
import {levelOf} from './level-of.ts';
import {objectionsTo} from './objections.ts';

/** A level that is data already, such as one read from JSON at build time: a page has no use for a reader of YAML. */
export function levelFrom(value: unknown, vocabulary: Vocabulary): Level | undefined {
	const parsed = levelSchema.safeParse(withCurrentNames(value));
	if (!parsed.success) return undefined;
	const level = levelOf(parsed.data);
	return objectionsTo(parsed.data, level, vocabulary).length === 0 ? level : undefined;
}
