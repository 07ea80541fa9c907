import {expect, test} from 'vitest';
import {live} from './vopr.ts';

const SEEDS = Array.from({length: 25}, (_, index) => index + 1);

test('what was told of as kept is kept, whatever the disk does and whenever programs are killed', () => {
	for (const seed of SEEDS) {
		expect(
			() => {
				live(seed);
			},
			`npm run vopr -- --seed ${String(seed)}`,
		).not.toThrow();
	}
});
