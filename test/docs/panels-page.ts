import fs from 'node:fs';
import {join} from 'node:path';
import {ORDERS, SUBSYSTEM_NAMES} from '../../src/session/index.ts';
import {ordersOf} from '../../src/view/input/palette/index.ts';
import {MEANINGS} from '../../src/view/say/meanings.ts';
import {PANEL_KEYS} from '../../src/view/input/ui.types.ts';
import {PANELS, type PanelId} from '../../src/observe/index.ts';
import {ROOT} from '../support/tree.ts';
import {WRITTEN} from './pretty.ts';

/** docs/panels.md: how to read each panel, from the texts that help reads. */
export function panelsPage(): string {
	return [
		'# How to read the panels',
		'',
		WRITTEN,
		'',
		'A panel shows what the tools show: late, in parts, sometimes wrong. Each section ends with when that is.',
		'The pictures are of one night, at 80 columns. In plain mode, `panel NAME` or `NAME` alone reads a panel out, and',
		'`help NAME` says what is written here.',
		'',
		...PANELS.flatMap(section),
	].join('\n');
}

function section(panel: PanelId): readonly string[] {
	const {shows, reading, lies} = MEANINGS[panel];
	const orders = ordersOf(panel, SUBSYSTEM_NAMES).flatMap(id => ORDERS[id]?.forms[0] ?? []);
	const picture = `docs/screens/${panel}.svg`;
	return [
		`## ${panel}`,
		'',
		`Key \`${PANEL_KEYS[panel]}\`. ${shows}`,
		'',
		...(fs.existsSync(join(ROOT, picture)) ? [`![${panel}](screens/${panel}.svg)`, ''] : []),
		...reading.map(text => `- ${typed(text)}`),
		'',
		`**When it lies**: ${typed(lies)}`,
		'',
		...(orders.length === 0
			? []
			: [`**Related commands**: ${orders.map(form => `\`${form}\``).join(', ')}.`, '']),
	];
}

/** Blanks in angles would be read as markup outside of code. */
function typed(text: string): string {
	return text
		.split('`')
		.map((part, index) => (index % 2 === 0 ? part.replaceAll('<', '&lt;') : part))
		.join('`');
}
