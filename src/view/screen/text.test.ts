import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {cut, fit, left, right, rowWidth, span, spread, widthOf, wrap} from './text.ts';
import {clean} from '../say/clean.ts';

const DANGEROUS = /[\p{Cc}\p{Cf}\p{Cs}]/u;

describe('text from outside is made safe', () => {
	test.each([
		['colour sequences go whole', '\u001B[31mred\u001B[0m', 'red'],
		['a window title is not set', '\u001B]0;owned\u0007after', 'after'],
		['links lose their address', '\u001B]8;;http://x\u001B\\click\u001B]8;;\u001B\\', 'click'],
		['a lone escape goes', 'a\u001Bcb', 'ab'],
		['one line stays one line', 'a\r\nb\tc', 'a b c'],
		['bells and deletes go', 'a\u0007\u007F\u0000b', 'ab'],
		['eight-bit controls go', 'a\u009Bb', 'ab'],
		['text is not turned around', 'abc\u202Edef', 'abcdef'],
		['nothing joins cells', 'a\u200Db\u0301', 'ab'],
		['tags hide nothing', 'a\u{E0041}\u{E007F}b', 'ab'],
		['no letter is blank', 'a\u3164\u115F\uFFA0b', 'ab'],
		['what terminals disagree on becomes a mark', 'ok 🔥', 'ok ?'],
		['plain words stay', 'use1-az1: 7 % – lost', 'use1-az1: 7 % – lost'],
	])('%s', (_, dirty, expected) => {
		expect(clean(dirty)).toBe(expected);
	});

	test('nothing that a terminal would obey is left of any text', () => {
		fc.assert(
			fc.property(fc.string({unit: 'binary'}), text => {
				expect(DANGEROUS.test(clean(text))).toBe(false);
			}),
		);
	});
});

describe('rows are exactly as wide as they should be', () => {
	const text = fc.string({unit: 'grapheme'}).map(clean);

	test('whatever stands in them', () => {
		fc.assert(
			fc.property(fc.array(text, {maxLength: 5}), fc.integer({min: 1, max: 60}), (texts, width) => {
				const row = texts.map(piece => span(piece));
				expect(rowWidth(fit(row, width))).toBe(width);
				expect(rowWidth(spread(row, [span(' end')], width))).toBe(width);
			}),
		);
	});

	test('padding and cutting keep the width', () => {
		fc.assert(
			fc.property(text, fc.integer({min: 1, max: 40}), (piece, width) => {
				expect(widthOf(left(piece, width))).toBe(width);
				expect(widthOf(right(piece, width))).toBe(width);
				for (const line of wrap(piece, Math.max(2, width))) {
					expect(widthOf(line)).toBeLessThanOrEqual(Math.max(2, width));
				}
			}),
		);
	});

	test('what is cut says so', () => {
		expect(cut('DynamoDB errors', 9)).toBe('DynamoDB…');
		expect(cut('DynamoDB', 8)).toBe('DynamoDB');
		expect(widthOf('停止')).toBe(4);
		expect(cut('停止中', 5)).toBe('停止…');
	});
});
