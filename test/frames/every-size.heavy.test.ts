import {expect, test} from 'vitest';
import {present} from '../../src/view/index.ts';
import {createUi} from '../../src/view/programs/console/create-ui.ts';
import {faultsOf} from './faults-of.ts';
import {realMoments} from './real-nights.ts';

const UI = {
	...createUi({title: 'October 20', briefing: '', graphs: 'braille'}),
	stage: 'playing' as const,
};

test.each(realMoments())('%s: at every size from 60x18 to 200x60 no number is cut', (_, seen) => {
	for (let columns = 60; columns <= 200; columns++) {
		for (let rows = 18; rows <= 60; rows++) {
			const size = {columns, rows};
			expect(faultsOf(present(seen, UI, size), size)).toEqual([]);
		}
	}
});
