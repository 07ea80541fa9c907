/** Deeper than any level is written, and far from where a reader that recurses would fail. */
const DEPTH_MAX = 60;

/**
 * The line on which a YAML text nests deeper than people write, or undefined. Counted before it is read:
 * the reader recurses into each bracket, and at the end of its stack it can take the process with it.
 */
export function lineTooDeep(text: string): number | undefined {
	let brackets = 0;
	for (const [index, line] of text.split('\n').entries()) {
		const [indent = ''] = /^[\s?:-]*/.exec(line) ?? [];
		for (const character of line) {
			if (character === '[' || character === '{') brackets++;
			if (character === ']' || character === '}') brackets = Math.max(0, brackets - 1);
			if (brackets > DEPTH_MAX) return index + 1;
		}
		if (indent.length > 2 * DEPTH_MAX) return index + 1;
	}
	return undefined;
}
