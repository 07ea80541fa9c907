import {DEBRIEF_KEYS} from '../../src/view/programs/debrief/console/keys.ts';
import {FELT} from '../../src/view/programs/debrief/console/pages.ts';
import type {Binding, Mode} from '../../src/view/input/keys/binding.types.ts';
import {binding, BINDING_IDS} from '../../src/view/input/keys/keymap.ts';
import {written} from '../../src/view/input/keys/written.ts';
import {BRIEF_KEYS} from '../../src/view/programs/menu/brief.ts';
import {MENU_KEYS} from '../../src/view/programs/menu/keys.ts';
import {MEANINGS} from '../../src/view/say/meanings.ts';
import {READING_KEYS} from '../../src/view/programs/reader/reading.ts';
import {TRANSPORT_KEYS} from '../../src/view/programs/replay/transport-keys.ts';
import {PANEL_KEYS} from '../../src/view/input/ui.types.ts';
import {PANELS} from '../../src/observe/index.ts';
import {heading, row, WRITTEN} from './pretty.ts';

/** The modes of the console, in the order in which one meets them. */
const MODES: Readonly<Record<Mode, string>> = {
	panels: 'On the console',
	prompt: 'On the command line',
	edit: 'Wherever a line is written',
	filter: 'While a filter is typed',
	palette: 'In the palette of orders',
	target: 'While the target of a dangerous order is typed',
	order: 'On the card of an order',
	expecting: 'While a prediction is typed',
	help: 'In help',
	ask: 'When it asks whether to leave',
	card: 'On the result card',
	briefing: 'On a briefing within the console',
};

/** docs/keys.md, from the tables that input, footer and help read. */
export function keysPage(): string {
	return [
		'# Keys',
		'',
		WRITTEN,
		'',
		'`?` shows those that work where you are. What has a name in the last column can be moved:',
		'`outage-oncall settings keys.pause p,ctrl-p`, and `default` moves it back ([settings](settings.md)).',
		'',
		'## To a panel',
		'',
		...heading('key', 'panel', 'what it shows'),
		...PANELS.map(panel =>
			row(shown([PANEL_KEYS[panel]]), `[${panel}](panels.md#${panel})`, MEANINGS[panel].shows),
		),
		'',
		'Some panels have lines to stand on: the arrows move the cursor, and the letters that the footer then shows give',
		'orders about that line, through the same card as any order.',
		'',
		...(Object.keys(MODES) as Mode[]).flatMap(modeRows),
		...plainTable('Before a run', BRIEF_KEYS),
		...plainTable('In the menu', MENU_KEYS),
		...table(
			'In a text',
			READING_KEYS.map(each => [code(each.shown.split(' ')), each.help]),
		),
		...plainTable('In a replay', TRANSPORT_KEYS),
		...plainTable('In the debrief', [
			...DEBRIEF_KEYS,
			...FELT.map(({key, what}) => ({keys: [key], help: `on its first page: ${what}`})),
		]),
		'The tutorial is the console with a strip below it: its keys are the console’s, and esc passes a step where it has',
		'nothing else to close.',
		'',
	].join('\n');
}

function modeRows(mode: Mode): readonly string[] {
	const rows = BINDING_IDS.filter(id => binding(id).mode === mode).map(id => {
		const {keys, help, fixed}: Binding = binding(id);
		return row(shown(keys), help.replace(/…$/u, ''), fixed === true ? '' : `\`keys.${id}\``);
	});
	return [`## ${MODES[mode]}`, '', ...heading('keys', 'what they do', 'name'), ...rows, ''];
}

function plainTable(
	title: string,
	keys: readonly {readonly keys: readonly string[]; readonly help: string}[],
): readonly string[] {
	return table(
		title,
		keys.map(each => [shown(each.keys), each.help]),
	);
}

function table(title: string, rows: readonly (readonly string[])[]): readonly string[] {
	return [
		`## ${title}`,
		'',
		...heading('keys', 'what they do'),
		...rows.map(cells => row(...cells)),
		'',
	];
}

function shown(keys: readonly string[]): string {
	return code(keys.map(written));
}

function code(keys: readonly string[]): string {
	return keys.map(key => `\`${key}\``).join(' ');
}
