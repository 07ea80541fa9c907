import type {Observation} from '../../../observe/index.ts';
import {wordsOf} from '../../do/words.ts';
import {keyOf, keysFor, keysOn, type KeyHelp} from '../../input/keys/index.ts';
import {page, TEXT_WIDTH} from '../../programs/console/pages.ts';
import {PANEL_NAMES} from '../../say/panels.ts';
import type {PanelItem, Row, Size} from '../screen.types.ts';
import {span, wrap} from '../text.ts';
import {PANEL_KEYS, type Ui} from '../../input/ui.types.ts';
import {castSeen, panelsIn} from '../../../observe/index.ts';
import {aboutPanel} from './about-panel.ts';
import {aboutTopic} from './about-topic.ts';
import {entry, heading, paragraph} from './help-rows.ts';
import {roomWordRows} from './room-words.ts';

/** Help for where one is, or about what was asked; everything in it is read from the tables that are in force. */
export function helpPage(observation: Observation, ui: Ui, room: Size, item?: PanelItem) {
	const width = Math.min(TEXT_WIDTH, room.columns - 1);
	const {keymap} = ui;
	const desk = {width, keymap, cast: castSeen(observation)};
	const rows =
		ui.topic === ''
			? [...aboutPanel(ui.focus, desk, item), ...keysAndWords(observation, ui, width)]
			: aboutTopic(ui.topic, desk);
	return page(rows, ui.scroll, room, width);
}

function keysAndWords(observation: Observation, ui: Ui, width: number): readonly Row[] {
	const line = keyOf(ui.keymap, 'command');
	return [
		...roomWordRows(observation, width),
		...inPage(ui, width),
		...keyRows('On the console', keysFor('panels', ui, observation), width),
		...keyRows('On the command line', keysFor('prompt', ui, observation), width),
		...keyRows('Wherever you write', keysFor('edit', ui, observation), width),
		...keyRows('On a command’s card', keysFor('order', ui, observation), width),
		heading('Mouse'),
		...mouse(ui, width),
		heading('Console words, typed like commands'),
		...wordsOf('screen').flatMap(({forms, what}) =>
			entry(`${line}${forms[0] ?? ''}`, what, {width, cells: KEYS_CELLS}),
		),
		[],
		...panelRows(observation, width, line),
		...MARKS,
	];
}

const KEYS_CELLS = 20;

/** What a page leaves to its browser, where there is one. */
function inPage(ui: Ui, width: number): readonly Row[] {
	if (!isPage(ui)) return [];
	const text = `In a browser, tab and ctrl keys belong to the browser, except tab on a line you are typing. ${keyOf(ui.keymap, 'nextPanel')} goes to the next panel.`;
	return [...paragraph(text, width, '  '), []];
}

function mouse(ui: Ui, width: number): readonly Row[] {
	const click =
		'A click does what the key beside it does; on a line it moves the cursor there, and on the line under the cursor it opens its actions.';
	const left =
		' Hold shift to select text; “outage-oncall settings mouse off” returns the mouse to the terminal.';
	return [...paragraph(isPage(ui) ? click : click + left, width, '  '), []];
}

function isPage({keymap}: Ui): boolean {
	return keysOn(keymap, 'interrupt').length === 0;
}

function keyRows(title: string, keys: readonly KeyHelp[], width: number): readonly Row[] {
	const rows = keys.flatMap(({shown, help, works, reason}) =>
		shown === ''
			? []
			: entry(shown, works ? help : `${help}: ${reason}`, {width, cells: KEYS_CELLS, works}),
	);
	return [heading(title), ...rows, []];
}

function panelRows(observation: Observation, width: number, line: string): readonly Row[] {
	const names = panelsIn(castSeen(observation))
		.map(panel => `${PANEL_KEYS[panel]} ${PANEL_NAMES[panel]}`)
		.join('   ');
	const rows = wrap(names, width - 2).map((line): Row => [span(`  ${line}`)]);
	return [heading(`Panels (${line}help NAME tells how to read one)`), ...rows, []];
}

const MARKS: readonly Row[] = [
	heading('Marks'),
	[
		span('  ● OK', 'dim'),
		span('   ▲ WARN', 'warn'),
		span('   ✗ CRIT', 'bad'),
		span('   ○ N/A: no data   ↑ ↓ → last 5 minutes   · sample lost'),
	],
];
