/** What a level is written with, and far more of it than any level has: each of them costs its reader time. */
const MARKS_MAX: Readonly<Record<string, number>> = {
	'\n': 3_000,
	',': 3_000,
	':': 6_000,
	'"': 2_000,
	"'": 6_000,
	'\\': 300,
	'&': 300,
	'*': 300,
	'!': 300,
	'%': 300,
	'?': 1_000,
	'{': 2_000,
	'[': 2_000,
	'|': 1_000,
	'>': 1_000,
	'#': 3_000,
	'-': 10_000,
};

/**
 * The line on which a text has more of some mark than people write, or undefined. Counted before it is read: of
 * a quarter of a megabyte of quotes or tags the reader makes minutes.
 */
export function lineTooCrowded(text: string): number | undefined {
	const left = {...MARKS_MAX};
	let line = 1;
	for (const character of text) {
		const rest = left[character];
		if (rest === 0) return line;
		if (rest !== undefined) left[character] = rest - 1;
		if (character === '\n') line++;
	}
	return undefined;
}
