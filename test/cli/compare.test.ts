import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {afterAll, beforeAll, expect, test} from 'vitest';
import type {Comparison} from '../../src/session/index.ts';
import {outage} from './outage.ts';

const golden = (level: string, player: string) =>
	path.join('saves', 'golden', level, `${player}.journal.jsonl`);
const [WON, LOST] = ['textbook', 'reckless'].map(player => golden('read-a-panel', player));

let folder: string;

beforeAll(() => {
	folder = fs.mkdtempSync(path.join(os.tmpdir(), 'outage-compare-'));
});

afterAll(() => {
	fs.rmSync(folder, {recursive: true, force: true});
});

const compare = (...words: readonly (string | undefined)[]) =>
	outage(['compare', ...words.flatMap(word => word ?? [])]);

test('two runs of one night stand side by side, with what their own scores say', () => {
	const {code, out} = compare(WON, LOST, '--json');
	expect(code).toBe(0);
	const {names, ends, axes, facts} = JSON.parse(out) as Comparison;
	expect(names).toEqual(['A textbook', 'B reckless']);
	expect(ends.map(({won}) => won)).toEqual([true, false]);
	const score = JSON.parse(outage(['score', WON ?? '', '--json']).out) as {
		axes: readonly {id: string; points: number | null}[];
	};
	expect(axes.map(({points}) => points[0])).toEqual(score.axes.map(({points}) => points));
	expect(facts).toEqual([]);
	expect(compare(WON, LOST).out).toMatch(/outcome +won \d\d:\d\d +lost \d\d:\d\d/u);
});

test('long names that begin alike are told by where they part', () => {
	const [won, lost] = [WON, LOST].map((file, index) => {
		const name = `2025-10-20-october-20-5312-${index === 0 ? 'early' : 'late'}.journal.jsonl`;
		const copy = path.join(folder, name);
		fs.copyFileSync(file ?? '', copy);
		return copy;
	});
	const {names} = JSON.parse(compare(won, lost, '--json').out) as Comparison;
	expect(names[0]).toMatch(/^A ….*early$/u);
	expect(names[1]).toMatch(/^B ….*late$/u);
});

test('as a page it loads nothing', () => {
	const page = path.join(folder, 'both.html');
	expect(compare(WON, LOST, WON, '--html', page).code).toBe(0);
	const text = fs.readFileSync(page, 'utf8');
	expect(text).toContain('C textbook');
	expect(text).toContain("default-src 'none'");
	expect(text).not.toMatch(/<script|src=/u);
});

test('runs of other nights are no comparison', () => {
	const other = golden('two-writers', 'textbook');
	const {code, err} = compare(WON, other);
	expect(code).toBe(2);
	expect(err).toContain('a run of two-writers; expected one of read-a-panel.');
	const seeded = path.join(folder, 'saves');
	const words = ['run', 'read-a-panel', '--player', 'textbook', '--seed', '3', '--until', '10:01'];
	outage([...words, '--saves', seeded]);
	const [journal = ''] = fs.readdirSync(seeded).filter(each => each.endsWith('.journal.jsonl'));
	const seed = compare(WON, path.join(seeded, journal));
	expect(seed.code).toBe(2);
	expect(seed.err).toMatch(/seed 3\S*; expected/u);
	expect(compare(WON).err).toContain('B is missing.');
	expect(compare(WON, LOST, '--html', WON).code).toBe(2);
});
