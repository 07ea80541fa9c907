import {withCurrentNames} from '../former-names.ts';
import {levelSchema} from '../level.schema.ts';
import type {ParsedLevel, Vocabulary} from '../level.types.ts';
import {explain} from './level-issue.ts';
import {levelOf} from '../level-of.ts';
import {objectionsTo} from '../objections.ts';
import {failed, problemAt, readYaml} from './yaml-text.ts';

/** Reads the text of a `level.yaml`. Whatever is wrong comes back with its line and column. */
export function parseLevel(text: string, vocabulary: Vocabulary): ParsedLevel {
	const read = readYaml(text);
	if (!read.ok) return read;
	const {value, place} = read.yaml;
	const parsed = levelSchema.safeParse(withCurrentNames(value), {reportInput: true});
	if (!parsed.success) {
		const issues = parsed.error.issues.flatMap(issue => explain(issue));
		return failed(issues.map(issue => problemAt(place(issue.path, issue.key), issue)));
	}
	const level = levelOf(parsed.data);
	const objections = objectionsTo(parsed.data, level, vocabulary);
	if (objections.length === 0) return {ok: true, level};
	return failed(objections.map(each => problemAt(place(each.path), each)));
}
