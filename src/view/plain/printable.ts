import {clean} from '../say/clean.ts';
import {plainText} from '../screen/glyphs.ts';

/** Lines as they go out, for a terminal whose locale may have no UTF-8. */
export function printable(lines: readonly string[], unicode: boolean): readonly string[] {
	return lines.map(line => (unicode ? clean(line) : plainText(clean(line))));
}
