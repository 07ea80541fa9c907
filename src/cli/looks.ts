import {
	SETTING_NAMES,
	spoken,
	withSetting,
	type Changed,
	type Settings,
} from '../play/kept/index.ts';
import {askBackground} from './ask-background.ts';
import {looksOf, mindsBackground, type Looks} from '../view/screen/looks/index.ts';

/** Settings for one start of the program; what is kept stays as it is. */
export const LOOKS_OPTIONS = {
	theme: {type: 'string'},
	graphs: {type: 'string'},
	length: {type: 'string'},
	'no-animation': {type: 'boolean'},
	'screen-reader': {type: 'boolean'},
} as const;

export type LooksValues = {
	readonly [Name in keyof typeof LOOKS_OPTIONS]?: string | boolean | undefined;
};

/** What was said on the command line, over what is kept; or what is wrong with it. */
export function settingsFor(kept: Settings, values: LooksValues): Changed {
	const said: Readonly<Record<string, string | boolean | undefined>> = {
		...values,
		animation: values['no-animation'] === true ? 'off' : undefined,
		'screen-reader': values['screen-reader'] === true ? 'on' : undefined,
	};
	let settings = kept;
	for (const name of SETTING_NAMES) {
		const text = said[spoken(name)];
		if (typeof text !== 'string') continue;
		const changed = withSetting(settings, name, text);
		if (!changed.ok) return {ok: false, message: `--${changed.message}`};
		({settings} = changed);
	}
	return {ok: true, settings};
}

/** As the shell started us: below, we speak to Ink through it. What the terminal answers stands above what it says. */
const ENVIRONMENT: Record<string, string | undefined> = {...process.env};

/**
 * How the game looks on this terminal. Ink asks the environment for its colours when it loads, and without any
 * leaves out bold and reverse as well: so it hears of some, and a theme without colour uses none.
 */
export function dress(settings: Settings): Looks {
	const {depth} = looksOf({...settings, colour: 'always'}, ENVIRONMENT, process.platform);
	process.env['FORCE_COLOR'] = String(depth);
	return looksOf(settings, ENVIRONMENT, process.platform);
}

/** The same, once the terminal was asked for its background: where colours are few, or chosen, it does not matter. */
export async function dressAsked(settings: Settings): Promise<Looks> {
	if (!mindsBackground(settings.theme) || dress(settings).depth < 2) return dress(settings);
	const background = await askBackground(process.stdin, process.stdout);
	if (background !== 'unknown') {
		ENVIRONMENT['COLORFGBG'] = background === 'light' ? '0;15' : '15;0';
	}
	return dress(settings);
}
