import type {Observation} from '../../../observe/index.ts';
import {age} from '../../say/measure.ts';
import type {Row, Span} from '../screen.types.ts';
import {clean, span} from '../text.ts';

/** Knowledge from a look that is older than this deserves another look. */
const OLD_SECONDS = 900;

/** How old what a look brought back is. */
export function shownAgo(observation: Observation, at: number): Span {
	const seconds = observation.now - at;
	return span(`shown ${age(seconds)} ago`, seconds > OLD_SECONDS ? 'warn' : 'dim');
}

/** What to type to see what has not been looked at. */
export function notShown(what: string, order: string): Row {
	return [span(`○ ${what}; try  : ${order}`, 'dim')];
}

/** Whether a filter lets a line of text through: a plain substring, or with `!` all that lack it. */
export function passes(filter: string, text: string): boolean {
	const inverted = filter.startsWith('!');
	const wanted = (inverted ? filter.slice(1) : filter).trim().toLowerCase();
	return wanted === '' || text.toLowerCase().includes(wanted) !== inverted;
}

/** What stands where a filter lets nothing through: that nothing is seen says nothing of what there is. */
export function nothingPasses(filter: string): Row {
	return [span(`○ nothing here passes /${clean(filter)}; esc shows everything`, 'dim')];
}

/** The rows whose text a filter lets through. */
export function passing(filter: string, rows: readonly Row[]): readonly Row[] {
	if (filter === '') return rows;
	const passed = rows.filter(row => passes(filter, row.map(({text}) => text).join('')));
	return passed.length === 0 ? [nothingPasses(filter)] : passed;
}
