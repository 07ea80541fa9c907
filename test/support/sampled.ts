import process from 'node:process';

/** Set by vitest.config.ts in heavy mode, which runs every test file that imports this one. */
export const EVERY_CASE = process.env['EVERY_CASE'] === '1';

/** So many of some cases, evenly spaced from the first on; all of them in heavy mode. */
export function someOf<Case>(
	cases: readonly Case[],
	count: number,
	all = EVERY_CASE,
): readonly Case[] {
	if (all || count >= cases.length) return cases;
	const chosen = new Set(
		Array.from({length: count}, (_, index) => Math.floor((index * cases.length) / count)),
	);
	return cases.filter((_, at) => chosen.has(at));
}

/** How often, or how long, something is tried: as much as that in heavy mode. */
export function times(ordinarily: number, inHeavyMode: number): number {
	return EVERY_CASE ? inHeavyMode : ordinarily;
}
