import {isClean} from './text/index.ts';

export const SEED_LENGTH_MAX = 200;

/** What is wrong with a seed, in a sentence, or undefined when nothing is. */
export function seedFault(seed: string): string | undefined {
	if (seed.length > SEED_LENGTH_MAX) {
		return `A seed has at most ${String(SEED_LENGTH_MAX)} characters, not ${String(seed.length)}.`;
	}
	if (seed.trim() === '') return 'A seed has at least one character.';
	if (!isClean(seed)) return 'A seed has printable characters only.';
	return undefined;
}
