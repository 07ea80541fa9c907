import {describe, expect, test} from 'vitest';
import {ORDERS, parseOrder} from '../../session/index.ts';
import type {Deed} from './deed.types.ts';
import {completeWord, readDeed} from './read-deed.ts';
import {CONSOLE_WORDS, wordsOf} from './words.ts';

describe('a line is for the console', () => {
	test.each<[string, Deed]>([
		['help', {do: 'help', topic: ''}],
		['  HELP ', {do: 'help', topic: ''}],
		['help gate dwfm', {do: 'help', topic: 'gate dwfm'}],
		['pause', {do: 'pause'}],
		['wait 10', {do: 'wait', seconds: 600}],
		['until 02:30', {do: 'until', time: '02:30'}],
		['until 23:49 tomorrow', {do: 'until', time: '23:49 tomorrow'}],
		['filter off', {do: 'filter', text: ''}],
		['filter !lambda', {do: 'filter', text: '!lambda'}],
		['dwfm', {do: 'panel', panel: 'dwfm'}],
		['show dwfm', {do: 'panel', panel: 'dwfm'}],
		['panel balancers', {do: 'panel', panel: 'nlb'}],
		['alerts', {do: 'panel', panel: 'alerts'}],
		['suspect dwfm 70', {do: 'suspect', suspect: 'dwfm', confidence: 70, unless: ''}],
		[
			'suspect dns-automation 90 unless the zone has addresses',
			{
				do: 'suspect',
				suspect: 'dns-automation',
				confidence: 90,
				unless: 'the zone has addresses',
			},
		],
		['expect queue falls within 10 min', {do: 'expect', text: 'queue falls within 10 min'}],
	])('%s', (text, deed) => {
		expect(readDeed(text, 'screen')).toEqual({ok: true, deed});
	});
});

describe('a line is an order', () => {
	test.each([
		'pause enactors',
		'pause nothing-known',
		'dig regional',
		'show network',
		'note the pause begins',
		'no order at all',
		'',
	])('%s', text => {
		expect(readDeed(text, 'screen')).toEqual({ok: true, deed: {do: 'order', text}});
	});

	test('every order is, whatever words the console learns', () => {
		for (const {example} of Object.values(ORDERS)) {
			expect(readDeed(example, 'screen')).toEqual({ok: true, deed: {do: 'order', text: example}});
		}
	});
});

describe('a word that does not fit says what would', () => {
	test.each<[string, string]>([
		['suspect the_moon 70', '“the_moon” does not follow “suspect”'],
		['suspect dwfm 20', '50 to 100'],
		['wait', 'is incomplete'],
		['speed 500', '1 to 240'],
	])('%s', (text, message) => {
		const read = readDeed(text, 'screen');
		expect(read.ok ? '' : read.problem.message).toContain(message);
	});

	test('a word of another way of playing says where it is known', () => {
		expect(readDeed('zoom', 'plain')).toEqual({
			ok: false,
			problem: {message: 'This word works only on the whole screen.', suggestions: []},
		});
	});
});

test('every example is read as its word, and as no order', () => {
	for (const [id, {example, faces}] of Object.entries(CONSOLE_WORDS)) {
		expect(readDeed(example, faces[0])).toMatchObject({ok: true, deed: {do: id}});
		expect(parseOrder(example).ok).toBe(false);
	}
});

test('Tab offers what is known here', () => {
	expect(completeWord('sn', 'screen')).toEqual(['snapshot']);
	expect(completeWord('zo', 'plain')).toEqual([]);
	expect(completeWord('suspect dw', 'screen')).toEqual(['dwfm']);
	expect(wordsOf('protocol').flatMap(({forms}) => forms)).not.toContain('zoom');
});
