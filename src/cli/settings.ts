import {
	SETTING_NAMES,
	SETTINGS,
	settingNamed,
	spoken,
	withSetting,
	type SettingName,
	type Settings,
} from '../play/kept/index.ts';
import {changeSettings, readSettings, settingsTrouble} from '../saves/glance/index.ts';
import {parseArguments} from './arguments.ts';
import {badInput} from './bad-input.ts';
import {EXIT, type Exit} from './exit-codes.ts';
import {ownPlaces} from './places.ts';
import {columns, complain, didYouMean, print, printJson} from './terminal-text.ts';

/** `settings`: what is set; with a name, what there is to choose; with a value, sets it. */
export async function settingsCommand(words: readonly string[]): Promise<Exit> {
	const options = {json: {type: 'boolean'}} as const;
	const parsed = parseArguments(words, options, {positionals: ['NAME', 'VALUE'], optional: 2});
	if (!parsed.ok) return badInput(parsed.message);
	const [typed, value] = parsed.positionals;
	const {config} = ownPlaces();
	const settings = readSettings(config);
	const trouble = value === undefined ? settingsTrouble(config) : undefined;
	if (trouble !== undefined) complain(trouble);
	if (parsed.values.json === true) {
		if (value !== undefined) return badInput('--json shows settings; it does not change them.');
		if (typed?.startsWith('keys.') === true) return badInput('`settings --json` has the keys.');
		if (typed === undefined) {
			printJson({settings});
			return EXIT.done;
		}
	}
	if (typed === undefined) return list(settings);
	if (typed.startsWith('keys.')) return keysCommand({settings, config}, typed.slice(5), value);
	const name = settingNamed(typed);
	if (name === undefined) return await unknown(typed);
	if (parsed.values.json === true) {
		const {values, what} = SETTINGS[name];
		printJson({setting: spoken(name), value: settings[name], values, what});
		return EXIT.done;
	}
	if (value === undefined) return show(settings, name);
	const changed = withSetting(settings, name, value);
	if (!changed.ok) return badInput(changed.message);
	return (
		(await keep(config, kept => ({...kept, [name]: changed.settings[name]}))) ??
		show(changed.settings, name)
	);
}

async function keep(
	config: string,
	changed: (kept: Settings) => Settings,
): Promise<Exit | undefined> {
	const {kept, said} = await changeSettings(config, changed, new Date());
	if (!kept) return badInput(said);
	if (said !== '') complain(said);
	return undefined;
}

async function keysCommand(
	{settings, config}: {readonly settings: Settings; readonly config: string},
	action: string,
	value: string | undefined,
): Promise<Exit> {
	const {ownKeys} = await import('./own-keys.ts');
	const changed = ownKeys(settings, action, value);
	if (!changed.ok) return badInput(...changed.sentences);
	const trouble =
		value === undefined
			? undefined
			: await keep(config, kept => ({...kept, keys: changed.settings.keys}));
	if (trouble !== undefined) return trouble;
	print(changed.said);
	return EXIT.done;
}

function list(settings: Settings): Exit {
	const rows = SETTING_NAMES.map(name => [spoken(name), settings[name], SETTINGS[name].what]);
	for (const line of columns(rows)) print(line);
	for (const [action, keys] of Object.entries(settings.keys)) {
		print(`keys.${action}  ${keys.map(key => (key === ' ' ? 'space' : key)).join(', ')}`);
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
	const {wordsLike} = await import('./region.ts');
	const like = wordsLike(typed, SETTING_NAMES.map(spoken));
	const said = `“${typed.slice(0, 40)}” is not a setting; \`outage-oncall settings\` lists them.`;
	return badInput(`${said}${didYouMean(like)}`);
}
