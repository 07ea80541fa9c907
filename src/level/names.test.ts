import {expect, test} from 'vitest';
import {SWITCH_NAMES} from '../sim/index.ts';
import {cleanText, isClean} from './text/index.ts';
import {seedFault} from './seed.ts';
import {parseSwitch} from './switch-names.ts';

test('every switch is known by both its spellings', () => {
	for (const name of SWITCH_NAMES) {
		expect(parseSwitch(name)).toEqual({ok: true, name});
		expect(parseSwitch(name.toUpperCase().replaceAll('-', '_'))).toEqual({ok: true, name});
	}
});

test.each([
	['DWFM_NO_DDB', 'dwfm-no-dynamodb'],
	['NM_PRIORITY', 'network-priority'],
	['NLB_VELOCITY', 'nlb-velocity-control'],
	['LIFO', 'drop-expired'],
	['CELLS', 'zonal-dns'],
	['BREAK_GLASS', 'regional-sts'],
])('the name %s of the fact sheet means %s', (typed, name) => {
	expect(parseSwitch(typed)).toEqual({ok: true, name});
});

test('a misspelt switch comes back with what was meant', () => {
	expect(parseSwitch('fencing-tokn')).toEqual({ok: false, like: ['fencing-token']});
	expect(parseSwitch('constructor')).toEqual({ok: false, like: []});
});

test('what moves a cursor or turns a line around is not text', () => {
	expect(cleanText('a\u001b[2Jb\u0007\u202ec\u2028d\u009b')).toBe('a[2Jbcd');
	expect(cleanText('a\u{E0041}b\u3164c\u115Fd\u2800e\u2066f\u00ADg\uFE0Fh')).toBe('abcdefgh');
	expect(cleanText(`e${'\u0301'.repeat(30)}`)).toBe('e\u0301\u0301');
	expect(isClean('Zoë – 23:48 “ok”')).toBe(true);
	expect(isClean('\u001b]0;title\u0007')).toBe(false);
});

test.each([
	['6715', undefined],
	['x'.repeat(200), undefined],
	['x'.repeat(201), 'A seed has at most 200 characters, not 201.'],
	['x'.repeat(10_240), 'A seed has at most 200 characters, not 10240.'],
	['', 'A seed has at least one character.'],
	['a\nb', 'A seed has printable characters only.'],
])('the seed %.20j is judged', (seed, fault) => {
	expect(seedFault(seed)).toBe(fault);
});
