import {clockOf} from '../words.ts';
import type {Heard} from './remark.types.ts';

/** What stands for what in the words of people outside. */
const BLANKS: Readonly<Record<string, (heard: Heard) => string>> = {
	impacted: ({impacted}) => String(impacted),
	resolved: ({resolved}) => String(resolved),
	severity: ({severity}) => severity,
	minutes: ({now, postedAt}) => String(Math.round((now - (postedAt ?? now)) / 60)),
	clock: heard => shortClock(heard, heard.now),
	late: heard => shortClock(heard, heard.lateFor ?? heard.now),
	next: heard => shortClock(heard, heard.promisedAt ?? heard.now),
};

/** Words with their blanks filled; braces that are no blank are somebody's own. */
export function filled(words: string, heard: Heard): string {
	return words.replace(/\{([a-z]+)\}/gu, (whole, name: string) =>
		Object.hasOwn(BLANKS, name) ? (BLANKS[name]?.(heard) ?? whole) : whole,
	);
}

function shortClock({startSecondsOfDay}: Heard, at: number): string {
	return clockOf(at, startSecondsOfDay).pdt.slice(0, 5);
}
