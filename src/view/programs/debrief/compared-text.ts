import type {Comparison} from '../../../session/index.ts';
import {printed} from '../../say/clean.ts';
import {comparedParts} from './team/compared.ts';
import {linesOf} from './team/text.ts';

const WIDTH = 78;

/** Runs side by side as plain text of at most 78 columns. */
export function comparisonText(
	comparison: Comparison,
	head: string,
	clock: (at: number) => string,
): string {
	const parts = comparedParts(comparison, clock);
	return printed([head, ...linesOf(parts, WIDTH)]).join('\n');
}
