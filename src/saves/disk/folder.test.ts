import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {afterAll, describe, expect, test} from 'vitest';
import {makeFolder, writeFolder} from './folder.ts';

const root = fs.mkdtempSync(path.join(os.tmpdir(), 'outage-folder-'));

afterAll(() => {
	fs.rmSync(root, {recursive: true, force: true});
});

describe('a folder', () => {
	test('is made with those above it, and may be there', () => {
		const folder = path.join(root, 'a', 'b', 'c');
		makeFolder(folder);
		makeFolder(folder);
		expect(fs.statSync(folder).isDirectory()).toBe(true);
	});

	test.runIf(process.platform === 'linux').each(['/proc/none', '/proc/none/below'])(
		'is refused where none can be, and not tried for ever: %s',
		folder => {
			expect(() => {
				makeFolder(folder);
			}).toThrow('no folder can be made there');
		},
	);

	test.skipIf(process.platform === 'win32')(
		'is never written over a link, wherever it leads',
		() => {
			const link = path.join(root, 'link');
			fs.symlinkSync('nowhere', link);
			expect(() => {
				writeFolder(link, {'a.txt': 'a'});
			}).toThrow('taken');
			expect(fs.readlinkSync(link)).toBe('nowhere');
		},
	);
});
