import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {afterEach, beforeEach, describe, expect, test} from 'vitest';
import {aDrill} from '../../test/support/drill.builder.ts';
import {moveIn} from './move-in.ts';
import {noteCommitment, noteDrills, noteEndedRun, noteTry, profileOf} from './profile.ts';
import type {EndedRun} from '../play/kept/index.ts';
import {profileFile} from './profile-log.ts';

const TIME = new Date(0);
const DRILL = aDrill('one');

let state: string;
let config: string;

beforeEach(() => {
	state = fs.mkdtempSync(path.join(os.tmpdir(), 'profile-'));
	config = fs.mkdtempSync(path.join(os.tmpdir(), 'config-'));
});

afterEach(() => {
	for (const folder of [state, config]) fs.rmSync(folder, {recursive: true, force: true});
});

const aRun = (number: number, won = false, harm = 900): EndedRun => ({
	journal: `${String(number)}.journal.jsonl`,
	level: 'october-20',
	hash: '0123456789abcdef',
	won,
	harm,
});
const noteRun = (run: EndedRun, time = TIME) => noteEndedRun(state, run, () => [], time);

describe('a profile', () => {
	test('counts each run once, and keeps the least harm of those that were won', () => {
		for (const run of [aRun(1), aRun(2, true, 100), aRun(3, true, 120), aRun(3, true, 120)]) {
			expect(noteRun(run)).toBeUndefined();
		}
		expect(profileOf(state).achievements).toEqual({
			runsEnded: 3,
			runsWon: 2,
			leastHarm: {'october-20': 100},
		});
	});

	test('keeps the last commitment, and every try of a decision', () => {
		noteCommitment(state, 'dig first', TIME);
		noteDrills(state, [DRILL], 10, TIME);
		noteTry(state, {drill: DRILL.id, day: 11, success: true}, TIME);
		noteDrills(state, [DRILL], 12, TIME);
		noteCommitment(state, 'page sooner', TIME);
		expect(profileOf(state)).toMatchObject({
			commitment: 'page sooner',
			reviews: [{drill: DRILL, madeOn: 10, tries: [{day: 11, success: true}]}],
		});
	});

	test('goes by the order of what happened, whatever the clock says', () => {
		const year = 365 * 86_400_000;
		[0, year, -year, 2 * year, 0].forEach((by, index) => {
			noteRun(aRun(index), new Date(50 * year + by));
		});
		expect(profileOf(state).achievements.runsEnded).toBe(5);
	});

	test('of which a line was cut or damaged loses that line alone, and counts the runs on disk again', () => {
		for (const number of [1, 2, 3]) noteRun(aRun(number));
		const file = profileFile(state);
		fs.writeFileSync(file, fs.readFileSync(file, 'utf8').replace('"2.journal', '"2.jour\u0000" x'));
		const damaged = fs.readFileSync(file);
		const said = noteEndedRun(state, aRun(4), () => [1, 2, 3].map(each => aRun(each)), TIME);
		expect(said).toMatch(/^One line of the profile cannot be read\. A copy is kept as .*;/u);
		expect(profileOf(state).achievements.runsEnded).toBe(4);
		const [copy = ''] = fs.readdirSync(state).filter(name => name.includes('damaged'));
		expect(fs.readFileSync(path.join(state, copy))).toEqual(damaged);
		expect(noteRun(aRun(5))).toBeUndefined();
		fs.appendFileSync(file, '{\n');
		expect(noteRun(aRun(6))).toMatch(/One line/u);
		expect(profileOf(state).achievements.runsEnded).toBe(6);
		expect(fs.readdirSync(state).filter(name => name.includes('damaged'))).toHaveLength(2);
	});

	test.each([
		'',
		'{',
		'null',
		'[]',
		'\u0000\u0000',
		'{"kind":"run"}',
		'{"kind":"before","from":1}',
	])('that reads %j is set aside, and the runs on disk are counted', text => {
		fs.writeFileSync(profileFile(state), `${text}\n`);
		const said = noteEndedRun(state, aRun(2), () => [aRun(1), aRun(2)], TIME);
		expect(said === undefined).toBe(text === '');
		expect(profileOf(state).achievements.runsEnded).toBe(text === '' ? 1 : 2);
	});

	test('that cannot be written is told in a sentence', () => {
		const blocked = path.join(state, 'file');
		fs.writeFileSync(blocked, '');
		const said = noteEndedRun(path.join(blocked, 'x'), aRun(1), () => [], TIME);
		expect(said).toBe(
			'The profile could not be written: it cannot be read: part of the path is a file, not a directory.',
		);
		fs.mkdirSync(profileFile(state));
		expect(noteRun(aRun(1))).toBe(
			'The profile could not be written: it cannot be read: it is a directory.',
		);
	});
});

