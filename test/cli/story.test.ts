import {expect, test} from 'vitest';
import {outage} from './outage.ts';

const RUN = ['run', 'october-20', '--seed', 'banana', '--until', '23:25', '--json'];

function seedOf(out: string): string {
	return (JSON.parse(out) as {readonly seed: string}).seed;
}

test('a run keeps the story of its level as play does: it goes on to the next seed that makes it', () => {
	expect(seedOf(outage(RUN).out)).toMatch(/^banana\+\d+$/);
});

test('for research, a seed is taken as it is', () => {
	expect(seedOf(outage([...RUN, '--seed-as-is']).out)).toBe('banana');
});
