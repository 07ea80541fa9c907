import {type Ui} from '../../../input/ui.types.ts';
import {PANELS, type PanelId} from '../../../../observe/index.ts';

/** Another panel, from its anchored end. */
export function focusOn(ui: Ui, focus: PanelId): Ui {
	return {...ui, focus, focusBefore: null, scroll: 0};
}

/** The panel so many steps further in reading order. */
export function neighbour(panel: PanelId, step: number): PanelId {
	const at = PANELS.indexOf(panel) + step + PANELS.length;
	return PANELS[at % PANELS.length] ?? panel;
}

const SCROLL_MAX = 5_000;

/** So many lines further from the anchored end. */
export function scrolled(ui: Ui, lines: number): Ui {
	return {...ui, scroll: Math.max(0, Math.min(SCROLL_MAX, ui.scroll + lines))};
}

/** As far as there are lines. */
export function scrolledToEnd(ui: Ui): Ui {
	return {...ui, scroll: SCROLL_MAX};
}
