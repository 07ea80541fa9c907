import type {Environment} from './locale.ts';

/** How many colours there are: none, 16, 256, or all. */
export type ColourDepth = 0 | 1 | 2 | 3;

/**
 * What was set beats what the shell says, as NO_COLOR's authors ask; there, what forces colour beats what
 * forbids it. `NO_COLOR`, set and not empty, means no colour, whatever its value.
 */
export function colourDepth(
	wish: 'auto' | 'always' | 'never',
	env: Environment,
	platform: string,
): ColourDepth {
	const shown = depthOf(env, platform);
	const some: ColourDepth = shown === 0 ? 1 : shown;
	if (wish !== 'auto') return wish === 'never' ? 0 : some;
	const forced = env['FORCE_COLOR'];
	if (forced === '0' || forced === 'false') return 0;
	if (forced === '2' || forced === '3') return forced === '2' ? 2 : 3;
	if (forced !== undefined || (env['CLICOLOR_FORCE'] ?? '0') !== '0') return some;
	const forbidden = (env['NO_COLOR'] ?? '') !== '' || env['CLICOLOR'] === '0';
	return forbidden ? 0 : shown;
}

/** What the terminal says of itself. */
function depthOf(env: Environment, platform: string): ColourDepth {
	const {TERM: term = '', COLORTERM: colours = '', TERM_PROGRAM: program} = env;
	if (term === 'dumb') return 0;
	if (/^(truecolor|24bit)$/iu.test(colours) || program === 'iTerm.app') return 3;
	if (/kitty|ghostty|wezterm|alacritty/iu.test(term) || platform === 'win32') return 3;
	return /256/u.test(term) || program === 'Apple_Terminal' ? 2 : 1;
}
