import {describe, expect, test} from 'vitest';
import type {Key} from './ui.types.ts';
import {EMPTY_LINE, pasted, written, type TextLine} from './text-input.ts';

const MAX = 12;

/** A line after some keys, with a bar where its caret stands. */
function after(...keys: readonly Key[]): string {
	const line = keys.reduce<TextLine>((now, key) => written(now, key, MAX) ?? now, EMPTY_LINE);
	return shown(line);
}

function shown({text, after: behind}: TextLine): string {
	const at = text.length - behind;
	return `${text.slice(0, at)}|${text.slice(at)}`;
}

const typed = (text: string): readonly Key[] => Array.from(text);

describe('a line that is being written', () => {
	test.each<[string, readonly Key[], string]>([
		['takes characters where the caret is', [...typed('ac'), 'left', 'b'], 'ab|c'],
		['erases before the caret', [...typed('abc'), 'left', 'backspace'], 'a|c'],
		['erases after it', [...typed('abc'), 'home', 'delete'], '|bc'],
		['erases a word', [...typed('page dns '), 'ctrl-w'], 'page |'],
		['erases up to the caret', [...typed('abc'), 'left', 'ctrl-u'], '|c'],
		['erases from it on', [...typed('abc'), 'left', 'ctrl-k'], 'ab|'],
		['goes by words', [...typed('page dns'), 'ctrl-left', 'ctrl-left', 'ctrl-right'], 'page| dns'],
		['goes to its ends', [...typed('abc'), 'ctrl-a', 'x', 'ctrl-e', 'y'], 'xabcy|'],
		['takes no more than it may', typed('abcdefghijklmno'), 'abcdefghijkl|'],
		['leaves other keys to others', [...typed('ab'), 'enter', 'page-up', 'up'], 'ab|'],
	])('%s', (_, keys, expected) => {
		expect(after(...keys)).toBe(expected);
	});

	test.each([
		['q\ny\n', 'aq y|b'],
		['\u001B[2Jz', 'az|b'],
		['more than there is room for', 'amore than |b'],
	])('takes a paste as text: %j', (text, expected) => {
		expect(shown(pasted({text: 'ab', after: 1}, text, MAX))).toBe(expected);
	});
});
