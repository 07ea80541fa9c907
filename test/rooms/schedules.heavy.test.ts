import fc from 'fast-check';
import {test} from 'vitest';
import {comesThrough, SCHEDULES} from './schedules.ts';

test('two hundred schedules of cut links, slow readers and sleeping hosts end well', () => {
	fc.assert(fc.property(SCHEDULES, comesThrough), {numRuns: 200, seed: 20_251_021});
});
