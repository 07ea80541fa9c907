import {createHash} from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {afterAll, beforeAll, expect, test} from 'vitest';
import type {Cohort, Evidence} from '../../src/session/index.ts';
import {resealed} from '../support/resealed.ts';
import {someOf} from '../support/sampled.ts';
import {outage} from './outage.ts';
import {writeCohort} from '../cohort/folder.ts';

let folder: string;
let saves: string;
let env: NodeJS.ProcessEnv;

beforeAll(() => {
	folder = fs.mkdtempSync(path.join(os.tmpdir(), 'outage-cohort-'));
	saves = path.join(folder, 'saves');
	env = {XDG_CONFIG_HOME: path.join(folder, 'home')};
	writeCohort(saves, [
		{name: 'Helpless', team: 'Blue', ways: ['helplessly']},
		{name: 'Late', team: 'Blue', ways: ['late']},
		{name: '=SUM(A1) <b>', team: 'Green', ways: ['silently']},
		{name: 'Learner', team: 'Green', ways: ['helplessly', 'well', 'well', 'well', 'well', 'well']},
	]);
	outage(
		['run', 'read-a-panel', '--player', 'textbook', '--saves', saves, '--as', 'Robot'],
		'',
		env,
	);
}, 120_000);

afterAll(() => {
	fs.rmSync(folder, {recursive: true, force: true});
});

const cohort = (...words: readonly string[]) =>
	outage(['cohort', '--saves', saves, ...words], '', env);
const told = () => JSON.parse(cohort('--json').out) as Cohort & {readonly format: number};

test('people stand by how they play now, and each is sent to what drills their weakest axis', () => {
	const {format, people, programs, teams} = told();
	expect(format).toBe(1);
	expect(people.map(({name}) => name)).toEqual(['Learner', '=SUM(A1) <b>', 'Late', 'Helpless']);
	expect(people.map(({needs}) => [needs.axis, needs.level?.id])).toEqual([
		[null, 'read-a-panel'],
		['communication', 'comms-only'],
		['harm', 'a-queue-that-will-not-drain'],
		['tasks', 'one-empty-answer'],
	]);
	expect(people[0]?.axes.tasks).toMatchObject({now: 100, before: 0});
	expect(programs.map(({name, won}) => [name, won])).toEqual([['Robot', 1]]);
	expect(teams.map(({team, people: many}) => [team, many])).toEqual([
		['Blue', 2],
		['Green', 2],
	]);
}, 120_000);

test('they are told in rows, in a table for others, and as a page; a name is no more than a name there', () => {
	expect(cohort().out).toMatch(/Learner +Green +6 +5 .* Read a panel \(next rung\)/u);
	const rows = cohort('--csv').out.trimEnd().split('\r\n');
	expect(rows).toHaveLength(11);
	expect(
		rows.filter(row => row.startsWith("'=SUM(A1) <b>,Green,person,one-empty-answer,")),
	).toHaveLength(1);
	const page = cohort('--html', '-').out;
	expect(page).toContain('=SUM(A1) &lt;b&gt;');
	expect(page).not.toMatch(/<script|<b>,/u);
	expect(page).toContain('Somebody has to say it');
}, 120_000);

test('a sheet on an exercise says who, when, what was met and by which hashes, and needs a run that holds', () => {
	const name = fs
		.readdirSync(saves)
		.find(each => each.startsWith('read-a-panel') && each.endsWith('.jsonl'));
	const file = path.join(saves, name ?? '');
	const evidence = (...words: readonly string[]) => outage(['evidence', file, ...words], '', env);
	const sheet = JSON.parse(evidence('--json').out) as Evidence;
	const text = fs.readFileSync(file, 'utf8');
	expect(sheet).toMatchObject({
		outcome: 'won',
		participants: [{name: 'Robot', seat: '', roles: ''}],
		sha256: createHash('sha256').update(text).digest('hex'),
	});
	expect(text).toContain(`"hash":"${sheet.endHash}"`);
	expect(sheet.objectives.map(({state}) => state)).toContain('met');
	const faces: readonly [readonly string[], RegExp][] = [
		[[], /OBJECTIVES\n.*TO BE FILLED IN/su],
		[['--html', '-'], /<h2>Participants<\/h2>/u],
	];
	for (const [words, shown] of someOf(faces, 1)) expect(evidence(...words).out).toMatch(shown);
	const forged = path.join(folder, 'forged.journal.jsonl');
	fs.writeFileSync(
		forged,
		resealed(text, lines =>
			lines.map(line => (line['kind'] === 'end' ? {...line, harm: 0.5} : line)),
		),
	);
	expect(outage(['evidence', forged], '', env).code).toBe(2);
}, 120_000);

test('a name that was damaged costs the name, not the run; one that is forgotten is nowhere', () => {
	const who = fs.readdirSync(saves).filter(name => name.endsWith('.who.json'));
	const late =
		who.find(name => fs.readFileSync(path.join(saves, name), 'utf8').includes('Late')) ?? '';
	fs.writeFileSync(path.join(saves, late), '{"format": 1,\n"name": 7}');
	const {out, err} = cohort('--json');
	expect(err).toMatch(/who\.json'?:2: “name”: expected text, not a number\./u);
	expect(JSON.parse(out)).toMatchObject({unnamed: 1});
	expect(outage(['forget', 'learner', '--saves', saves], '', env).out).toMatch(/beside 6 runs/u);
	const after = told();
	expect(JSON.stringify(after)).not.toContain('Learner');
	expect(after.unnamed).toBe(7);
}, 120_000);
