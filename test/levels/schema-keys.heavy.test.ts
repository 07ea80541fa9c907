import {expect, test} from 'vitest';
import {BASE, changed, CHANGES, scored, told} from './schema-keys.ts';

const BEFORE = told(BASE);
const BEFORE_SCORE = scored(BASE);

const TOLD = CHANGES.filter(([, value, where]) => value !== null && where !== 'level');

test.each(TOLD)('%j as %j is told: %s', (path, value, where) => {
	const written = changed(path, value);
	if (where === 'score') {
		expect(scored(written)).not.toBe(BEFORE_SCORE);
		return;
	}
	const after = told(written);
	const readers =
		where === 'brief' ? (['brief'] as const) : (['screen', 'plain', 'protocol'] as const);
	const silent = readers.filter(reader => after[reader] === BEFORE[reader]);
	if (where === 'a face') expect(silent).not.toHaveLength(readers.length);
	else expect(silent).toEqual([]);
});
