import type {Observation} from '../../observe/index.ts';
import {present} from './present.ts';
import type {Screen, Size} from './screen.types.ts';
import type {Ui} from '../input/ui.types.ts';

/** `present`, which hands out the same screen again while nothing that it is made of has changed. */
export function createPicture(): (observation: Observation, ui: Ui, size: Size) => Screen {
	let last: {observation: Observation; ui: Ui; size: Size; screen: Screen} | null = null;
	return (observation, ui, size) => {
		if (
			last?.observation !== observation ||
			last.ui !== ui ||
			last.size.columns !== size.columns ||
			last.size.rows !== size.rows
		) {
			last = {observation, ui, size, screen: present(observation, ui, size)};
		}
		return last.screen;
	};
}
