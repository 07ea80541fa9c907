import {ORDERS} from '../../../session/index.ts';
import {ordersOf} from '../../input/palette/index.ts';
import {PANEL_NAMES} from '../../say/panels.ts';
import {MEANINGS} from '../../say/meanings.ts';
import type {PanelItem, Row} from '../screen.types.ts';
import {PANEL_KEYS} from '../../input/ui.types.ts';
import {type PanelId} from '../../../observe/index.ts';
import {entry, heading, paragraph} from './help-rows.ts';

const FORM_CELLS = 24;

/** A panel: what it shows, how to read it, when it lies, and the orders that belong to it. */
export function aboutPanel(panel: PanelId, width: number, item?: PanelItem): readonly Row[] {
	const {shows, reading, lies} = MEANINGS[panel];
	return [
		heading(`${PANEL_KEYS[panel]} ${PANEL_NAMES[panel]}`),
		...paragraph(shows, width, '  '),
		...reading.flatMap(text => paragraph(text, width, '  - ', '    ')),
		...paragraph(`When it lies: ${lies}`, width, '  ! ', '    '),
		[],
		...itemRows(item, width),
		...orderRows(panel, width),
	];
}

/** What the keys of the line under the cursor do. */
function itemRows(item: PanelItem | undefined, width: number): readonly Row[] {
	if (item === undefined || item.acts.length === 0) return [];
	return [
		heading('On the line under the cursor (enter lists them)'),
		...item.acts.flatMap(({key, label, order}) =>
			entry(key, `${label}: ${order}`, {width, cells: 4}),
		),
		[],
	];
}

function orderRows(panel: PanelId, width: number): readonly Row[] {
	const specs = ordersOf(panel).flatMap(id => ORDERS[id] ?? []);
	if (specs.length === 0) return [];
	return [
		heading('Orders that belong here (a finds them all)'),
		...specs.flatMap(({forms, what}) => entry(forms[0] ?? '', what, {width, cells: FORM_CELLS})),
		[],
	];
}
