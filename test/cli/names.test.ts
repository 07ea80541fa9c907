import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {outage} from './outage.ts';

const GOLDEN = 'saves/golden/read-a-panel/textbook.journal.jsonl';

let folder: string;
let env: NodeJS.ProcessEnv;

beforeAll(() => {
	folder = fs.mkdtempSync(path.join(os.tmpdir(), 'outage-names-'));
	env = {XDG_CONFIG_HOME: path.join(folder, 'home')};
});

afterAll(() => {
	fs.rmSync(folder, {recursive: true, force: true});
});

const program = (...words: readonly string[]) => outage(words, '', env);

/** A run of a short level in a folder of its own, by whoever says so. */
function run(name: string, ...words: readonly string[]) {
	const saves = path.join(folder, name);
	const told = program('run', 'read-a-panel', '--player', 'textbook', '--saves', saves, ...words);
	const files = fs.readdirSync(saves).map(each => path.join(saves, each));
	const journal = files.find(file => file.endsWith('.journal.jsonl')) ?? '';
	return {saves, told, journal, who: journal.replace('.journal.jsonl', '.who.json')};
}

test('a name lies beside the run and not in it, and goes without a trace in it', () => {
	const {saves, told, journal, who} = run('ada', '--as', ' Ada  B. ', '--team', 'Blue');
	expect(told.err).toBe('');
	expect(JSON.parse(fs.readFileSync(who, 'utf8'))).toMatchObject({name: 'Ada B.', team: 'Blue'});
	const text = fs.readFileSync(journal, 'utf8');
	expect(text).not.toContain('Ada');
	expect(program('forget', 'Ada', '--saves', saves).out).toMatch(/beside 0 runs/u);
	expect(fs.existsSync(who)).toBe(true);
	expect(program('forget', 'ADA b.', '--saves', saves)).toEqual({
		code: 0,
		out: 'Taken from beside one run, and out of the journals of 0.\n',
		err: '',
	});
	expect(fs.existsSync(who)).toBe(false);
	expect(fs.readFileSync(journal, 'utf8')).toBe(text);
});

test('whoever plays line by line has a name as well, and keeps it when they come back', () => {
	const saves = path.join(folder, 'lines');
	const play = (...words: readonly string[]) =>
		outage(['play', 'read-a-panel', '--plain', '--saves', saves, ...words], 'wait 1\nquit\n', env);
	play('--as', 'Ada');
	play('--continue', '--as', 'Ben');
	const names = fs.readdirSync(saves).filter(name => name.endsWith('.who.json'));
	expect(names).toHaveLength(1);
	expect(fs.readFileSync(path.join(saves, names[0] ?? ''), 'utf8')).toContain('"Ada"');
});

test('a signature by that name goes, and the run is whole without it', () => {
	const saves = path.join(folder, 'signed');
	const journal = path.join(saves, 'night.journal.jsonl');
	fs.mkdirSync(saves);
	fs.copyFileSync(GOLDEN, journal);
	program('key', 'new', 'Ada');
	expect(program('sign', journal).code).toBe(0);
	expect(program('forget', 'ada', '--saves', saves)).toMatchObject({code: 0});
	expect(fs.readFileSync(journal, 'utf8')).not.toContain('Ada');
	expect(program('replay', journal, '--verify').code).toBe(0);
});

test.each([
	['no JSON', '{"format": 1,', /who\.json'?:1: expected JSON\./u],
	[
		'a name that moves the cursor',
		'{"format": 1,\n"name": "A\\u001b[2J",\n"team": "", "began": ""}',
		/who\.json'?:2: “name”: expected at most 40 printable characters\./u,
	],
	[
		'a field too many',
		'{"format": 1, "name": "A", "team": "", "began": "", "mail": "a@b"}',
		/who\.json'?:1: /u,
	],
	['far too long', `"${'x'.repeat(5_000)}"`, /who\.json'?: 4 KB is the most it may have\./u],
])('a name that cannot be read is told with its place, and stays: %s', (what, text, told) => {
	const saves = path.join(folder, what);
	const who = path.join(saves, 'night.who.json');
	fs.mkdirSync(saves);
	fs.copyFileSync(GOLDEN, path.join(saves, 'night.journal.jsonl'));
	fs.writeFileSync(who, text);
	const {code, err} = program('forget', 'Ada', '--saves', saves);
	expect({code, err}).toMatchObject({code: 2, err: expect.stringMatching(told)});
	expect(fs.readFileSync(who, 'utf8')).toBe(text);
});

test.each([
	[['play', '--as', ''], /--as expects a name/u],
	[['play', '--team', 'Blue'], /--team needs a name too/u],
	[['run', 'L0', '--as', 'Ada'], /it needs --saves DIR/u],
	[['forget'], /NAME is missing/u],
	[['forget', '\u200b'], /NAME expects printable characters/u],
])('what is no name is said: %j', (words, told) => {
	const {code, err} = program(...words);
	expect({code, err}).toMatchObject({code: 2, err: expect.stringMatching(told)});
});
