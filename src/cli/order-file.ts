import type {Level} from '../level/index.ts';
import {readText, shownPath} from '../saves/index.ts';
import {parseOrderFile, type PlayerScript, type TimeZone} from '../session/index.ts';
import {didYouMean} from './terminal-text.ts';

const BYTES_MAX = 1024 * 1024;

/** An order file, or what is wrong with it and on which lines. */
export function readScript(
	file: string,
	level: Level,
	seed: string,
	zone: TimeZone | null = null,
): PlayerScript | {readonly sentences: readonly string[]} {
	const name = shownPath(file);
	const read = readText(file, BYTES_MAX);
	if (!read.ok) return {sentences: [`${name}: ${read.why}.`]};
	const parsed = parseOrderFile(read.text, level, seed, undefined, zone);
	if (parsed.ok) return {orders: parsed.orders, rules: parsed.rules};
	return {
		sentences: parsed.problems.map(
			({line, message, suggestions}) =>
				`${name}:${String(line)}: ${message}${didYouMean(suggestions)}`,
		),
	};
}