const REVIEW = {drill: DRILL, madeOn: 3, tries: [{day: 4, success: false}]};
const BEFORE = {
	settings: {theme: 'mono'},
	achievements: {runsEnded: 5, runsWon: 2, leastHarm: {'october-20': 80}},
	runs: [{file: 'x'}],
	commitment: 'dig first',
	reviews: [REVIEW],
};
const END = '{"kind":"end","at":9,"hash":"0123456789abcdef","won":true,"why":"x","harm":70}\n';
const BEGIN = '{"kind":"begin","level":"october-20","seed":"1"}\n';

describe('what version 0.1 kept among the settings', () => {
	const oldSaves = () => path.join(config, 'saves');
	const saves = () => path.join(state, 'saves');
	const journal = (name: string, text = BEGIN + END) => {
		fs.mkdirSync(oldSaves(), {recursive: true});
		fs.writeFileSync(path.join(oldSaves(), name), text);
	};
	const old = () => {
		for (const file of ['config.json', 'config.bak.json']) {
			fs.writeFileSync(path.join(config, file), JSON.stringify(BEFORE));
		}
		for (const name of ['a', 'b']) journal(`${name}.journal.jsonl`);
		journal('left.journal.jsonl', BEGIN);
	};
	const moved = {
		achievements: {runsEnded: 5, runsWon: 2, leastHarm: {'october-20': 70}},
		commitment: 'dig first',
		reviews: [REVIEW],
	};

	test('comes to where state lies, and the settings stay', () => {
		old();
		expect(moveIn(config, state)).toEqual([]);
		expect(profileOf(state)).toMatchObject(moved);
		expect(fs.readdirSync(saves()).sort()).toEqual(
			['a', 'b', 'left'].map(name => `${name}.journal.jsonl`),
		);
		expect(fs.existsSync(oldSaves())).toBe(false);
		for (const file of ['config.json', 'config.bak.json']) {
			const kept = JSON.parse(fs.readFileSync(path.join(config, file), 'utf8')) as unknown;
			expect(kept).toEqual({settings: {theme: 'mono'}});
		}
	});

	test('comes once, however often it is begun anew, and wherever it stopped', () => {
		old();
		const untouched = fs.readFileSync(path.join(config, 'config.json'));
		moveIn(config, state);
		// As if it had stopped before the settings were written, and in the middle of the journals.
		fs.writeFileSync(path.join(config, 'config.json'), untouched);
		journal('a.journal.jsonl');
		for (let time = 0; time < 3; time++) expect(moveIn(config, state)).toEqual([]);
		expect(profileOf(state)).toMatchObject(moved);
		expect(fs.readdirSync(saves())).toHaveLength(3);
		expect(fs.existsSync(oldSaves())).toBe(false);
	});

	test('takes no other run’s place', () => {
		journal('a.journal.jsonl', 'old');
		fs.mkdirSync(saves());
		fs.writeFileSync(path.join(saves(), 'a.journal.jsonl'), 'new');
		moveIn(config, state);
		const text = (name: string) => fs.readFileSync(path.join(saves(), name), 'utf8');
		expect([text('a.journal.jsonl'), text('a.2.journal.jsonl')]).toEqual(['new', 'old']);
	});

	test('a run that another program plays stays until the next time', () => {
		journal('a.journal.jsonl');
		const lock = path.join(oldSaves(), 'a.journal.jsonl.lock');
		fs.writeFileSync(lock, String(process.ppid));
		moveIn(config, state);
		expect(fs.existsSync(path.join(oldSaves(), 'a.journal.jsonl'))).toBe(true);
		fs.rmSync(lock);
		moveIn(config, state);
		expect(fs.readdirSync(saves())).toEqual(['a.journal.jsonl']);
	});

	test('is found in the copy where the settings are damaged', () => {
		old();
		fs.writeFileSync(path.join(config, 'config.json'), '{"sett');
		moveIn(config, state);
		expect(profileOf(state)).toMatchObject(moved);
		expect(fs.readFileSync(path.join(config, 'config.json'), 'utf8')).toBe('{"sett');
	});

	test('stays where it is, and is told of, where state cannot be written', () => {
		old();
		const blocked = path.join(state, 'file');
		fs.writeFileSync(blocked, '');
		expect(moveIn(config, path.join(blocked, 'x'))).toEqual([
			expect.stringMatching(/^What was achieved so far stays among the settings: .*\.$/u),
			expect.stringMatching(/^Earlier runs stay in .*: .*\.$/u),
		]);
		expect(fs.readdirSync(oldSaves())).toHaveLength(3);
	});
});
