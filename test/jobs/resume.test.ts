import {spawn} from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {afterAll, beforeAll, beforeEach, expect, test} from 'vitest';
import {PROVING} from '../../src/session/index.ts';
import {outage, ownPlaces, PROGRAM} from '../cli/outage.ts';

const WORDS = ['levels', 'check', 'L0', '--seeds', '2', '--json'];
const SEEDS = 2;
/** Of those who prove L0, each on every seed. */
const PLAYERS = PROVING.length;
const JOBS = SEEDS * PLAYERS;

let root: string;
let home: string;
let fresh: string;

beforeAll(() => {
	root = fs.mkdtempSync(path.join(os.tmpdir(), 'outage-jobs-'));
	fresh = outage(WORDS, '', {XDG_CONFIG_HOME: path.join(root, 'fresh')}).out;
}, 60_000);
beforeEach(() => {
	home = fs.mkdtempSync(path.join(root, 'home-'));
});
afterAll(() => {
	fs.rmSync(root, {recursive: true, force: true});
});

const folder = () => path.join(home, 'outage-oncall', 'results');
const again = () => outage(WORDS, '', {XDG_CONFIG_HOME: home});

/** The lines of results that are kept. */
function kept(): readonly string[] {
	if (!fs.existsSync(folder())) return [];
	const files = fs.readdirSync(folder()).map(name => path.join(folder(), name));
	return files.flatMap(file => fs.readFileSync(file, 'utf8').split('\n').filter(Boolean));
}

const keyOf = (line: string) => line.split(' ')[1];

test('a sweep that was killed does what is missing, to the same table', async () => {
	fs.mkdirSync(folder(), {recursive: true});
	const child = spawn(process.execPath, [PROGRAM, ...WORDS], {
		env: {...process.env, ...ownPlaces({XDG_CONFIG_HOME: home})},
	});
	await new Promise<void>(resolve => {
		const watcher = fs.watch(folder(), () => {
			if (kept().length < 2) return;
			watcher.close();
			resolve();
		});
	});
	child.kill('SIGKILL');
	await new Promise(resolve => child.once('close', resolve));
	const before = kept();
	expect(before.length).toBeLessThan(JOBS);
	expect(again().out).toBe(fresh);
	expect(kept().slice(0, before.length)).toEqual(before);
	expect(new Set(kept().map(keyOf)).size).toBe(JOBS);
	expect(kept()).toHaveLength(JOBS);
	// All of it is known now, and nothing is done again.
	expect(again().out).toBe(fresh);
	expect(kept()).toHaveLength(JOBS);
}, 60_000);

test('a result that was changed, cut off or made by somebody else is done anew', () => {
	fs.cpSync(path.join(root, 'fresh'), home, {recursive: true});
	const [name = ''] = fs.readdirSync(folder());
	const file = path.join(folder(), name);
	const [first = '', second = '', third = '', ...rest] = kept();
	const damaged = [
		first.replace(/"won":(true|false)/u, (_, won) => `"won":${won === 'true' ? 'false' : 'true'}`),
		second.replace(keyOf(second)!, keyOf(third)!),
		...rest,
		third.slice(0, -20),
	];
	fs.writeFileSync(file, damaged.join('\n'));
	expect(again().out).toBe(fresh);
	expect(kept()).toHaveLength(damaged.length + 3);
	expect(again().out).toBe(fresh);
	expect(kept()).toHaveLength(damaged.length + 3);
}, 60_000);
