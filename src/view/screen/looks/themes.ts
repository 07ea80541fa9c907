import type {Theme} from './theme.types.ts';

/** Bold and reverse are no colours: they stay under NO_COLOR. A cursor would undo a caret in reverse. */
const MONO: Theme = {
	plain: {},
	dim: {},
	line: {},
	title: {bold: true},
	select: {inverse: true},
	warn: {bold: true},
	bad: {bold: true},
	warnMark: {bold: true},
	badMark: {bold: true},
	caret: {underline: true},
};

/** A theme of greys and two hues. Whatever is well is grey: a hue says that something is not. */
function greys(
	{plain, dim, line}: Readonly<Record<'plain' | 'dim' | 'line', `#${string}` | undefined>>,
	{warn, bad}: Readonly<Record<'warn' | 'bad', `#${string}`>>,
): Theme {
	const ink = plain === undefined ? {} : {color: plain};
	return {
		...MONO,
		plain: ink,
		dim: dim === undefined ? {} : {color: dim},
		line: line === undefined ? {} : {color: line},
		title: {...ink, bold: true},
		warn: {color: warn},
		bad: {color: bad, bold: true},
		warnMark: {color: warn},
		badMark: {color: bad, bold: true},
	};
}

/** For backgrounds that are known to be dark, and to be light. */
export const DARK = greys(
	{plain: '#d0d0d0', dim: '#a0a0a0', line: '#8d989b'},
	{warn: '#f0b429', bad: '#ff8078'},
);
export const LIGHT = greys(
	{plain: '#202020', dim: '#5a5a5a', line: '#6a6a6a'},
	{warn: '#7a4b00', bad: '#b00020'},
);

// Every colour below is half way between black and white, so that it can be read on both.
const MIDDLE = {plain: undefined, dim: '#767676', line: '#767676'} as const;

/** Where nobody knows the background: a wrong guess would make text vanish. */
export const EITHER = greys(MIDDLE, {warn: '#9c6c0c', bad: '#e42400'});

/** Of 16 colours nobody knows how they look: they are on the shapes alone, and no word hangs on them. */
export const FEW: Theme = {
	...MONO,
	badMark: {color: 'red', bold: true},
};

/** Nothing is dimmed, and what needs attention brings its own background: on any screen at least 7 to 1. */
const WARNED = {color: '#000000', backgroundColor: '#ffd700', bold: true} as const;
const BROKEN = {color: '#ffffff', backgroundColor: '#8b0000', bold: true} as const;
const HIGH_CONTRAST: Theme = {
	...MONO,
	warn: WARNED,
	bad: BROKEN,
	warnMark: WARNED,
	badMark: BROKEN,
};
const HIGH_CONTRAST_16: Theme = {
	...HIGH_CONTRAST,
	warn: {color: 'black', backgroundColor: 'yellow', bold: true},
	bad: {color: 'whiteBright', backgroundColor: 'red', bold: true},
	warnMark: {color: 'black', backgroundColor: 'yellow', bold: true},
	badMark: {color: 'whiteBright', backgroundColor: 'red', bold: true},
};

/** Orange and magenta: apart for eyes without green, and nearly so without red. */
const DEUTERANOPIA = greys(MIDDLE, {warn: '#9c6c0c', bad: '#d8189c'});
const DEUTERANOPIA_16: Theme = {...FEW, badMark: {color: 'magenta', bold: true}};

/** Violet and red: apart for eyes without blue. */
const TRITANOPIA = greys(MIDDLE, {warn: '#b430f0', bad: '#e42400'});
const TRITANOPIA_16: Theme = {...FEW, warnMark: {color: 'magenta', bold: true}};

/** Each theme as it is with 256 colours or more, and with 16; `auto` is what it is on a background that nobody knows. */
export const THEMES = {
	auto: {rich: EITHER, plain: FEW},
	dark: {rich: DARK, plain: FEW},
	light: {rich: LIGHT, plain: FEW},
	'high-contrast': {rich: HIGH_CONTRAST, plain: HIGH_CONTRAST_16},
	deuteranopia: {rich: DEUTERANOPIA, plain: DEUTERANOPIA_16},
	tritanopia: {rich: TRITANOPIA, plain: TRITANOPIA_16},
	mono: {rich: MONO, plain: MONO},
} as const satisfies Record<string, {readonly rich: Theme; readonly plain: Theme}>;

export type ThemeName = keyof typeof THEMES;
