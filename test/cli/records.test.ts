import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {WORLD} from '../../src/session/index.ts';
import {resealed} from '../support/resealed.ts';
import {bundleProgram, outage} from './outage.ts';

const WORLD_NOW = String(WORLD);

let folder: string;
let env: NodeJS.ProcessEnv;
let saves: string;

beforeAll(async () => {
	await bundleProgram();
	folder = fs.mkdtempSync(path.join(os.tmpdir(), 'outage-records-'));
	env = {XDG_CONFIG_HOME: folder};
	saves = path.join(folder, 'outage-oncall', 'saves');
	for (const player of ['textbook', 'reckless']) {
		outage(['run', 'read-a-panel', '--player', player, '--saves', saves]);
	}
	outage(['play', 'read-a-panel', '--plain', '--new'], 'until 10:25\nquit\n', env);
});

afterAll(() => {
	fs.rmSync(folder, {recursive: true, force: true});
});

const profile = () => path.join(folder, 'outage-oncall', 'config.json');
const records = (...words: readonly string[]) => outage(['records', ...words], '', env).out;
const rows = () =>
	records()
		.trimEnd()
		.split('\n')
		.slice(1)
		.map(row => row.split(/ {2,}/u));

test('people and programs are kept apart, and the best of each is shown', () => {
	expect(rows()).toEqual([
		['read-a-panel', WORLD_NOW, 'people, untimed', 'lost', '0', '-', '1', '1'],
		['read-a-panel', WORLD_NOW, 'programs', 'won', '100', '100', '1', '2'],
	]);
});

test('they are counted once, and a profile that is gone or damaged loses nothing', () => {
	const before = records('--json');
	expect(fs.readFileSync(profile(), 'utf8')).toContain('"points"');
	expect(records('--json')).toBe(before);
	fs.rmSync(profile());
	expect(records('--json')).toBe(before);
	fs.writeFileSync(profile(), JSON.stringify({runs: [{file: 7}, 'x', null]}));
	expect(records('--json')).toBe(before);
	expect(records('--rebuild', '--json')).toBe(before);
});

test('a journal that was made better than it was is in no record, nor one that is gone', () => {
	const won = fs
		.readdirSync(saves)
		.map(name => path.join(saves, name))
		.find(file => /"kind":"end".*"won":true/u.test(fs.readFileSync(file, 'utf8')))!;
	const text = fs
		.readFileSync(won, 'utf8')
		.replace(/reroute border use1-az1/u, 'reroute border use1-az2');
	fs.writeFileSync(
		won,
		resealed(text, lines => lines),
	);
	expect(rows()).toContainEqual([
		'read-a-panel',
		WORLD_NOW,
		'programs',
		'lost',
		'0',
		'-',
		'1',
		'1',
	]);
	fs.rmSync(won);
	expect(rows()).toHaveLength(2);
});
