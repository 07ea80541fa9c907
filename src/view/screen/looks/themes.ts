import type {Ansi, Hex, Theme} from './theme.types.ts';

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
	{plain, dim, line}: Readonly<Record<'plain' | 'dim' | 'line', Hex>>,
	{warn, bad}: Readonly<Record<'warn' | 'bad', Hex>>,
): Theme {
	return {
		...MONO,
		plain: {color: plain},
		dim: {color: dim},
		line: {color: line},
		title: {color: plain, bold: true},
		warn: {color: warn},
		bad: {color: bad, bold: true},
		warnMark: {color: warn},
		badMark: {color: bad, bold: true},
	};
}

type Greys = Parameters<typeof greys>[0];
type Hues = Parameters<typeof greys>[1];

const ON_DARK: Greys = {plain: '#d0d0d0', dim: '#a0a0a0', line: '#8d989b'};
const ON_LIGHT: Greys = {plain: '#202020', dim: '#5a5a5a', line: '#6a6a6a'};
/** Three to one on all that is usual, black and white among it. */
const ON_EITHER = '#828282';

/** Of 16 colours nobody knows how they look: they are on the shapes alone, and no word hangs on them. */
function few(hues: {readonly warn?: Ansi; readonly bad?: Ansi}): Theme {
	const on = (hue: Ansi | undefined) => (hue === undefined ? {} : {color: hue});
	return {
		...MONO,
		warnMark: {...on(hues.warn), bold: true},
		badMark: {...on(hues.bad), bold: true},
	};
}

/**
 * Where nobody knows the background, no hue has what a word needs on every one: words are the terminal's own, and the
 * hue is on the shapes, for which half the contrast will do.
 */
function either({warn, bad}: Hues): Theme {
	return {
		...MONO,
		line: {color: ON_EITHER},
		warnMark: {color: warn, bold: true},
		badMark: {color: bad, bold: true},
	};
}

/** A theme on each background, and with no more than 16 colours. */
export type ThemeSet = Readonly<Record<'dark' | 'light' | 'unknown' | 'few', Theme>>;

function everywhere(
	hues: Readonly<Record<'dark' | 'light' | 'unknown', Hues>>,
	least: Theme,
): ThemeSet {
	return {
		dark: greys(ON_DARK, hues.dark),
		light: greys(ON_LIGHT, hues.light),
		unknown: either(hues.unknown),
		few: least,
	};
}

/** The bright one of the two reds has three to one on all palettes; the other falls short on three. */
const AUTO = everywhere(
	{
		dark: {warn: '#f0b429', bad: '#ff8078'},
		light: {warn: '#7a4b00', bad: '#b00020'},
		unknown: {warn: '#e04c00', bad: '#ff0020'},
	},
	few({bad: 'redBright'}),
);

/** Orange and magenta: apart for eyes without green, and without red. */
const DEUTERANOPIA = everywhere(
	{
		dark: {warn: '#f0b429', bad: '#ff80d0'},
		light: {warn: '#7a4b00', bad: '#a80080'},
		unknown: {warn: '#e04c00', bad: '#f010a8'},
	},
	few({bad: 'magentaBright'}),
);

/** Violet and red: apart for eyes without blue. */
const TRITANOPIA = everywhere(
	{
		dark: {warn: '#b090ff', bad: '#ff7070'},
		light: {warn: '#6f19c8', bad: '#b00020'},
		unknown: {warn: '#b04cff', bad: '#ff0020'},
	},
	few({warn: 'magentaBright', bad: 'redBright'}),
);

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
const inked = (color: Hex): Theme => ({
	...HIGH_CONTRAST,
	plain: {color},
	dim: {color},
	line: {color},
	title: {color, bold: true},
});
/** Of 16 colours only the terminal's own two are sure to be far apart. */
const HIGH_CONTRAST_FEW: Theme = {...MONO, bad: {bold: true, underline: true}};

function alike(theme: Theme, least: Theme = theme): ThemeSet {
	return {dark: theme, light: theme, unknown: theme, few: least};
}

/** `auto` goes by the background; whoever names one knows it. */
export const THEMES = {
	auto: AUTO,
	dark: alike(AUTO.dark, AUTO.few),
	light: alike(AUTO.light, AUTO.few),
	'high-contrast': {
		dark: inked('#ffffff'),
		light: inked('#000000'),
		unknown: HIGH_CONTRAST,
		few: HIGH_CONTRAST_FEW,
	},
	deuteranopia: DEUTERANOPIA,
	tritanopia: TRITANOPIA,
	mono: alike(MONO),
} as const satisfies Record<string, ThemeSet>;

export type ThemeName = keyof typeof THEMES;

/** Whether a theme is another on another background. */
export function mindsBackground(name: ThemeName): boolean {
	return THEMES[name].dark !== THEMES[name].light;
}
