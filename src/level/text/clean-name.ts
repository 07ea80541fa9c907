import {cleanText} from './clean-text.ts';

const NAME_LENGTH_MAX = 40;

/** A name as it can stand on anybody's screen; empty where nothing of it can. */
export function cleanName(typed: string): string {
	const clean = cleanText(typed.normalize('NFC').replaceAll(/\s+/gu, ' ')).trim();
	// A character that is cut in half goes.
	return cleanText(clean.slice(0, NAME_LENGTH_MAX)).trim();
}

/** Whether two names are of one person: people write their own now so, now so. */
export function isSameName(one: string, other: string): boolean {
	return cleanName(one).toLowerCase() === cleanName(other).toLowerCase();
}
