import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {filesBelow, ROOT} from '../support/tree.ts';

/** Who moves bytes of files beside the one reader and the one writer, each with its reason. */
const OTHERS: Readonly<Record<string, string>> = {
	'src/saves/glance/ends-of.ts': 'the first and the last bytes of a journal, for the menu',
	'src/saves/journal-file.ts': 'lines are added to a run while it is played, and synced',
	'src/saves/lock/run-lock.ts': 'a claim is written again each second, so that its time moves',
	'src/saves/run-door.ts': 'a run that goes on is cut off behind its last whole line',
};

const MOVES_BYTES =
	/\b(?:open|read|write|append|copy)(?:File)?Sync\(|\bcreate(?:Read|Write)Stream\(/u;

test('bytes of files are moved by one reader and one writer', () => {
	const sources = filesBelow('src', /(?<!\.test)\.tsx?$/u);
	const found = sources.filter(path => MOVES_BYTES.test(readFileSync(join(ROOT, path), 'utf8')));
	const beside = found.filter(path => !path.startsWith('src/saves/disk/'));
	expect(beside).toEqual(Object.keys(OTHERS).sort());
	expect(found.length).toBeGreaterThan(beside.length);
});
