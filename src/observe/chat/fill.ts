import {clockOf} from '../words.ts';
import type {PublicSurface} from '../public-surface.ts';

/** What stands for what in the words of people outside. */
const BLANKS: Readonly<Record<string, (surface: PublicSurface, missedAt: number) => string>> = {
	impacted: ({impacted}) => String(impacted),
	resolved: ({resolved}) => String(resolved),
	severity: ({severity}) => severity,
	minutes: ({now, postedAt}) => String(Math.round((now - (postedAt ?? now)) / 60)),
	clock: surface => shortClock(surface, surface.now),
	late: (surface, missedAt) => shortClock(surface, missedAt < 0 ? surface.now : missedAt),
	next: surface => shortClock(surface, surface.promisedAt ?? surface.now),
};

/**
 * Words with their blanks filled; braces that are no blank are somebody's own. `missedAt` is what a promise was missed
 * for last, below zero before the first.
 */
export function filled(words: string, surface: PublicSurface, missedAt: number): string {
	return words.replace(/\{([a-z]+)\}/gu, (whole, name: string) =>
		Object.hasOwn(BLANKS, name) ? (BLANKS[name]?.(surface, missedAt) ?? whole) : whole,
	);
}

function shortClock({startSecondsOfDay}: PublicSurface, at: number): string {
	return clockOf(at, startSecondsOfDay).pdt.slice(0, 5);
}
