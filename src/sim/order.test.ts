import {describe, expect, test} from 'vitest';
import {ORDERS} from './order.ts';

const ROWS = Object.entries(ORDERS);

describe('every order', () => {
	test.each(ROWS.filter(([, {kind}]) => kind === 'do'))('%s says what it touches', (_, spec) => {
		expect(spec.touches).toMatch(/[^.]$/u);
	});

	test.each(ROWS.filter(([, {kind}]) => kind === 'look'))('%s touches nothing', (_, spec) => {
		expect([spec.touches, spec.danger]).toEqual([undefined, undefined]);
	});

	test('that is dangerous says why, in a sentence', () => {
		const dangers = ROWS.flatMap(([, {danger}]) => (danger === undefined ? [] : [danger]));
		expect(dangers.length).toBeGreaterThan(10);
		for (const danger of dangers) expect(danger).toMatch(/^[A-Z].*\.$/u);
	});
});
