import {describe, expect, test} from 'vitest';
import {looksOf, type LooksWishes} from './looks.ts';
import {backgroundIn} from './background.ts';
import {THEMES} from './themes.ts';

const WISHES: LooksWishes = {
	theme: 'auto',
	colour: 'auto',
	graphs: 'auto',
	animation: 'on',
	mouse: 'on',
	screenReader: 'off',
};
const XTERM = {TERM: 'xterm', LANG: 'en_US.UTF-8'};

describe('how many colours', () => {
	test.each<[Record<string, string>, LooksWishes['colour'], number]>([
		[{}, 'auto', 1],
		[{TERM: 'xterm-256color'}, 'auto', 2],
		[{COLORTERM: 'truecolor'}, 'auto', 3],
		[{NO_COLOR: ''}, 'auto', 1],
		[{NO_COLOR: '0'}, 'auto', 0],
		[{CLICOLOR: '0'}, 'auto', 0],
		[{TERM: 'dumb'}, 'auto', 0],
		[{FORCE_COLOR: '0', COLORTERM: 'truecolor'}, 'auto', 0],
		[{FORCE_COLOR: '1', NO_COLOR: '1'}, 'auto', 1],
		[{FORCE_COLOR: '3'}, 'auto', 3],
		[{FORCE_COLOR: '', TERM: 'dumb'}, 'auto', 1],
		[{CLICOLOR_FORCE: '1', NO_COLOR: '1'}, 'auto', 1],
		[{CLICOLOR_FORCE: '0', NO_COLOR: '1'}, 'auto', 0],
		[{COLORTERM: 'truecolor'}, 'never', 0],
		[{NO_COLOR: '1', COLORTERM: '24bit'}, 'always', 3],
	])('%o and %s: %i', (env, colour, depth) => {
		expect(looksOf({...WISHES, colour}, {...XTERM, ...env}, 'linux').depth).toBe(depth);
	});

	test('without any, every theme is the one without colour', () => {
		const theme = looksOf({...WISHES, theme: 'tritanopia'}, {NO_COLOR: '1'}, 'linux').theme;
		expect(theme).toBe(THEMES.mono.few);
	});

	test('with 16, no theme asks for more', () => {
		for (const {few} of Object.values(THEMES)) {
			expect(JSON.stringify(few)).not.toContain('#');
		}
	});
});

test.each([
	['0;15', 'light'],
	['0;default;7', 'light'],
	['15;0', 'dark'],
	['7;8', 'dark'],
	['', 'unknown'],
	['x', 'unknown'],
] as const)('auto, where the terminal says of its colours %j, is %s', (colours, background) => {
	const env = {...XTERM, COLORTERM: 'truecolor', COLORFGBG: colours};
	expect(looksOf(WISHES, env, 'linux').theme).toBe(THEMES.auto[background]);
	expect(looksOf({...WISHES, theme: 'tritanopia'}, env, 'linux').theme).toBe(
		THEMES.tritanopia[background],
	);
	expect(looksOf({...WISHES, theme: 'dark'}, env, 'linux').theme).toBe(THEMES.auto.dark);
});

test.each([
	['\u001B]11;rgb:0000/2b2b/3636\u001B\\', 'dark'],
	['\u001B]11;rgb:fd/f6/e3\u0007', 'light'],
	['\u001B]11;rgba:ffff/ffff/ffff/ffff\u0007', 'light'],
	['\u001B[?62;c', 'unknown'],
	['', 'unknown'],
] as const)('a terminal that answers %j has a background that is %s', (answer, background) => {
	expect(backgroundIn(answer)).toBe(background);
});

test.each<[Record<string, string>, LooksWishes['graphs'], string]>([
	[{}, 'auto', 'braille'],
	[{LC_ALL: 'C'}, 'auto', 'ascii'],
	[{TERM: 'linux'}, 'auto', 'ascii'],
	[{LC_ALL: 'C'}, 'block', 'block'],
	[{}, 'ascii', 'ascii'],
])('graphs under %o, set to %s, are %s', (env, graphs, expected) => {
	expect(looksOf({...WISHES, graphs}, {...XTERM, ...env}, 'linux').graphs).toBe(expected);
});

test('a screen reader is told of by the setting, or by the variable that Ink knows', () => {
	const on = (wish: 'on' | 'off', env: Record<string, string>) =>
		looksOf({...WISHES, screenReader: wish}, env, 'linux').screenReader;
	expect([on('off', {}), on('on', {}), on('off', {INK_SCREEN_READER: 'true'})]).toEqual([
		false,
		true,
		true,
	]);
});
