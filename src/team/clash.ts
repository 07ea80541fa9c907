import {standsAgainst} from '../session/index.ts';

/** An order that somebody gave just now. */
export type Given = {readonly seat: string; readonly words: string; readonly ms: number};

/** Real milliseconds within which two orders are given at once. */
const AT_ONCE_MS = 1_000;

/** Orders that undo each other beside those that leave something in place. */
const PAIRS: readonly (readonly [string, string])[] = [
	['pause', 'resume'],
	['shelve', 'unshelve'],
	['page', 'release'],
];

/** What can stand in one way only, and leaves nothing to take back: another value undoes the one before. */
const SETTINGS: readonly string[] = [
	...['workers dwfm', 'timeout dwfm', 'extend leases', 'scale checks'],
	...['declare', 'repoint all', 'repoint regional', 'promise'],
];

/** Whether one order undoes the other: on one target, and not the same. */
function undoes(one: string, other: string): boolean {
	if (one === other) return false;
	if (standsAgainst(one, other)) return true;
	const isSetting = SETTINGS.some(begins => isAfter(one, begins) && isAfter(other, begins));
	return isSetting || PAIRS.some(pair => isPair(pair, one, other) || isPair(pair, other, one));
}

function isAfter(words: string, begins: string): boolean {
	return words.startsWith(`${begins} `);
}

function isPair([first, second]: readonly [string, string], one: string, other: string): boolean {
	if (!isAfter(one, first) || !isAfter(other, second)) return false;
	return one.slice(first.length) === other.slice(second.length);
}

/** The order of another that this one undoes, given at once with it. */
export function clashOf(given: Given, before: readonly Given[]): Given | undefined {
	return before.findLast(
		({seat, words, ms}) =>
			seat !== given.seat && given.ms - ms <= AT_ONCE_MS && undoes(words, given.words),
	);
}

/** What all who gave one of them, lead or keep the record are told. */
export function clashTold(before: Given, given: Given): string {
	const apart = ((given.ms - before.ms) / 1_000).toFixed(1);
	return `“${before.words}” by ${before.seat} and “${given.words}” by ${given.seat}, ${apart} s apart: both are tried in this order, and the later stands.`;
}
