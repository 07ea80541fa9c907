import {layoutOf} from './layout.ts';
import {PANEL_VIEWS} from './panels/index.ts';
import type {Panel, PanelItem} from './screen.types.ts';
import type {Context, Ui} from '../input/ui.types.ts';

/** The panel that has the focus as it is drawn; null when it cannot be seen. */
export function panelInFocus(
	ui: Ui,
	{observation, size}: Pick<Context, 'observation' | 'size'>,
): Panel | null {
	const place = layoutOf(ui, size).places.find(({panel}) => panel === ui.focus);
	if (place === undefined) return null;
	const room = {columns: place.width, rows: place.height - 1};
	return PANEL_VIEWS[ui.focus](observation, ui, room);
}

/** What the cursor can stand on in the panel that has the focus; none when the panel cannot be seen. */
export function itemsInFocus(
	ui: Ui,
	context: Pick<Context, 'observation' | 'size'>,
): readonly PanelItem[] {
	return panelInFocus(ui, context)?.items ?? [];
}

/** The item that the cursor stands on. It stays on the last when the list has become shorter. */
export function itemUnderCursor(ui: Ui, items: readonly PanelItem[]): PanelItem | undefined {
	return items[Math.min(ui.cursor[ui.focus], items.length - 1)];
}
