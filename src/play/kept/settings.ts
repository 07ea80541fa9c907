/** What a player can set, the values there are, first the one it has until it is set, and what it does. */
export const SETTINGS = {
	theme: {
		values: ['auto', 'dark', 'light', 'high-contrast', 'deuteranopia', 'tritanopia', 'mono'],
		what: 'the colours, auto by the background; every one of them also has a word or a mark',
	},
	colour: {
		values: ['auto', 'always', 'never'],
		what: 'whether to use colours; auto asks the terminal and NO_COLOR',
	},
	graphs: {
		values: ['auto', 'braille', 'block', 'ascii'],
		what: 'what graphs are drawn with; auto asks the locale, ascii uses nothing else anywhere',
	},
	animation: {
		values: ['on', 'off'],
		what: 'off: the picture updates once a second, and at keys, not four times a second',
	},
	mouse: {
		values: ['on', 'off'],
		what: 'whether a click is the key beside it; off, or with shift, you select text',
	},
	screenReader: {
		values: ['off', 'on'],
		what: 'play line by line, newest news first, instead of the dashboard',
	},
	length: {
		values: ['normal', 'short', 'full'],
		what: 'how long the whole event takes: about 23, 13 or 33 real minutes without stops',
	},
	confirm: {
		values: ['on', 'off'],
		what: 'whether a dangerous command asks before it runs',
	},
} as const;

type Table = typeof SETTINGS;
export type SettingName = keyof Table;

/** Keys of the player's own, by the name of what they do. */
export type OwnKeys = Readonly<Record<string, readonly string[]>>;

export type Settings = {readonly [Name in SettingName]: Table[Name]['values'][number]} & {
	readonly keys: OwnKeys;
};

export const SETTING_NAMES = Object.keys(SETTINGS).filter(isSettingName);

export function isSettingName(name: string): name is SettingName {
	return Object.hasOwn(SETTINGS, name);
}

/** Settings from whatever stood in a file: what is missing or not understood is as if never set. */
export function settingsFrom(stored: unknown): Settings {
	const found = isRecord(stored) ? stored : {};
	// Once there was only this one, about the same thing.
	const graphs = found['symbols'] === 'ascii' ? 'ascii' : undefined;
	return {
		theme: oneOf(SETTINGS.theme.values, found['theme']),
		colour: oneOf(SETTINGS.colour.values, found['colour']),
		graphs: oneOf(SETTINGS.graphs.values, found['graphs'] ?? graphs),
		animation: oneOf(SETTINGS.animation.values, found['animation']),
		mouse: oneOf(SETTINGS.mouse.values, found['mouse']),
		screenReader: oneOf(SETTINGS.screenReader.values, found['screenReader']),
		length: oneOf(SETTINGS.length.values, found['length']),
		confirm: oneOf(SETTINGS.confirm.values, found['confirm']),
		keys: isOwnKeys(found['keys']) ? found['keys'] : {},
	};
}

export type Changed =
	{readonly ok: true; readonly settings: Settings} | {readonly ok: false; readonly message: string};

/** Settings with one of them changed, or a sentence that says what was expected. */
export function withSetting(settings: Settings, name: SettingName, text: string): Changed {
	const {values} = SETTINGS[name];
	const asked = text.toLowerCase();
	const value = values.find(each => each === (name === 'theme' ? themeNow(asked) : asked));
	if (value !== undefined) return {ok: true, settings: {...settings, [name]: value}};
	const [first, ...others] = [...values].reverse();
	const expected = `${others.reverse().join(', ')} or ${first ?? ''}`;
	return {ok: false, message: `${spoken(name)} is ${expected}, not “${text.slice(0, 40)}”.`};
}

/** Settings with keys of the player's own for something; without any, those it was made with. */
export function withKeys(settings: Settings, action: string, own: readonly string[]): Settings {
	const others = Object.entries(settings.keys).filter(([name]) => name !== action);
	const keys = Object.fromEntries(own.length === 0 ? others : [...others, [action, own]]);
	return {...settings, keys};
}

/** The setting that a player means: `screenReader` is what the file calls `screen-reader`. */
export function settingNamed(typed: string): SettingName | undefined {
	return SETTING_NAMES.find(name => name === typed || spoken(name) === typed);
}

/** A setting as people write it: `screen-reader`. */
export function spoken(name: SettingName): string {
	return name.replace(/[A-Z]/gu, letter => `-${letter.toLowerCase()}`);
}

/** Whether settings can be read as they stand, older ones among them. */
export function areSettings(stored: unknown): boolean {
	if (!isRecord(stored)) return false;
	const {keys, ...rest} = stored;
	if (keys !== undefined && !isOwnKeys(keys)) return false;
	return Object.entries(rest).every(([name, value]) =>
		isSettingName(name)
			? SETTINGS[name].values.some(each => each === (name === 'theme' ? themeNow(value) : value))
			: typeof value === 'string',
	);
}

/** What is called `auto` was `default` once. */
function themeNow(value: unknown): unknown {
	return value === 'default' ? 'auto' : value;
}

function oneOf<Value extends string>(values: readonly [Value, ...Value[]], stored: unknown): Value {
	return values.find(value => value === stored) ?? values[0];
}

function isOwnKeys(value: unknown): value is OwnKeys {
	const isKeys = (keys: unknown) =>
		Array.isArray(keys) && keys.every(key => typeof key === 'string' && key !== '');
	return isRecord(value) && Object.values(value).every(isKeys);
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
