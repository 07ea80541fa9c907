import {expect, test} from 'vitest';
import {keptMeasures, measure} from './measured.ts';

test('the night with each switch, and its milestones, are what was written down', () => {
	expect(measure()).toEqual(keptMeasures());
});
