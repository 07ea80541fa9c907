import path from 'node:path';
import fc from 'fast-check';
import {expect, test} from 'vitest';
import {journalName} from './journal-name.ts';

const MOMENT = new Date('2026-11-27T09:30:00Z');
const LEVELS = ['october-20', 'con', 'nul', 'com1', 'a'.repeat(64)];

/** What Windows, and whatever else holds files, allows a name to be. */
function isFitForEverySystem(name: string): boolean {
	const device = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/iu;
	const characters = /^[\w.-]+$/u;
	return characters.test(name) && !device.test(name) && !/[. ]$/u.test(name) && name.length <= 200;
}

test.each(['CON', 'nul.journal.jsonl', 'a:b', 'a/b', 'a.', 'a?', 'a'.repeat(300)])(
	'%s is no name for a file',
	name => {
		expect(isFitForEverySystem(name)).toBe(false);
	},
);

test('whatever the level and the seed, a journal has a name that every system allows', () => {
	fc.assert(
		fc.property(
			fc.constantFrom(...LEVELS),
			fc.string({unit: 'binary', maxLength: 60}),
			(level, seed) => {
				expect(isFitForEverySystem(journalName(level, MOMENT, seed))).toBe(true);
			},
		),
	);
});

test.each(['6715', 'a/b', String.raw`..\..\x`, 'C:', '..', '~', 'con', 'aux.'])(
	'with seed %s it stays in its folder',
	seed => {
		const name = journalName('nul', MOMENT, seed);
		expect(isFitForEverySystem(name)).toBe(true);
		for (const each of [path.win32, path.posix]) {
			const folder = each.resolve('/saves');
			expect(each.dirname(each.join(folder, name))).toBe(folder);
			expect(each.basename(each.join(folder, name))).toBe(name);
		}
	},
);
