import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {afterEach, beforeEach, describe, expect, test} from 'vitest';
import {shelfBeside} from '../../src/saves/index.ts';
import {outage} from '../cli/outage.ts';
import {shortLevelIn} from '../support/short-level.ts';
import {goldenFile, goldenNamed} from '../golden/golden.ts';

let folder: string;
let journal: string;

beforeEach(() => {
	folder = fs.mkdtempSync(path.join(os.tmpdir(), 'kept-'));
	journal = path.join(folder, 'night.journal.jsonl');
	fs.copyFileSync(goldenFile(goldenNamed('read-a-panel', 'textbook')), journal);
});

afterEach(() => {
	fs.rmSync(folder, {recursive: true, force: true});
});

const kept = () => path.join(folder, '.night.debrief');
const state = (name = 'state') => path.join(folder, name);

describe('a shelf beside a journal', () => {
	const shelf = () => shelfBeside(journal, state());
	const told = {told: ['“gate dwfm 4”']};

	beforeEach(() => {
		shelf().write('this run', told);
	});

	test('gives back what was put there under the same words, and under no others', () => {
		expect(shelf().read('this run')).toEqual(told);
		expect(shelf().read('another')).toBeUndefined();
	});

	test.each([
		['a flipped bit', (text: string) => text.replace('gate', 'gats')],
		['half of it', (text: string) => text.slice(0, text.length / 2)],
		['nothing', () => ''],
	])('takes nothing from %s, and is put right by the next', (_, damage) => {
		fs.writeFileSync(kept(), damage(fs.readFileSync(kept(), 'utf8')));
		expect(shelf().read('this run')).toBeUndefined();
	});

	test('takes nothing from somebody else’s program', () => {
		expect(shelfBeside(journal, state('other')).read('this run')).toBeUndefined();
		shelfBeside(journal, state('other')).write('this run', {told: []});
		expect(shelf().read('this run')).toBeUndefined();
	});

	test('keeps nothing of what comes from a pipe or a device, which lies nowhere', () => {
		const before = fs.readdirSync(process.cwd());
		for (const nowhere of ['-', '/dev/null', path.join(folder, 'gone')]) {
			shelfBeside(nowhere, state()).write('this run', told);
			expect(shelfBeside(nowhere, state()).read('this run')).toBeUndefined();
		}
		expect(fs.readdirSync(process.cwd())).toEqual(before);
		expect(fs.existsSync('/dev/.null.debrief')).toBe(false);
		expect(fs.readdirSync(folder)).not.toContain('.gone.debrief');
	});

	test('replaces nothing that is not its own, a folder or a link among it', () => {
		for (const make of [
			() => {
				fs.writeFileSync(kept(), 'mine');
			},
			() => {
				fs.mkdirSync(kept());
			},
			() => {
				fs.symlinkSync(journal, kept());
			},
		]) {
			fs.rmSync(kept(), {recursive: true, force: true});
			make();
			const before = fs.lstatSync(kept());
			shelf().write('this run', told);
			expect(fs.lstatSync(kept()).ino).toBe(before.ino);
			expect(shelf().read('this run')).toBeUndefined();
		}
	});
});

describe('a debrief', () => {
	const debrief = (...words: string[]) => {
		const all = ['debrief', journal, '--level', path.join(folder, 'level'), ...words];
		const {out, code} = outage(all, '', {XDG_CONFIG_HOME: state()});
		expect(code).toBe(0);
		return out;
	};

	beforeEach(() => {
		const level = shortLevelIn(folder, 'level');
		const saves = path.join(folder, 'saves');
		expect(outage(['run', level, '--saves', saves]).code).toBe(0);
		const [name = ''] = fs.readdirSync(saves);
		fs.copyFileSync(path.join(saves, name), journal);
	});

	test('is worked out once for text and data, and anew where what was kept is damaged', () => {
		const text = debrief();
		const first = fs.readFileSync(kept(), 'utf8');
		const written = fs.statSync(kept()).ino;
		expect(debrief()).toBe(text);
		expect(JSON.parse(debrief('--json'))).toMatchObject({runs: {complete: true}});
		expect(fs.statSync(kept()).ino).toBe(written);

		fs.writeFileSync(kept(), first.replace('"complete":true', '"complete":null'));
		expect(debrief()).toBe(text);
		expect(fs.readFileSync(kept(), 'utf8')).toBe(first);
	});
});
