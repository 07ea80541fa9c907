import {
	configFolder,
	readSettings,
	SETTING_NAMES,
	SETTINGS,
	settingNamed,
	spoken,
	withSetting,
	writeSettings,
	type SettingName,
	type Settings,
} from '../saves/glance/index.ts';
import {parseArguments} from './arguments.ts';
import {badInput} from './bad-input.ts';
import {EXIT, type Exit} from './exit-codes.ts';
import {columns, didYouMean, print} from './terminal-text.ts';

/** `settings`: what is set; with a name, what there is to choose; with a value, sets it. */
export async function settingsCommand(words: readonly string[]): Promise<Exit> {
	const parsed = parseArguments(words, {}, {positionals: ['NAME', 'VALUE'], optional: 2});
	if (!parsed.ok) return badInput(parsed.message);
	const [typed, value] = parsed.positionals;
	const folder = configFolder(process.env, process.platform);
	const settings = readSettings(folder);
	if (typed === undefined) return list(settings);
	const name = settingNamed(typed);
	if (name === undefined) return await unknown(typed);
	if (value === undefined) return show(settings, name);
	const changed = withSetting(settings, name, value);
	if (!changed.ok) return badInput(changed.message);
	const trouble = await writeSettings(folder, changed.settings, new Date());
	return trouble === undefined ? show(changed.settings, name) : badInput(trouble);
}

function list(settings: Settings): Exit {
	const rows = SETTING_NAMES.map(name => [spoken(name), settings[name], SETTINGS[name].what]);
	for (const line of columns(rows)) print(line);
	for (const [action, keys] of Object.entries(settings.keys)) {
		print(`key of your own: ${action} ${keys.join(' ')}`);
	}
	return EXIT.done;
}

function show(settings: Settings, name: SettingName): Exit {
	const {values, what} = SETTINGS[name];
	print(`${spoken(name)} is ${settings[name]}: ${what}`);
	print(`one of ${values.join(', ')}`);
	return EXIT.done;
}

async function unknown(typed: string): Promise<Exit> {
	const {wordsLike} = await import('../level/index.ts');
	const like = wordsLike(typed, SETTING_NAMES.map(spoken));
	const said = `“${typed.slice(0, 40)}” is no setting; \`outage-oncall settings\` lists them.`;
	return badInput(`${said}${didYouMean(like)}`);
}
