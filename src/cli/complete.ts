import {
	SETTING_NAMES,
	SETTINGS,
	settingNamed,
	spoken,
	type SettingName,
} from '../play/kept/index.ts';
import {parseArguments} from './arguments.ts';
import {badInput} from './bad-input.ts';
import {COMMAND_NAMES, commandNamed, flagsOf, type Command} from './command-list.ts';
import {SHELL_SCRIPTS} from './completion-scripts.ts';
import {EXIT, type Exit} from './exit-codes.ts';
import {ownLevels} from './levels-folder.ts';
import {print} from './terminal-text.ts';

/** What can stand in one place: words with what they mean, or whatever files there are. */
type Offer = {
	readonly words: readonly (readonly [word: string, means?: string])[];
	readonly files?: true;
};

const NOTHING: Offer = {words: []};
const FILES: Offer = {words: [], files: true};
/** Said in place of words where the shell is to offer files itself. */
const ASK_FOR_FILES = ':files';

/** `completion SHELL`: what that shell has to read so that Tab completes our commands. */
export function completionCommand(words: readonly string[]): Exit {
	const parsed = parseArguments(words, {}, {positionals: ['SHELL'], optional: 0});
	if (!parsed.ok) return badInput(parsed.message);
	const [shell = ''] = parsed.positionals;
	const script = Object.entries(SHELL_SCRIPTS).find(([name]) => name === shell)?.[1];
	if (script === undefined) {
		const known = Object.keys(SHELL_SCRIPTS).join(', ');
		return badInput(`“${shell.slice(0, 40)}” is not a shell we know: ${known}.`);
	}
	print(script);
	return EXIT.done;
}

/** `complete -- WORDS`: what the last of them can become, a line each; the scripts of the shells ask it. */
export async function completeCommand([, ...words]: readonly string[]): Promise<Exit> {
	const {words: offered, files} = await offerFor(words);
	const begun = words.at(-1) ?? '';
	const lines = offered
		.filter(([word]) => word.startsWith(begun))
		.map(([word, means = '']) => (means === '' ? word : `${word}\t${means}`));
	if (lines.length > 0) print(lines.join('\n'));
	else if (files === true) print(ASK_FOR_FILES);
	return EXIT.done;
}

async function offerFor(words: readonly string[]): Promise<Offer> {
	const before = words.slice(0, -1);
	const begun = words.at(-1) ?? '';
	const name = nameOf(before);
	const subcommands = nextWords(name === undefined ? [] : name.split(' '));
	if (name === undefined) return before.length === 0 ? {words: subcommands} : NOTHING;
	const command = commandNamed(name);
	if (command === undefined) return NOTHING;
	const rest = before.slice(name.split(' ').length);
	if (begun.startsWith('-')) return {words: optionsOf(command)};
	const asked = flagsOf(command).find(flag => `--${flag.name}` === rest.at(-1));
	if (asked?.value !== undefined) return valueOf(asked.value, before);
	const place = placeOf(command, rest);
	const here = await valueOf(place, before);
	return rest.length === 0 ? {...here, words: [...subcommands, ...here.words]} : here;
}

/** The command that some words begin with, the longest: `levels check`. */
function nameOf(words: readonly string[]): string | undefined {
	return [words.slice(0, 2).join(' '), words[0] ?? ''].find(name => COMMAND_NAMES.includes(name));
}

/** What may follow some words of a command's name. */
function nextWords(begun: readonly string[]): Offer['words'] {
	const forms = COMMAND_NAMES.flatMap(name => commandNamed(name)?.forms ?? []);
	const next = new Map<string, string>();
	for (const [typed, ...does] of forms) {
		const words = typed.split(' ');
		const word = words[begun.length] ?? '';
		const follows = begun.every((each, index) => words[index] === each);
		if (follows && /^[a-z]/u.test(word) && !next.has(word)) next.set(word, does.join(' '));
	}
	return [...next];
}

function optionsOf(command: Command): Offer['words'] {
	return flagsOf(command).map(({name, does}) => [`--${name}`, does]);
}

/** What stands for the next word of a command that is no option: `LEVEL` in `run LEVEL`. */
function placeOf(command: Command, given: readonly string[]): string {
	const [typed = ''] = command.forms.at(-1) ?? [];
	const names = typed.split(' ').filter(word => /^\[*[A-Z]/u.test(word));
	const valued = flagsOf(command).filter(({value}) => value !== undefined);
	const words = given.filter((word, index) => {
		const option = given[index - 1] ?? '';
		return !word.startsWith('-') && !valued.some(({name}) => `--${name}` === option);
	});
	const place = names[words.length] ?? (typed.endsWith('...') ? names.at(-1) : undefined);
	return (place ?? '').replace(/[^A-Z|]/gu, '');
}

/** What can stand for a kind of value. */
async function valueOf(kind: string, before: readonly string[]): Promise<Offer> {
	if (kind.includes('|')) return {words: kind.split('|').map(word => [word])};
	const setting = settingNamed(kind.toLowerCase());
	if (setting !== undefined) return valuesOf(setting);
	switch (kind.replace(/[[\]]/gu, '')) {
		case 'LEVEL':
			return {words: ownLevels().map(level => [level]), files: true};
		case 'FILE':
		case 'OUT':
		case 'PATH':
		case 'DIR':
			return FILES;
		case 'COMMAND':
			return {words: nextWords([])};
		case 'SHELL':
			return {words: Object.keys(SHELL_SCRIPTS).map(shell => [shell])};
		case 'NAME':
			return before[0] === 'settings' ? {words: settingsToSet()} : NOTHING;
		case 'VALUE':
			return valuesOf(settingNamed(before.at(-1) ?? ''));
		default:
			return (await import('./complete-region.ts')).regionWords(kind, before);
	}
}

function settingsToSet(): Offer['words'] {
	return SETTING_NAMES.map(name => [spoken(name), SETTINGS[name].what]);
}

function valuesOf(setting: SettingName | undefined): Offer {
	if (setting === undefined) return NOTHING;
	return {words: SETTINGS[setting].values.map(value => [value])};
}
