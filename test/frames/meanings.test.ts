import {expect, test} from 'vitest';
import {ORDERS, parseOrder} from '../../src/session/index.ts';
import {MEANINGS} from '../../src/view/say/meanings.ts';
import {PANELS} from '../../src/observe/index.ts';

test.each(PANELS)('%s says what it shows, how to read it and when it lies, in sentences', panel => {
	const {shows, reading, lies} = MEANINGS[panel];
	for (const text of [shows, ...reading, lies]) {
		expect(text).toMatch(/^[A-Z"▲●✗✔‖►↑]/u);
		expect(text).toMatch(/\.$/u);
		expect(text.length).toBeLessThan(320);
	}
});

test('every order that a meaning quotes is one that can be given', () => {
	const quoted = Object.values(MEANINGS)
		.flatMap(({shows, reading, lies}) => [shows, ...reading, lies])
		.flatMap(text => [...text.matchAll(/`([^`]+)`/g)].map(([, words = '']) => words));
	expect(quoted.length).toBeGreaterThan(3);
	const forms = Object.values(ORDERS).flatMap(spec => spec.forms);
	const unknown = quoted.filter(
		words =>
			!parseOrder(words).ok && !forms.some(form => form === words || form.startsWith(`${words} `)),
	);
	expect(unknown).toEqual([]);
});
