import {expect, test} from 'vitest';
import {keysAt} from '../../src/level/schema-keys.ts';
import {BASE, changed, CHANGES, levelFrom} from './schema-keys.ts';

/** Keys of the schema whose own keys are another table's: conditions, rows of faults, parameters. */
const ELSEWHERE = /^(?:faults|parameters|prelude\.orders|goals\.(?:win|lose)|story\.when)$/u;

function keysBelow(path: readonly (string | number)[]): readonly string[] {
	return keysAt(path).flatMap(key => {
		const at = [...path, key];
		const name = at.filter(part => part !== 0).join('.');
		if (ELSEWHERE.test(name) || /\.(?:when|asked|met|holds|faults?|parameters)$/u.test(name))
			return [name];
		const inner = [...keysBelow(at), ...keysBelow([...at, 0])];
		return inner.length === 0 ? [name] : inner;
	});
}

test('every key of the schema stands here', () => {
	const here = CHANGES.map(([path]) => path.filter(part => typeof part !== 'number').join('.'));
	expect([...new Set(keysBelow([]))].filter(key => key !== 'format').sort()).toEqual(here.sort());
});

test('each of them makes another level', () => {
	const same = CHANGES.filter(([, value]) => value !== null).filter(
		([path, value]) =>
			JSON.stringify(levelFrom(changed(path, value))) === JSON.stringify(levelFrom(BASE)),
	);
	expect(same.map(([path]) => path.join('.'))).toEqual([]);
});
