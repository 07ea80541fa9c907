import {test} from 'vitest';
import {replayRandomJournals} from './random-journals.ts';

test('50 random journals replay to the identical hash and score', {timeout: 120_000}, () => {
	replayRandomJournals(50);
});
