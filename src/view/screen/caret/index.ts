import type {Screen} from '../screen.types.ts';
import {widthOf} from '../text.ts';

/** Where something is written on a screen, in cells; undefined where nothing is. */
export function caretOn({rows}: Screen): {readonly x: number; readonly y: number} | undefined {
	for (const [y, row] of rows.entries()) {
		let x = 0;
		for (const {text, tone} of row) {
			if (tone === 'caret') return {x, y};
			x += widthOf(text);
		}
	}
	return undefined;
}
