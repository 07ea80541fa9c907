import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {afterEach, beforeEach, expect, test} from 'vitest';
import {changeSettings, readSettings, settingsTrouble} from './settings-file.ts';

const TIME = new Date(0);

const DEFAULTS = {
	theme: 'auto',
	colour: 'auto',
	graphs: 'auto',
	animation: 'on',
	mouse: 'on',
	screenReader: 'off',
	length: 'normal',
	confirm: 'on',
	keys: {},
} as const;

let folder: string;

beforeEach(() => {
	folder = fs.mkdtempSync(path.join(os.tmpdir(), 'settings-'));
});

afterEach(() => {
	fs.rmSync(folder, {recursive: true, force: true});
});

const file = () => path.join(folder, 'config.json');
const stored = () => JSON.parse(fs.readFileSync(file(), 'utf8')) as unknown;

test('settings written by hand stay, older ones too, and are read without conf', async () => {
	fs.writeFileSync(file(), '{"settings": {"colour": "never", "symbols": "ascii"}}');
	const expected = {...DEFAULTS, colour: 'never', graphs: 'ascii'};
	expect(readSettings(folder)).toEqual(expected);
	expect(await changeSettings(folder, kept => ({...kept, theme: 'mono'}), TIME)).toEqual({
		kept: true,
		said: '',
	});
	expect(readSettings(folder)).toEqual({...expected, theme: 'mono'});
	expect(stored()).toEqual({settings: {...expected, theme: 'mono'}});
});

test.each([
	'',
	'{',
	'null',
	'[]',
	'{"settings": 3}',
	'{"settings": {"colour": "red", "symbols": 1}}',
	'{"settings": {"keys": {"pause": [""]}}}',
])('settings that read %j are the defaults, and are set aside when one is changed', async text => {
	fs.writeFileSync(file(), text);
	expect(readSettings(folder)).toEqual(DEFAULTS);
	expect(settingsTrouble(folder)).toMatch(/config\.json: the settings in it cannot be read/);
	const change = await changeSettings(folder, kept => ({...kept, theme: 'mono'}), TIME);
	expect(change.kept).toBe(true);
	expect(change.said).toMatch(
		/damaged and are kept as .*config\.corrupt-19700101T000000\.json\. They begin anew/,
	);
	expect(settingsTrouble(folder)).toBeUndefined();
	const aside = path.join(folder, 'config.corrupt-19700101T000000.json');
	expect(fs.readFileSync(aside, 'utf8')).toBe(text);
	expect(readSettings(folder)).toEqual({...DEFAULTS, theme: 'mono'});
});

test('damaged settings go back to those before, and what was set aside is never written over', async () => {
	for (const theme of ['mono', 'tritanopia'] as const) {
		await changeSettings(folder, kept => ({...kept, theme}), TIME);
	}
	for (const damage of ['{"settings": {"col', '\u0000']) {
		fs.writeFileSync(file(), damage);
		const {said} = await changeSettings(folder, kept => ({...kept, length: 'short'}), TIME);
		expect(said).toMatch(/Those before them were restored/);
		expect(readSettings(folder)).toMatchObject({theme: expect.not.stringMatching('auto')});
	}
	const aside = fs.readdirSync(folder).filter(name => name.includes('corrupt'));
	expect(aside).toHaveLength(2);
});

test('a folder that cannot be written is told in a sentence', async () => {
	const blocked = path.join(folder, 'file');
	fs.writeFileSync(blocked, '');
	expect(await changeSettings(path.join(blocked, 'config'), kept => kept, TIME)).toEqual({
		kept: false,
		said: 'The settings could not be written: part of the path is a file, not a directory.',
	});
});
