import fs from 'node:fs';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {ROOT} from '../support/tree.ts';
import {ownLevels} from './own-levels.ts';
import {levelsPage} from './page.ts';

test.each(ownLevels())('$id says what it is and leaves nothing for afterwards', ({id}) => {
	for (const name of ['briefing.md', 'debrief.md']) {
		expect(fs.readFileSync(join(ROOT, 'levels', id, name), 'utf8')).toMatch(/^# .+\n\n./);
	}
});

test.each(ownLevels())('$id is the same after it was kept as data', level => {
	expect(JSON.parse(JSON.stringify(level))).toStrictEqual(level);
});

test('docs/levels.md is what `npm run levels` would write', async () => {
	for (const [name, text] of Object.entries(await levelsPage())) {
		expect(fs.readFileSync(join(ROOT, name), 'utf8')).toBe(text);
	}
});
