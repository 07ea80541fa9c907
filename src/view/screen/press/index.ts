import type {Key} from '../../input/ui.types.ts';
import type {Screen} from '../screen.types.ts';
import {widthOf} from '../text.ts';

/** The keys that a click on a cell stands for, from 0 at the top left; undefined where it stands for none. */
export function pressedAt({rows}: Screen, column: number, row: number): readonly Key[] | undefined {
	let end = 0;
	for (const {text, press} of rows[row] ?? []) {
		end += widthOf(text);
		if (column < end) return press;
	}
	return undefined;
}
