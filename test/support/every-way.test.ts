import {expect, test} from 'vitest';
import {everyWay} from './every-way.ts';

test('every sequence of choices is tried once, in order', () => {
	const seen: string[] = [];
	const runs = everyWay(choose => {
		const first = choose(2);
		seen.push(first === 0 ? `0${String(choose(3))}` : '1');
	});
	expect(seen).toEqual(['00', '01', '02', '1']);
	expect(runs).toBe(4);
});

test('a body without a choice runs once', () => {
	expect(everyWay(() => undefined)).toBe(1);
});

test('a body that is steered by anything else is caught', () => {
	let bound = 2;
	expect(() => everyWay(choose => choose(bound++))).toThrow('the same question');
});
