import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {WORLD} from '../../src/session/index.ts';
import {resealed} from '../support/resealed.ts';
import {EVERY_CASE, times} from '../support/sampled.ts';
import {outage} from './outage.ts';

const WORLD_NOW = String(WORLD);

let folder: string;
let env: NodeJS.ProcessEnv;
let saves: string;

beforeAll(() => {
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

/** More than are lived again while somebody waits. */
const COPIES = times(24, 60);

const cache = () => path.join(folder, 'outage-oncall', 'runs.json');
const NOT_YET = /^Runs that ended and have not been re-simulated yet: \d+\. /mu;

/** Asked until every run has been lived again: a slow machine takes more than one asking. */
function records(...words: readonly string[]): string {
	const {out, err} = outage(['records', ...words], '', env);
	return NOT_YET.test(err) ? records(...words) : out;
}
const rows = () =>
	records()
		.trimEnd()
		.split('\n')
		.slice(1, -2)
		.map(row => row.split(/ {2,}/u));

test('people and programs are kept apart, and the best of each is shown', () => {
	expect(rows()).toEqual([
		['read-a-panel', WORLD_NOW, 'human, own time', 'lost', '0', '-', '1', '1', '-'],
		['read-a-panel', WORLD_NOW, 'program', 'won', '100', '100', '1', '2', '-'],
	]);
});

test('they are counted once, and a copy that is gone or damaged loses nothing', () => {
	const before = records('--json');
	expect(fs.readFileSync(cache(), 'utf8')).toContain('"points"');
	expect(records('--json')).toBe(before);
	if (EVERY_CASE) {
		fs.rmSync(cache());
		expect(records('--json')).toBe(before);
	}
	fs.writeFileSync(cache(), JSON.stringify([{file: 7}, 'x', null]));
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
		'program',
		'lost',
		'0',
		'-',
		'1',
		'1',
		'-',
	]);
	const [told] = outage(['records'], '', env).err.split('\n');
	expect(told).toMatch(/: it does not replay as recorded, and is in no record\./u);
	type Listed = {file: string; proof: string; won: unknown};
	const {runs: listed} = JSON.parse(records('--json')) as {runs: Listed[]};
	expect(listed.find(({file}) => file === won)).toMatchObject({proof: 'refuted', won: null});
	fs.rmSync(won);
	expect(rows()).toHaveLength(2);
});

test('the profile counts what ended before its eyes, and a damaged line loses nothing', () => {
	const counted = () => /^Counted so far: .*$/mu.exec(records())?.[0];
	expect(counted()).toBe('Counted so far: 1 ended, 0 won.');
	fs.appendFileSync(path.join(folder, 'outage-oncall', 'profile.jsonl'), '{"kind":"ru\n');
	const said = outage(['play', 'read-a-panel', '--plain', '--new'], 'until 10:25\nquit\n', env);
	expect(said.err).toMatch(/^One line of the profile cannot be read\. A copy is kept as /mu);
	expect(counted()).toBe('Counted so far: 3 ended, 0 won.');
});

test.skipIf(process.getuid?.() === 0)('a folder that cannot be read is told in a sentence', () => {
	fs.chmodSync(saves, 0o000);
	const said = outage(['records'], '', env);
	fs.chmodSync(saves, 0o755);
	expect(said).toMatchObject({code: 2, out: ''});
	expect(said.err).toMatch(/the saves cannot be read: permission is denied\.$/mu);
});

test('a place that is no folder is told in a sentence', () => {
	const file = path.join(folder, 'file');
	fs.writeFileSync(file, '');
	const said = outage(['records', '--saves', file], '', env);
	expect(said).toMatchObject({code: 2, out: ''});
	expect(said.err).toMatch(/it is a file, not a folder\.\n$/u);
});

test('many runs keep nobody waiting: those not lived again yet are counted, and live when asked for', () => {
	const many = path.join(folder, 'many');
	fs.mkdirSync(many);
	const [golden = ''] = fs.readdirSync(saves);
	for (let copy = 0; copy < COPIES; copy++) {
		fs.copyFileSync(path.join(saves, golden), path.join(many, `${String(copy)}-${golden}`));
	}
	const asked = outage(['records', '--saves', many], '', env);
	expect(asked).toMatchObject({code: 0, err: expect.stringMatching(NOT_YET)});
	const waiting = Number(/yet: (\d+)/u.exec(asked.err)?.[1]);
	expect(waiting).toBeGreaterThan(0);
	expect(asked.out).toContain(`  ${String(COPIES - waiting)}  `);
	const all = outage(['records', '--saves', many, '--rebuild'], '', env);
	expect(all).toMatchObject({code: 0, err: ''});
	expect(all.out).toContain(`  ${String(COPIES)}  `);
}, 60_000);
