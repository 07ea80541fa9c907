import {expect, test} from 'vitest';
import {onceFor} from './once-for.ts';

test('work is done once for each key, and each key has its own', () => {
	const worked: number[] = [];
	const double = onceFor(({value}: {readonly value: number}) => {
		worked.push(value);
		return {value: value * 2};
	});
	const [one, two] = [{value: 1}, {value: 2}];
	expect(double(one)).toEqual({value: 2});
	expect(double(two)).toEqual({value: 4});
	expect(double(one)).toBe(double(one));
	expect(worked).toEqual([1, 2]);
});
