import type {Theme} from './theme.types.ts';

/** Bold, reverse and faint are no colours: they stay under NO_COLOR. A cursor would undo a caret in reverse. */
const MONO: Theme = {
	plain: {},
	dim: {},
	title: {bold: true},
	focus: {bold: true},
	select: {inverse: true},
	good: {},
	calm: {},
	warn: {bold: true},
	bad: {bold: true},
	flash: {bold: true},
	caret: {underline: true},
};

/**
 * At most one of the 16 colours, so that the user's own palette rules. Blue on black cannot be read everywhere, and
 * bright black is the background of Solarized.
 */
const DEFAULT: Theme = {
	...MONO,
	dim: {dimColor: true},
	focus: {color: 'cyan', bold: true},
	good: {color: 'green'},
	calm: {color: 'cyan'},
	warn: {color: 'yellow'},
	bad: {color: 'red', bold: true},
	flash: {color: 'yellow', bold: true},
};

/** Nothing is dimmed, and what needs attention brings its own background: on any screen at least 7 to 1. */
const HIGH_CONTRAST: Theme = {
	...MONO,
	focus: {bold: true, underline: true},
	good: {bold: true},
	warn: {color: '#000000', backgroundColor: '#ffd700', bold: true},
	bad: {color: '#ffffff', backgroundColor: '#8b0000', bold: true},
	flash: {color: '#000000', backgroundColor: '#ffd700', bold: true},
};
const HIGH_CONTRAST_16: Theme = {
	...HIGH_CONTRAST,
	warn: {color: 'black', backgroundColor: 'yellow', bold: true},
	bad: {color: 'whiteBright', backgroundColor: 'red', bold: true},
	flash: {color: 'black', backgroundColor: 'yellow', bold: true},
};

// Every colour below is half way between black and white, so that it can be read on both.

/** The default where the background is light: yellow, green and cyan of most palettes cannot be read there. */
export const ON_LIGHT: Theme = {
	...MONO,
	dim: {color: '#767676'},
	focus: {color: '#008484', bold: true},
	good: {color: '#3c8424'},
	calm: {color: '#008484'},
	warn: {color: '#9c6c0c', bold: true},
	bad: {color: '#d81c00', bold: true},
	flash: {color: '#9c6c0c', bold: true},
};
export const ON_LIGHT_16: Theme = {
	...MONO,
	dim: {dimColor: true},
	warn: {color: 'magenta', bold: true},
	bad: {color: 'red', bold: true},
	flash: {color: 'magenta', bold: true},
};

/** Blue, orange, magenta: apart for eyes without green, and nearly so without red. */
const DEUTERANOPIA: Theme = {
	...MONO,
	dim: {color: '#767676'},
	focus: {color: '#008484', bold: true},
	good: {color: '#186cfc'},
	calm: {color: '#008484'},
	warn: {color: '#9c6c0c'},
	bad: {color: '#d8189c', bold: true},
	flash: {color: '#9c6c0c', bold: true},
};
const DEUTERANOPIA_16: Theme = {
	...DEFAULT,
	good: {color: 'cyan'},
	bad: {color: 'magenta', bold: true},
};

/** Teal, violet, red: apart for eyes without blue. */
const TRITANOPIA: Theme = {
	...MONO,
	dim: {color: '#767676'},
	focus: {color: '#00846c', bold: true},
	good: {color: '#00846c'},
	calm: {color: '#4c7c94'},
	warn: {color: '#b430f0'},
	bad: {color: '#e42400', bold: true},
	flash: {color: '#b430f0', bold: true},
};
const TRITANOPIA_16: Theme = {
	...DEFAULT,
	good: {color: 'cyan'},
	warn: {color: 'magenta'},
	flash: {color: 'magenta', bold: true},
};

/** Each theme as it is with 256 colours or more, and with 16. */
export const THEMES = {
	default: {rich: DEFAULT, plain: DEFAULT},
	'high-contrast': {rich: HIGH_CONTRAST, plain: HIGH_CONTRAST_16},
	deuteranopia: {rich: DEUTERANOPIA, plain: DEUTERANOPIA_16},
	tritanopia: {rich: TRITANOPIA, plain: TRITANOPIA_16},
	mono: {rich: MONO, plain: MONO},
} as const satisfies Record<string, {readonly rich: Theme; readonly plain: Theme}>;

export type ThemeName = keyof typeof THEMES;
