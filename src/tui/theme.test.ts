import {describe, expect, test} from 'vitest';
import {themeFor} from './theme.ts';

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
