import type {Binding, Mode} from '../../src/view/input/keys/binding.types.ts';
import {binding, BINDING_IDS} from '../../src/view/input/keys/keymap.ts';
import {written} from '../../src/view/input/keys/written.ts';
import {MEANINGS} from '../../src/view/say/meanings.ts';
import {PANEL_KEYS} from '../../src/view/input/ui.types.ts';
import {PANELS} from '../../src/observe/index.ts';
import {heading, row, WRITTEN} from './pretty.ts';

/** The modes of the console, then those of the other programs, in the order in which one meets them. */
const MODES: Readonly<Record<Mode, string>> = {
	panels: 'On the console',
	prompt: 'On the command line',
	edit: 'Wherever a line is written',
	filter: 'While a filter is typed',
	inbox: 'In the inbox',
	palette: 'In the command palette',
	target: 'While the target of a dangerous command is typed',
	order: 'On a command’s card',
	expecting: 'While a prediction is typed',
	help: 'In help',
	ask: 'When it asks whether to leave',
	card: 'On the result card',
	briefing: 'On a briefing within the console',
	menu: 'In the menu',
	text: 'In a text',
	brief: 'On the card before a run',
	field: 'While a line is typed in any of these',
	replay: 'In a replay',
	feeling: 'Where the debrief asks how it was',
	debrief: 'In the debrief',
	telling: 'Where one writes in the debrief',
	review: 'Around a decision that is tried again',
	everywhere: 'Everywhere outside the console and the replay',
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
		'Some panels have lines to select: the arrows move the cursor, and the letters that the footer then shows run',
		'commands about that line, through the same card as any command.',
		'',
		...(Object.keys(MODES) as Mode[]).flatMap(modeRows),
		'The tutorial is the console with a strip below it: its keys are the console’s, and esc skips a step when it has',
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

function shown(keys: readonly string[]): string {
	return keys.map(key => `\`${written(key)}\``).join(' ');
}
