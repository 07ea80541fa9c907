import {plainText} from '../screen/glyphs.ts';

/** Lines for a terminal whose locale has no UTF-8. */
export function printable(lines: readonly string[], unicode: boolean): readonly string[] {
	return unicode ? lines : lines.map(plainText);
}
