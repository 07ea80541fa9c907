import path from 'node:path';
import {describe, expect, test} from 'vitest';
import type {RankedDecision} from '../../src/session/index.ts';
import {ROOT} from '../support/tree.ts';
import {outage} from './outage.ts';

const RUN = path.join(ROOT, 'saves/golden/the-second-collapse/reckless.journal.jsonl');

describe('at the decisions of a run', () => {
	test('the level’s scripts are the panel, and those who won are heard', () => {
		const {decisions} = JSON.parse(outage(['rank', RUN, '--json']).out) as {
			readonly decisions: readonly RankedDecision[];
		};
		const [decision] = decisions;
		expect(decision?.options).toEqual(['budget retries 10', 'nothing yet', 'shed most']);
		expect(decision?.panel.places).toEqual([2, 3, 1]);
		expect(decision?.panel.minority).toMatchObject([{by: 'all-but-the-lesson', counts: false}]);
	});

	test('one is asked, why as well, and only then told', () => {
		const {out, code} = outage(['rank', RUN], 'z\nc a\nless first\n');
		expect(code).toBe(0);
		const [asked = '', told = ''] = out.split('Why, in a sentence:');
		expect(asked).toContain('Expected letters from a to c, each once.');
		expect(asked).not.toContain('textbook');
		expect(told).toContain('You: c a b, less first');
		expect(told).toContain('3 of 3 pairs in the same order; its first is “shed most”.');
	});

	test('a panel that cannot be read is bad input, with its line', () => {
		const {code, err} = outage(['rank', RUN, '--panel', RUN]);
		expect(code).toBe(2);
		expect(err).toMatch(/reckless\.journal\.jsonl:2:1: /u);
	});
});
