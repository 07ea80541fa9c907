import {describe, expect, test} from 'vitest';
import {ORDERS, parseOrder} from '../../session/index.ts';
import {completeWord, CONSOLE_WORDS, readWord, wordsOf} from './words.ts';

describe('a line is for the console', () => {
	test.each<[string, string, Readonly<Record<string, string | number>>]>([
		['help', 'help', {}],
		['  HELP ', 'help', {}],
		['help gate dwfm', 'help', {topic: 'gate dwfm'}],
		['pause', 'pause', {}],
		['wait 10', 'wait', {minutes: 10}],
		['until 02:30', 'until', {time: '02:30'}],
		['filter off', 'filter', {}],
		['filter !lambda', 'filter', {text: '!lambda'}],
		['suspect dwfm 70', 'suspect', {suspect: 'dwfm', confidence: 70}],
		[
			'suspect dns-automation 90 unless the zone has addresses',
			'suspect',
			{suspect: 'dns-automation', confidence: 90, text: 'the zone has addresses'},
		],
		['expect queue falls within 10 min', 'expect', {prediction: 'queue falls within 10 min'}],
	])('%s', (text, id, args) => {
		expect(readWord(text, 'screen')).toEqual({kind: 'word', word: {id, args}});
	});
});

describe('a line is an order', () => {
	test.each([
		'pause enactors',
		'pause nothing-known',
		'dig regional',
		'note the pause begins',
		'no order at all',
		'',
	])('%s', text => {
		expect(readWord(text, 'screen')).toEqual({kind: 'order'});
	});

	test('every order is, whatever words the console learns', () => {
		for (const {example} of Object.values(ORDERS)) {
			expect(readWord(example, 'screen')).toEqual({kind: 'order'});
		}
	});
});

describe('a word that does not fit says what would', () => {
	test.each<[string, string]>([
		['suspect moon 70', '“moon” does not follow “suspect”'],
		['suspect dwfm 20', '50 to 100'],
		['wait', 'is not finished'],
		['speed 500', '1 to 240'],
	])('%s', (text, message) => {
		const read = readWord(text, 'screen');
		expect(read).toMatchObject({kind: 'problem'});
		expect(read.kind === 'problem' ? read.problem.message : '').toContain(message);
	});

	test('a word of another way of playing says where it is known', () => {
		expect(readWord('zoom', 'plain')).toEqual({
			kind: 'problem',
			problem: {message: 'This word is known only on the whole screen.', suggestions: []},
		});
	});
});

test('every example is read as its word, and as no order', () => {
	for (const [id, {example}] of Object.entries(CONSOLE_WORDS)) {
		expect(
			readWord(example, CONSOLE_WORDS[id as keyof typeof CONSOLE_WORDS].ways[0]),
		).toMatchObject({kind: 'word', word: {id}});
		expect(parseOrder(example).ok).toBe(false);
	}
});

test('Tab offers what is known here', () => {
	expect(completeWord('sn', 'screen')).toEqual(['snapshot']);
	expect(completeWord('zo', 'plain')).toEqual([]);
	expect(completeWord('suspect dw', 'screen')).toEqual(['dwfm']);
	expect(wordsOf('protocol').flatMap(({forms}) => forms)).not.toContain('zoom');
});
