import {describe, expect, test} from 'vitest';
import {showsUnicode} from './locale.ts';

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
