import {test} from 'vitest';
import {times} from '../support/sampled.ts';
import {replayRandomJournals} from './random-journals.ts';

test('random journals replay to the identical hash and score', {timeout: 120_000}, () => {
	replayRandomJournals(times(15, 50));
});
