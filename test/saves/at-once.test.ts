import {expect, test} from 'vitest';
import {endAtOnce} from './at-once.ts';

test('a dozen programs that end runs at once on one profile are all counted', async () => {
	expect(await endAtOnce(12)).toEqual({counted: 12, troubled: 0});
});
