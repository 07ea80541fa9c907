import {LOOKS_OPTIONS} from '../../src/cli/looks.ts';
import {SETTING_NAMES, SETTINGS, spoken} from '../../src/play/kept/index.ts';
import {heading, row, sentence, WRITTEN} from './pretty.ts';

/** docs/settings.md, from the table that the menu and the command read. */
export function settingsPage(): string {
	const flags = Object.keys(LOOKS_OPTIONS).map(name => `\`--${name}\``);
	return [
		'# Settings',
		'',
		WRITTEN,
		'',
		'`outage-oncall settings` shows what is set, `settings NAME` what there is to choose, and `settings NAME VALUE` sets',
		'it. The menu has the same under Settings, and `:theme NAME` and `:graphs NAME` work in the middle of a run.',
		`For one start only: ${flags.join(', ')}.`,
		'',
		...heading('setting', 'values, the first unless set', 'what it does'),
		...SETTING_NAMES.map(name =>
			row(
				`\`${spoken(name)}\``,
				SETTINGS[name].values.map(value => `\`${value}\``).join(' '),
				sentence(SETTINGS[name].what),
			),
		),
		'',
		'## Keys of your own',
		'',
		'`settings keys.pause p,ctrl-p` moves a key, `settings keys.pause default` moves it back. What each name does is listed in',
		'[keys](keys.md). A key is one character, `ctrl-` and a letter, or a name such as `page-up`. Keys of panels stay where',
		'they are, a key means one thing in one place, and a dangerous action is never on a plain letter.',
		'',
		'## What the terminal says',
		'',
		'- `NO_COLOR` (not empty), `CLICOLOR=0` or `TERM=dumb`: no colours. `FORCE_COLOR`: colours all the same.',
		'- Its background (OSC 11, a tenth of a second at most, else `COLORFGBG`): themes but `dark`, `light` and `mono` go by it.',
		'  Where it is not told, and with 16 colours, words are the terminal’s own and hues are on shapes and bars alone.',
		'  Of ten palettes and more, in dark and light, text then has 4.5 to 1 and shapes 3 to 1, but for the text of Solarized',
		'  Light, which has 4.1 of its own, and the magenta of Tango Light (2.8; `deuteranopia` and `tritanopia` in 16 colours).',
		'- `LC_ALL`, `LC_CTYPE`, `LANG`: without UTF-8 in the first of them that is set, everything is ASCII.',
		'- Without a terminal on both ends, or with `TERM=dumb`, play is line by line.',
		'- `XDG_CONFIG_HOME`, `XDG_STATE_HOME`: where Linux keeps settings and state; others have folders of their own.',
		'',
		'## Where it is kept',
		'',
		...heading('system', 'settings', 'state: journals, what was achieved, reviews, keys'),
		row('Linux', '`~/.config/outage-oncall`', '`~/.local/state/outage-oncall`'),
		row(
			'macOS',
			'`~/Library/Preferences/outage-oncall`',
			'`~/Library/Application Support/outage-oncall`',
		),
		row('Windows', '`%APPDATA%\\outage-oncall`', '`%LOCALAPPDATA%\\outage-oncall`'),
		'',
		'Journals lie in `saves` within state, unless `--saves` says otherwise. What version 0.1 kept beside the settings',
		'is brought to state by the first start of a later one; a run that is being played then comes at the next.',
		'`profile.jsonl` is a list of what happened, one line each, that programs add to at the same time. `runs.json` is a',
		'copy of what `records` found out, and may be deleted. Whatever is damaged is kept under another name, and reported.',
		'',
	].join('\n');
}
