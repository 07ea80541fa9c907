import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {afterAll, beforeAll, expect, test} from 'vitest';
import type {Profile} from '../../src/session/index.ts';
import {writeCohort} from '../cohort/folder.ts';
import {outage} from './outage.ts';

let folder: string;

beforeAll(() => {
	folder = fs.mkdtempSync(path.join(os.tmpdir(), 'outage-profile-'));
	const better = Array.from({length: 5}, () => 'stumbling' as const);
	writeCohort(path.join(folder, 'saves'), [
		{name: 'Learner', team: '', ways: ['guessing', 'guessing', ...better]},
		{name: 'Ada', team: '', ways: ['well']},
	]);
});

afterAll(() => {
	fs.rmSync(folder, {recursive: true, force: true});
});

const profile = (...words: readonly string[]) =>
	outage(['profile', '--saves', path.join(folder, 'saves'), ...words], '', {
		XDG_CONFIG_HOME: path.join(folder, 'home'),
	});

test('who became better on one axis is told which, and sent to what drills it while it is weak', () => {
	const told = JSON.parse(profile('--as', 'learner', '--json').out) as Profile;
	expect(told.runs).toBe(7);
	expect(told.improved).toEqual({axis: 'diagnosis', by: 60});
	expect(told.needs).toMatchObject({axis: 'diagnosis', level: {id: 'read-a-panel'}});
	const {out} = profile('--as', 'learner');
	expect(out).toMatch(/diagnosis +60 +0 +\+60 +▁▁▅▅▅▅▅\n/u);
	expect(out).toContain('Improved most: diagnosis, by 60 points.');
	expect(out).toContain('Next: Read a panel (diagnosis).');
}, 120_000);

test('confidence is held against what was so, over runs, and never scored', () => {
	const {calibration} = JSON.parse(profile('--as', 'Learner', '--json').out) as Profile;
	// Thirty-three hypotheses of 90 %, of which five were so.
	expect(calibration.many).toBe(33);
	expect(calibration.brier).toBeCloseTo((28 * 0.81 + 5 * 0.01) / 33, 10);
	expect(calibration.surplus).toBeCloseTo(0.9 - 5 / 33, 10);
	expect(profile('--as', 'Learner').out).toContain('You are surer than you are right, by 75 %.');
	expect(profile('--as', 'Ada').out).toMatch(/shows after 10 hypotheses .*: 10 more\./u);
}, 120_000);

test('without a name all runs of a folder are one person’s; a name that nobody has is none', () => {
	expect((JSON.parse(profile('--json').out) as Profile).runs).toBe(8);
	const {code, err} = profile('--as', 'Nobody');
	expect(code).toBe(2);
	expect(err).toContain('“Nobody”');
}, 120_000);
