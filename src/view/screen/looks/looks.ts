import type {Graphs} from '../../input/ui.types.ts';
import {backgroundOf} from './background.ts';
import {colourDepth, type ColourDepth} from './colour-depth.ts';
import {showsUnicode, type Environment} from './locale.ts';
import type {Theme} from './theme.types.ts';
import {THEMES, type ThemeName} from './themes.ts';

/** What the player set about looks. */
export type LooksWishes = {
	readonly theme: ThemeName;
	readonly colour: 'auto' | 'always' | 'never';
	readonly graphs: 'auto' | Graphs;
	readonly animation: 'on' | 'off';
	readonly mouse: 'on' | 'off';
	readonly screenReader: 'on' | 'off';
};

/** How the game looks here and now. */
export type Looks = {
	readonly theme: Theme;
	readonly depth: ColourDepth;
	readonly graphs: Graphs;
	/** Whether the picture may change more than once a second without a key. */
	readonly animation: boolean;
	/** Whether clicks and the wheel are the game’s, and not the terminal’s own. */
	readonly mouse: boolean;
	/** By lines, for ears. */
	readonly screenReader: boolean;
};

/** What was set, as far as the terminal can show it. */
export function looksOf(wishes: LooksWishes, env: Environment, platform: string): Looks {
	const depth = colourDepth(wishes.colour, env, platform);
	const themes = THEMES[depth === 0 ? 'mono' : wishes.theme];
	const graphs = showsUnicode(env, platform) ? 'braille' : 'ascii';
	return {
		theme: themes[depth > 1 ? backgroundOf(env) : 'few'],
		depth,
		graphs: wishes.graphs === 'auto' ? graphs : wishes.graphs,
		animation: wishes.animation === 'on',
		mouse: wishes.mouse === 'on',
		screenReader: wishes.screenReader === 'on' || env['INK_SCREEN_READER'] === 'true',
	};
}
