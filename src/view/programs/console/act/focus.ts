import {readPanel} from '../../../input/inbox/index.ts';
import {type Ui} from '../../../input/ui.types.ts';
import {panelsIn, type PanelId} from '../../../../observe/index.ts';

/** So many panels keep a place of their own. */
const RECENT_MAX = 4;

/** Another panel, from its anchored end. */
export function focusOn(ui: Ui, focus: PanelId): Ui {
	const recent = [focus, ...ui.recent.filter(panel => panel !== focus)].slice(0, RECENT_MAX);
	const inbox = readPanel(ui.inbox, focus);
	return {...ui, focus, recent, focusBefore: null, scroll: 0, inbox};
}

/** The overview alone on the screen, and back to where one was. */
export function zoomedOverview(ui: Ui): Ui {
	if (ui.focus !== 'overview') {
		return {...focusOn(ui, 'overview'), full: true, focusBefore: ui.focus};
	}
	if (!ui.full) return {...ui, full: true, scroll: 0};
	return {...focusOn(ui, ui.focusBefore ?? 'alerts'), full: false};
}

/** The panel so many steps further in reading order. */
export function neighbour({focus, cast}: Ui, step: number): PanelId {
	const panels = panelsIn(cast);
	const at = panels.indexOf(focus) + step + panels.length;
	return panels[at % panels.length] ?? focus;
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
