import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {afterEach, beforeEach, expect, test} from 'vitest';
import {configFolder, savesFolder} from './paths.ts';
import {noteEndedRun, readSettings, writeSettings} from './profile.ts';

const TIME = new Date(0);
const WON = {level: 'october-20', won: true, harm: 100};
const LOST = {level: 'october-20', won: false, harm: 900};

const DEFAULTS = {
	theme: 'default',
	colour: 'auto',
	graphs: 'auto',
	animation: 'on',
	screenReader: 'off',
	length: 'normal',
	confirm: 'on',
	keys: {},
} as const;

let folder: string;

beforeEach(() => {
	folder = fs.mkdtempSync(path.join(os.tmpdir(), 'profile-'));
});

afterEach(() => {
	fs.rmSync(folder, {recursive: true, force: true});
});

const file = () => path.join(folder, 'config.json');
const stored = () => JSON.parse(fs.readFileSync(file(), 'utf8')) as unknown;

test('runs are counted, and the least harm of those that were won is kept', async () => {
	for (const run of [LOST, WON, {...WON, harm: 120}]) {
		expect(await noteEndedRun(folder, run, [], TIME)).toBeUndefined();
	}
	expect(stored()).toMatchObject({
		achievements: {runsEnded: 3, runsWon: 2, leastHarm: {'october-20': 100}},
		settings: DEFAULTS,
		runs: [],
	});
});

test('settings written by hand stay, older ones too, and are read without conf', async () => {
	fs.writeFileSync(file(), '{"settings": {"colour": "never", "symbols": "ascii"}}');
	const expected = {...DEFAULTS, colour: 'never', graphs: 'ascii'};
	expect(readSettings(folder)).toEqual(expected);
	await noteEndedRun(folder, WON, [], TIME);
	expect(stored()).toMatchObject({settings: expected, achievements: {runsWon: 1}});
	expect(readSettings(folder)).toEqual(expected);
});

test('settings are kept beside what was achieved', async () => {
	await noteEndedRun(folder, WON, [], TIME);
	const settings = {...DEFAULTS, theme: 'tritanopia', keys: {pause: ['p', 'ctrl-p']}} as const;
	expect(await writeSettings(folder, settings, TIME)).toBeUndefined();
	expect(readSettings(folder)).toEqual(settings);
	expect(stored()).toMatchObject({achievements: {runsEnded: 1}});
});

test.each(['', '{', 'null', '[]', '{"settings": 3}', '{"settings": {"colour": "red", "symbols": 1}}', '{"settings": {"keys": {"pause": [""]}}}'])(
	'settings that read %j are the defaults, and are set aside when something is noted',
	async text => {
		fs.writeFileSync(file(), text);
		expect(readSettings(folder)).toEqual(DEFAULTS);
		const sentence = await noteEndedRun(folder, WON, [], TIME);
		expect(sentence).toMatch(/damaged and is kept as .*config\.corrupt-19700101T000000\.json\. It begins anew/);
		const aside = path.join(folder, 'config.corrupt-19700101T000000.json');
		expect(fs.readFileSync(aside, 'utf8')).toBe(text);
		expect(stored()).toMatchObject({achievements: {runsEnded: 1}});
	},
);

test('a damaged profile goes back to the one before', async () => {
	await noteEndedRun(folder, WON, [], TIME);
	await noteEndedRun(folder, LOST, [], TIME);
	fs.writeFileSync(file(), '{"settings": {"col');
	expect(await noteEndedRun(folder, LOST, [], TIME)).toMatch(/The one before it was restored/);
	expect(stored()).toMatchObject({
		achievements: {runsEnded: 2, runsWon: 1, leastHarm: {'october-20': 100}},
	});
});

test('a folder that cannot be written is told in a sentence', async () => {
	const blocked = path.join(folder, 'file');
	fs.writeFileSync(blocked, '');
	expect(await noteEndedRun(path.join(blocked, 'config'), WON, [], TIME)).toBe(
		'The profile could not be written: part of the path is a file, not a directory.',
	);
});

test('each system has its own folder, and --saves wins for journals', () => {
	const config = configFolder({XDG_CONFIG_HOME: '/x'}, 'linux');
	expect(config).toBe('/x/outage-oncall');
	expect(configFolder({XDG_CONFIG_HOME: 'relative'}, 'linux')).toBe(
		path.join(os.homedir(), '.config', 'outage-oncall'),
	);
	expect(configFolder({}, 'darwin')).toContain(path.join('Library', 'Preferences'));
	expect(savesFolder(undefined, config)).toBe('/x/outage-oncall/saves');
	expect(savesFolder('/y', config)).toBe('/y');
});
