import {describe, expect, test} from 'vitest';
import {showsUnicode, themeFor} from './theme.ts';

describe('what the terminal can show', () => {
	test.each<[Record<string, string>, boolean]>([
		[{LANG: 'en_US.UTF-8'}, true],
		[{LANG: 'C.utf8'}, true],
		[{LC_ALL: 'C', LANG: 'en_US.UTF-8'}, false],
		[{LC_ALL: '', LC_CTYPE: 'POSIX', LANG: 'en_US.UTF-8'}, false],
		[{TERM: 'linux', LANG: 'en_US.UTF-8'}, false],
		[{}, false],
	])('%o', (env, expected) => {
		expect(showsUnicode(env, 'linux')).toBe(expected);
	});

	test('macOS and Windows need no locale', () => {
		expect(showsUnicode({}, 'darwin')).toBe(true);
		expect(showsUnicode({}, 'win32')).toBe(true);
	});
});

describe('colour', () => {
	test.each<[Record<string, string>, boolean]>([
		[{}, true],
		[{NO_COLOR: ''}, true],
		[{NO_COLOR: '0'}, false],
		[{CLICOLOR: '0'}, false],
		[{TERM: 'dumb'}, false],
	])('%o', (env, expected) => {
		const coloured = Object.values(themeFor(env)).some(look => look.color !== undefined);
		expect(coloured).toBe(expected);
	});

	test('without colour, what is critical and what is selected still stand out', () => {
		const {bad, select} = themeFor({NO_COLOR: '1'});
		expect({bad, select}).toEqual({bad: {bold: true}, select: {inverse: true}});
	});
});
