import {describe, expect, test} from 'vitest';
import type {Theme} from './theme.types.ts';
import {DARK, EITHER, FEW, LIGHT, THEMES} from './themes.ts';

type Light = readonly [red: number, green: number, blue: number];
type Matrix = readonly [Light, Light, Light];

/** What is seen without one kind of cone, on linear light: Machado, Oliveira and Fernandes 2009, severity 1. */
const WITHOUT_GREEN: Matrix = [
	[0.367322, 0.860646, -0.227968],
	[0.280085, 0.672501, 0.047413],
	[-0.01182, 0.04294, 0.968881],
];
const WITHOUT_RED: Matrix = [
	[0.152286, 1.052583, -0.204868],
	[0.114503, 0.786281, 0.099216],
	[-0.003882, -0.048116, 1.051998],
];
const WITHOUT_BLUE: Matrix = [
	[1.255528, -0.076749, -0.178779],
	[-0.078411, 0.930809, 0.147602],
	[0.004733, 0.691367, 0.3039],
];

const BLACK: Light = [0, 0, 0];
const WHITE: Light = [1, 1, 1];

/** sRGB as linear light. */
function lightOf(hex: string): Light {
	const channel = (at: number) => {
		const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
		return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
	};
	return [channel(1), channel(3), channel(5)];
}

function luminance([red, green, blue]: Light): number {
	return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** WCAG 2 contrast, 1 to 21. */
function contrast(a: Light, b: Light): number {
	const [dark, bright] = [luminance(a), luminance(b)].sort((x, y) => x - y);
	return (bright! + 0.05) / (dark! + 0.05);
}

function seen(light: Light, matrix: Matrix): Light {
	const channel = (row: Light) =>
		Math.min(1, Math.max(0, row[0] * light[0] + row[1] * light[1] + row[2] * light[2]));
	return [channel(matrix[0]), channel(matrix[1]), channel(matrix[2])];
}

/** CIE 1976 colour difference: about 2 can just be seen. */
function difference(a: Light, b: Light): number {
	const [x, y] = [labOf(a), labOf(b)];
	return Math.hypot(x[0] - y[0], x[1] - y[1], x[2] - y[2]);
}

function labOf(light: Light): readonly [number, number, number] {
	const root = (t: number) => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116);
	const [r, g, b] = light;
	const x = root((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047);
	const y = root(luminance(light));
	const z = root((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883);
	return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

const coloured = (theme: Theme) =>
	Object.entries(theme).flatMap(([tone, {color, backgroundColor}]) =>
		color === undefined ? [] : [{tone, color, backgroundColor}],
	);

describe.each(['deuteranopia', 'tritanopia'] as const)('%s', name => {
	test.each(coloured(THEMES[name].rich))('$tone can be read on black and on white', ({color}) => {
		const light = lightOf(color);
		expect(Math.min(contrast(light, BLACK), contrast(light, WHITE))).toBeGreaterThanOrEqual(4.5);
	});
});

/** Backgrounds of palettes that many terminals have, and their red. */
const DARK_PALETTES = {
	xterm: ['#000000', '#cd0000'],
	'Windows Terminal': ['#0c0c0c', '#c50f1f'],
	GNOME: ['#171421', '#c01c28'],
	'VS Code': ['#1e1e1e', '#cd3131'],
	'Solarized Dark': ['#002b36', '#dc322f'],
	Gruvbox: ['#282828', '#cc241d'],
	Dracula: ['#282a36', '#ff5555'],
	Nord: ['#2e3440', '#bf616a'],
} as const;
const LIGHT_PALETTES = {
	'xterm and iTerm': ['#ffffff', '#cd0000'],
	'One Light': ['#fafafa', '#e45649'],
	GNOME: ['#eeeeec', '#c01c28'],
	'Solarized Light': ['#fdf6e3', '#dc322f'],
	'Gruvbox light': ['#fbf1c7', '#cc241d'],
} as const;
const EVERY = {...DARK_PALETTES, ...LIGHT_PALETTES};

/** What each tone has to have against its background. */
const LEAST = {
	plain: 7,
	dim: 4.5,
	line: 3,
	title: 7,
	warn: 4.5,
	bad: 4.5,
	warnMark: 3,
	badMark: 3,
} as const;
const inTones = Object.entries(LEAST) as [keyof typeof LEAST, number][];

describe.each([
	['dark', DARK, DARK_PALETTES],
	['light', LIGHT, LIGHT_PALETTES],
	// What nobody knows may be either; plain is the terminal's own there.
	['auto', EITHER, {black: ['#000000'], white: ['#ffffff']}],
] as readonly [string, Theme, Readonly<Record<string, readonly string[]>>][])(
	'the theme %s',
	(_, theme, palettes) => {
		test.each(Object.entries(palettes))('can be read on %s', (_name, [paper = '']) => {
			const back = lightOf(paper);
			const short = inTones.flatMap(([tone, least]) => {
				const {color} = theme[tone];
				const has = color === undefined ? Infinity : contrast(lightOf(color), back);
				return has >= least ? [] : [`${tone} ${has.toFixed(1)}, not ${String(least)}`];
			});
			expect(short).toEqual([]);
		});
	},
);

describe('with 16 colours', () => {
	test('no word hangs on a hue, and red is on a shape alone', () => {
		const {warnMark, badMark, ...words} = FEW;
		expect(coloured(words as Theme)).toEqual([]);
		expect([warnMark.color, badMark.color]).toEqual([undefined, 'red']);
	});

	test.each(Object.entries(EVERY))('the shape can be seen in %s', (_, [paper, red]) => {
		expect(contrast(lightOf(red), lightOf(paper))).toBeGreaterThanOrEqual(2.5);
	});
});

test.each(coloured(THEMES['high-contrast'].rich))(
	'$tone of high-contrast has 7 to 1 wherever it stands',
	({color, backgroundColor}) => {
		expect(contrast(lightOf(color), lightOf(backgroundColor!))).toBeGreaterThanOrEqual(7);
	},
);

describe('eyes that lack a cone tell warn and bad apart', () => {
	const rows = [
		['deuteranopia', 'green', WITHOUT_GREEN, 40],
		['deuteranopia', 'red', WITHOUT_RED, 30],
		['tritanopia', 'blue', WITHOUT_BLUE, 40],
	] as const;
	test.each(rows)('in %s, without %s', (name, _, matrix, least) => {
		const {warn, bad} = THEMES[name].rich;
		const [w, b] = [warn, bad].map(({color}) => seen(lightOf(color!), matrix));
		expect(difference(w!, b!)).toBeGreaterThanOrEqual(least);
	});

	test('and a pair of red and green would be caught', () => {
		const [red, green] = [
			seen(lightOf('#e42400'), WITHOUT_GREEN),
			seen(lightOf('#3c8424'), WITHOUT_GREEN),
		];
		expect(difference(red, green)).toBeLessThan(30);
	});
});

test('no theme tells well from bad by hue alone, and what is selected is reversed in all', () => {
	for (const {rich, plain} of Object.values(THEMES)) {
		for (const {dim, bad, select} of [rich, plain] as readonly Theme[]) {
			expect(bad.bold).toBe(true);
			expect(dim.bold).toBeUndefined();
			expect(select).toEqual({inverse: true});
		}
	}
});
