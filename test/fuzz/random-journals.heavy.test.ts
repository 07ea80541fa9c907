import {test} from 'vitest';
import {replayRandomJournals} from './random-journals.ts';

test('1,000 random journals replay to the identical hash and score', {timeout: 1_800_000}, () => {
	replayRandomJournals(1_000);
});
