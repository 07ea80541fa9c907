import type {Key as InkKey} from 'ink';
import {describe, expect, test} from 'vitest';
import {keysOf} from './keys.ts';

const NO_KEY: InkKey = {
	upArrow: false,
	downArrow: false,
	leftArrow: false,
	rightArrow: false,
	pageDown: false,
	pageUp: false,
	home: false,
	end: false,
	return: false,
	escape: false,
	ctrl: false,
	shift: false,
	tab: false,
	backspace: false,
	delete: false,
	meta: false,
	super: false,
	hyper: false,
	capsLock: false,
	numLock: false,
};

describe('keys as the console knows them', () => {
	test.each<[string, string, Partial<InkKey>, readonly string[]]>([
		['a letter is itself', 'a', {}, ['a']],
		['fast typing is several keys', ':dig\r', {}, [':', 'd', 'i', 'g', 'enter']],
		[
			'control characters in the middle are keys',
			'\u0015x\u007F\u0003',
			{},
			['ctrl-u', 'x', 'backspace', 'ctrl-c'],
		],
		['enter', '\r', {return: true}, ['enter']],
		['shift-tab', '', {tab: true, shift: true}, ['shift-tab']],
		['ctrl-c', 'c', {ctrl: true}, ['ctrl-c']],
		['an arrow', '', {upArrow: true}, ['up']],
		['escape and a key typed fast', 'n', {meta: true}, ['escape', 'n']],
		['the background, told late', '11;rgb:ffff/ffff/ffff\u0007', {}, []],
		['what begins and ends it', ']', {meta: true}, []],
		['what has no name is no key', '', {}, []],
	])('%s', (_, input, key, expected) => {
		expect(keysOf(input, {...NO_KEY, ...key})).toEqual(expected);
	});
});
