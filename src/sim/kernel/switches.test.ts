import {describe, expect, test} from 'vitest';
import {SWITCH_NAMES, switchesOn} from './switches.ts';

describe('the switches', () => {
	test('are all off on the day', () => {
		expect(Object.values(switchesOn([])).some(on => on)).toBe(false);
	});

	test.each(SWITCH_NAMES)('%s can be on alone', name => {
		const on = Object.entries(switchesOn([name])).filter(([, value]) => value);
		expect(on).toEqual([[name, true]]);
	});

	test('have names in kebab case', () => {
		for (const name of SWITCH_NAMES) expect(name).toMatch(/^[a-z]+(-[a-z]+)*$/);
	});
});
