import {clean} from '../../../say/clean.ts';
import type {Key} from '../../../input/ui.types.ts';

const LENGTH_MAX = 500;

/** A line being written. */
export function typed(line: string, key: Key): string {
	if (key === 'backspace') return line.slice(0, -1); // Single units only: `clean` leaves no others.
	if (key === 'ctrl-u') return '';
	if (key.length > 1 && /^[a-z]+(-[a-z0-9]+)*$/.test(key)) return line;
	return (line + clean(key)).slice(0, LENGTH_MAX);
}
