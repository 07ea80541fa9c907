import {badnessOf, type Limits} from '../../observe/index.ts';
import {BLOCKS, resample} from './glyphs.ts';
import {shapeTone} from './mark-tones.ts';
import type {Span, Tone} from './screen.types.ts';
import {span} from './text.ts';

/** Cells of each of its three zones, and what parts them. */
const ZONES = [0, 1, 2] as const;

/**
 * How bad, as a bar of three zones of equal length: what is well, what is worth a look, what is critical. Null where
 * no value is known.
 */
function zoneBar(badness: number | null, cells: number): string {
	return ZONES.map(zone => {
		const part = Math.max(0, Math.min(1, (badness ?? 0) - zone));
		// What is beyond a limit shows it, however little.
		const least = zone > 0 && part > 0 ? 1 : 0;
		const filled = Math.max(least, Math.round(part * cells));
		return '━'.repeat(filled) + '·'.repeat(cells - filled);
	}).join('│');
}

/** The same, what is filled in a tone of its own. */
export function zoneSpans(badness: number | null, cells: number, tone: Tone): readonly Span[] {
	const bar = zoneBar(badness, cells);
	if (tone === 'dim') return [span(bar, 'line')];
	const filled = shapeTone(tone);
	return (bar.match(/━+|[^━]+/gu) ?? []).map(part =>
		span(part, part.startsWith('━') ? filled : 'line'),
	);
}

/**
 * A history by how bad it was: the lowest two heights are well, the middle three worth a look, the top three critical,
 * so that what is well lies flat, whatever its value.
 */
export function zoneLine(history: readonly number[], width: number, limits: Limits): string {
	const values = resample(history, width, limits.worse === 'above' ? Math.max : Math.min);
	const drawn = values.map(value => {
		if (Number.isNaN(value)) return '·';
		const bad = badnessOf(limits, value);
		const level = bad <= 1 ? 2 * bad : bad <= 2 ? 2 + 3 * (bad - 1) : 5 + 3 * (bad - 2);
		const top = bad <= 1 ? 1 : bad <= 2 ? 4 : 7;
		return BLOCKS.charAt(Math.min(top, Math.floor(level)));
	});
	return ' '.repeat(Math.max(0, width - drawn.length)) + drawn.join('');
}
