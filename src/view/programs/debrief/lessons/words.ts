import type {Debrief, Hit, Stretch} from '../../../../session/index.ts';
import {duration, measure} from '../../../say/measure.ts';
import {clockOf} from '../words.ts';

/** `23:49 to 01:22`. */
export function stretchWords(debrief: Debrief, {from, until}: Stretch): string {
	return `${clockOf(debrief, from)} to ${clockOf(debrief, until)}`;
}

export function stretchesWords(debrief: Debrief, stretches: readonly Stretch[]): string {
	return listed(stretches.map(each => stretchWords(debrief, each)));
}

export function totalSeconds(stretches: readonly Stretch[]): number {
	return stretches.reduce((sum, {from, until}) => sum + until - from, 0);
}

/** `42 min`, `1 h 05 min`: no seconds where minutes are meant. */
export function inMinutes(seconds: number): string {
	const minutes = Math.round(seconds / 60);
	if (minutes < 100) return `${String(minutes)} min`;
	return duration(60 * minutes).replace(/(\d+)h (\d+)m/u, '$1 h $2 min');
}

/** `a`, `a and b`, `a, b and c`. */
export function listed(words: readonly string[]): string {
	if (words.length < 2) return words.join('');
	return `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
}

/** `100 % of calls failing`, `23m 02s until a new instance has a network`. */
export function worstWords({unit, what}: Hit, worst: number): string {
	return `${measure(worst, unit)} ${what}`;
}

export function hitOf({night: {hit}}: Debrief, id: string): Hit | undefined {
	return hit.find(each => each.id === id);
}

export function loopOf(
	{night: {loops}}: Debrief,
	id: string,
): Debrief['night']['loops'][number] | undefined {
	return loops.find(each => each.id === id);
}
