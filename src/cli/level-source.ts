import {LEVEL_LENGTH_MAX} from '../level/index.ts';
import {parseLevel} from '../level/file/index.ts';
import {readText, shownPath} from '../saves/disk/index.ts';
import {goalLine, VOCABULARY} from '../session/index.ts';
import type {CompiledLevel} from './levels-folder.ts';
import {didYouMean} from './terminal-text.ts';

/** Reads and judges a `level.yaml`. */
export function sourceLevel(file: string): CompiledLevel | {readonly sentences: readonly string[]} {
	const shown = shownPath(file);
	const read = readText(file, LEVEL_LENGTH_MAX);
	if (!read.ok) return {sentences: [`${shown}: ${read.why}.`]};
	const parsed = parseLevel(read.text, VOCABULARY);
	if (parsed.ok) return {level: parsed.level, goal: goalLine(parsed.level)};
	return {
		sentences: parsed.problems.map(
			({line, column, message, suggestions}) =>
				`${shown}:${String(line)}:${String(column)}: ${message.replace(/\.$/, '')}.${didYouMean(suggestions)}`,
		),
	};
}
