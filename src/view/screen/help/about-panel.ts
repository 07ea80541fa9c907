import {ORDERS, type Cast} from '../../../session/index.ts';
import {ordersOf} from '../../input/palette/index.ts';
import {PANEL_NAMES} from '../../say/panels.ts';
import {MEANINGS} from '../../say/meanings.ts';
import type {PanelItem, Row} from '../screen.types.ts';
import {keyOf} from '../../input/keys/index.ts';
import {PANEL_KEYS, type Keymap} from '../../input/ui.types.ts';
import {type PanelId} from '../../../observe/index.ts';
import {entry, heading, paragraph} from './help-rows.ts';

const FORM_CELLS = 24;

/** Columns to write in, the player's own keys, and what the level is about. */
export type Desk = {readonly width: number; readonly keymap: Keymap; readonly cast: Cast};

/** A panel: what it shows, how to read it, when it lies, and the orders that belong to it. */
export function aboutPanel(
	panel: PanelId,
	{width, keymap, cast}: Desk,
	item?: PanelItem,
): readonly Row[] {
	const {shows, reading, lies} = MEANINGS[panel];
	return [
		heading(`${PANEL_KEYS[panel]} ${PANEL_NAMES[panel]}`),
		...paragraph(shows, width, '  '),
		...reading.flatMap(text => paragraph(text, width, '  - ', '    ')),
		...paragraph(`When it lies: ${lies}`, width, '  ! ', '    '),
		[],
		...itemRows(item, width, keyOf(keymap, 'open')),
		...orderRows(panel, cast, width, keyOf(keymap, 'palette')),
	];
}

/** What the keys of the line under the cursor do. */
function itemRows(item: PanelItem | undefined, width: number, open: string): readonly Row[] {
	if (item === undefined || item.acts.length === 0) return [];
	return [
		heading(`On the line under the cursor (${open} lists them)`),
		...item.acts.flatMap(({key, label, order}) =>
			entry(key, `${label}: ${order}`, {width, cells: 4}),
		),
		[],
	];
}

function orderRows(panel: PanelId, cast: Cast, width: number, find: string): readonly Row[] {
	const specs = ordersOf(panel, cast).flatMap(id => ORDERS[id] ?? []);
	if (specs.length === 0) return [];
	return [
		heading(`Commands for this panel (${find} finds them all)`),
		...specs.flatMap(({forms, what}) => entry(forms[0] ?? '', what, {width, cells: FORM_CELLS})),
		[],
	];
}
