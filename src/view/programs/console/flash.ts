import type {Flash, Ui} from '../../input/ui.types.ts';

const FLASH_FRAMES = 50;

/** Says one thing for a few frames. */
export function flash(ui: Ui, tone: Flash['tone'], text: string): Ui {
	return {...ui, flash: {text, tone, framesLeft: FLASH_FRAMES}};
}

/** One frame later. */
export function faded(ui: Ui): Ui {
	if (ui.flash === null) return ui;
	const framesLeft = ui.flash.framesLeft - 1;
	return {...ui, flash: framesLeft <= 0 ? null : {...ui.flash, framesLeft}};
}
