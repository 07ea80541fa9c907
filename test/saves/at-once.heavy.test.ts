import {expect, test} from 'vitest';
import {endAtOnce} from './at-once.ts';

test('two hundred programs that end runs at once on one profile are all counted', async () => {
	expect(await endAtOnce(200)).toEqual({counted: 200, troubled: 0});
});
