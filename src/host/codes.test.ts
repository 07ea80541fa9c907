import {describe, expect, test} from 'vitest';
import {admitted, codesOf, isTokenOf, newToken, tokenDigest} from './codes.ts';
import {LIMITS, messageScale, wrongCodes} from './limits.ts';

const SECRET = Buffer.alloc(32, 7);
const codes = codesOf(SECRET, 'one');

describe('codes', () => {
	test('are three words of four letters that no other kind of guest, run or secret has', () => {
		const others = [codesOf(SECRET, 'two'), codesOf(Buffer.alloc(32, 8), 'one')];
		const all = [codes, ...others].flatMap(({player, observer, facilitator, board}) => {
			return [player, observer, facilitator, board];
		});
		expect(new Set(all).size).toBe(12);
		for (const code of all)
			expect(code).toMatch(/^[a-hjkmnp-z2-9]{4}-[a-hjkmnp-z2-9]{4}-[a-hjkmnp-z2-9]{4}$/u);
		expect(codesOf(SECRET, 'one')).toEqual(codes);
	});

	test.each(['player', 'observer', 'facilitator', 'board'] as const)(
		'let a %s in, however typed',
		as => {
			expect(admitted(codes, codes[as])).toBe(as);
			expect(admitted(codes, ` ${codes[as].toUpperCase().replaceAll('-', ' ')}`)).toBe(as);
		},
	);

	test.each(['', 'x', codes.player.slice(1), `${codes.player}a`, 'ü'.repeat(64)])(
		'let nobody in for “%s”',
		typed => {
			expect(admitted(codes, typed)).toBeUndefined();
		},
	);
});

test('a token is known by its digest', () => {
	const {token, digest} = newToken(codes, 'Ann');
	expect(tokenDigest(token)).toBe(digest);
	expect(newToken(codes, 'Ann').token).not.toBe(token);
});

test('a token tells whose it is, and of which room', () => {
	const {token} = newToken(codes, 'Ann');
	const other = codesOf(Buffer.alloc(32, 1), 'another run');
	expect(isTokenOf(codes, 'Ann', token)).toBe(true);
	expect(isTokenOf(codes, 'Bob', token)).toBe(false);
	expect(isTokenOf(other, 'Ann', token)).toBe(false);
	for (const forged of ['', token.slice(1), `A${token.slice(1)}A`, 'x'.repeat(64)]) {
		expect(isTokenOf(codes, 'Ann', forged)).toBe(false);
	}
});

describe('wrong codes', () => {
	test('keep an address waiting until the minute is over, and no other', () => {
		const wrong = wrongCodes();
		for (let n = 0; n < LIMITS.wrongCodes; n++) {
			expect(wrong.waitMs('a', 1_000 * n)).toBe(0);
			wrong.note('a', 1_000 * n);
		}
		expect(wrong.waitMs('a', 10_000)).toBe(50_000);
		expect(wrong.waitMs('b', 10_000)).toBe(0);
		expect(wrong.waitMs('a', 60_000)).toBe(0);
	});

	test('of however many addresses are no more than so many', () => {
		const wrong = wrongCodes();
		for (let n = 0; n < LIMITS.wrongCodes; n++) wrong.note('first', 0);
		for (let n = 0; n < LIMITS.addressesMax; n++) wrong.note(String(n), 0);
		expect(wrong.waitMs('first', 0)).toBe(0);
	});
});

describe('messages', () => {
	test('flow at their pace without end', () => {
		const weigh = messageScale(0);
		for (let ms = 50; ms < 100_000; ms += 50) expect(weigh(ms)).toBe('taken');
	});

	test('beyond it are told of once, then ignored, then enough', () => {
		const weigh = messageScale(0);
		const said = Array.from({length: 1_000}, () => weigh(0));
		expect(said.filter(each => each === 'taken')).toHaveLength(LIMITS.messagesBurst);
		expect(said.filter(each => each === 'told')).toHaveLength(1);
		expect(said.indexOf('enough')).toBe(LIMITS.messagesBurst + LIMITS.messagesIgnored);
	});
});
