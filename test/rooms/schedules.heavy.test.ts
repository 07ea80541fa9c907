import fc from 'fast-check';
import {test} from 'vitest';
import {comesThrough, SCHEDULES} from './schedules.ts';

test('two hundred schedules of cut and half-open links, slow readers, killed hosts and clocks that jump end well', () => {
	fc.assert(fc.property(SCHEDULES, comesThrough), {numRuns: 200, seed: 20_251_021});
});
