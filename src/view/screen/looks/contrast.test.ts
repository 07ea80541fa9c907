import {describe, expect, test} from 'vitest';
import type {Look, Theme} from './theme.types.ts';
import {ON_LIGHT, THEMES} from './themes.ts';

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

/** Background, text, red, green, yellow and cyan of dark palettes that many terminals have. */
const PALETTES: Readonly<
	Record<string, readonly [string, string, string, string, string, string]>
> = {
	xterm: ['#000000', '#e5e5e5', '#cd0000', '#00cd00', '#cdcd00', '#00cdcd'],
	'Solarized Dark': ['#002b36', '#839496', '#dc322f', '#859900', '#b58900', '#2aa198'],
	Ubuntu: ['#300a24', '#eeeeec', '#cc0000', '#4e9a06', '#c4a000', '#06989a'],
	Campbell: ['#0c0c0c', '#cccccc', '#c50f1f', '#13a10e', '#c19c00', '#3a96dd'],
	Dracula: ['#282a36', '#f8f8f2', '#ff5555', '#50fa7b', '#f1fa8c', '#8be9fd'],
	Nord: ['#2e3440', '#d8dee9', '#bf616a', '#a3be8c', '#ebcb8b', '#88c0d0'],
};

describe.each(Object.entries(PALETTES))(
	'the default in %s',
	(_, [paper, ink, red, green, yellow, cyan]) => {
		const palette: Readonly<Record<string, string>> = {red, green, yellow, cyan};
		test.each(Object.entries<Look>(THEMES.default.plain))('does not lose %s', (_tone, look) => {
			const [back, front] = [lightOf(paper), lightOf(palette[look.color ?? ''] ?? ink)];
			const halfway = (channel: 0 | 1 | 2) => (front[channel] + back[channel]) / 2;
			const half: Light = [halfway(0), halfway(1), halfway(2)];
			expect(look.color === undefined || look.color in palette).toBe(true);
			expect(contrast(look.dimColor === true ? half : front, back)).toBeGreaterThanOrEqual(2.5);
		});
	},
);

test.each(coloured(ON_LIGHT))(
	'$tone of the default can be read on white, and on Solarized Light',
	({color}) => {
		expect(contrast(lightOf(color), WHITE)).toBeGreaterThanOrEqual(4.5);
		expect(contrast(lightOf(color), lightOf('#fdf6e3'))).toBeGreaterThanOrEqual(4);
	},
);

test.each(coloured(THEMES['high-contrast'].rich))(
	'$tone of high-contrast has 7 to 1 wherever it stands',
	({color, backgroundColor}) => {
		expect(contrast(lightOf(color), lightOf(backgroundColor!))).toBeGreaterThanOrEqual(7);
	},
);

describe('eyes that lack a cone tell good, warn and bad apart', () => {
	const rows = [
		['deuteranopia', 'green', WITHOUT_GREEN, 40],
		['deuteranopia', 'red', WITHOUT_RED, 30],
		['tritanopia', 'blue', WITHOUT_BLUE, 40],
	] as const;
	test.each(rows)('in %s, without %s', (name, _, matrix, least) => {
		const {good, warn, bad} = THEMES[name].rich;
		const lights = [good, warn, bad].map(({color}) => seen(lightOf(color!), matrix));
		const [g, w, b] = lights;
		const nearest = Math.min(difference(g!, w!), difference(w!, b!), difference(g!, b!));
		expect(nearest).toBeGreaterThanOrEqual(least);
	});

	test('and a pair of red and green would be caught', () => {
		const [red, green] = [
			seen(lightOf('#e42400'), WITHOUT_GREEN),
			seen(lightOf('#3c8424'), WITHOUT_GREEN),
		];
		expect(difference(red, green)).toBeLessThan(30);
	});
});

test('no theme tells good from bad by hue alone, and what is selected is reversed in all', () => {
	for (const {rich, plain} of Object.values(THEMES)) {
		for (const {good, bad, select} of [rich, plain] as readonly Theme[]) {
			expect(bad.bold).toBe(true);
			expect(good.bold === true && good.backgroundColor === bad.backgroundColor).toBe(false);
			expect(select).toEqual({inverse: true});
		}
	}
});
