import {spawn} from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {afterAll, beforeAll, expect, test} from 'vitest';
import type {Night} from '../../src/cli/agent-night.ts';
import {someOf} from '../support/sampled.ts';
import {ROOT} from '../support/tree.ts';
import {outage, ownPlaces, PROGRAM} from './outage.ts';

let folder: string;
/** Two nights of a program that wins, one after the other. */
let nights: {readonly place: string} & ReturnType<typeof evaluated>;

beforeAll(() => {
	folder = fs.mkdtempSync(path.join(os.tmpdir(), 'outage-evaluate-'));
	const place = results();
	nights = {place, ...evaluated(place, agent('winner'), '--seeds', '2')};
}, 120_000);
afterAll(() => {
	fs.rmSync(folder, {recursive: true, force: true});
});

const results = () => fs.mkdtempSync(path.join(folder, 'results-'));
const agent = (file: string, word = '') => `node test/agents/${file}.mjs ${word}`;

type Evaluation = {
	readonly levels: readonly {
		readonly won: number;
		readonly nights: number;
		readonly refusedShare: number | null;
		readonly axes: Readonly<Record<string, {readonly median: number} | null>>;
	}[];
	readonly nights: readonly Night[];
};

function evaluated(place: string, cmd: string, ...words: readonly string[]) {
	const all = ['evaluate', '--agent', cmd, '--levels', 'L1', '--results', place, '--json'];
	const {code, out, err} = outage([...all, ...words]);
	return {code, err, out, told: JSON.parse(out || '{}') as Evaluation};
}

test('a program that wins is shown to win, with its axes', () => {
	const {place, code, err, told} = nights;
	expect({code, err}).toEqual({code: 0, err: ''});
	const [level] = told.levels;
	expect(level).toMatchObject({won: 2, nights: 2, refusedShare: 0});
	expect(level?.axes['harm']?.median).toBeGreaterThan(50);
	expect(told.nights.map(({ending}) => ending)).toEqual(['finished', 'finished']);
	const journals = fs.readdirSync(place).filter(name => name.endsWith('.journal.jsonl'));
	for (const name of someOf(journals, 1)) {
		expect(outage(['replay', path.join(place, name), '--verify']).code).toBe(0);
	}
	expect(outage(['records', '--saves', place]).out).toMatch(/one-empty-answer.*program.*won/u);
}, 120_000);

const ODD = [
	['silent', 'left'],
	['crashes', 'crashed'],
	['hangs', 'hung'],
	['floods', 'flooded'],
	['one-long-line', 'hung'],
] as const;

test.each(someOf(ODD, 2))(
	'a program that is or does: %s',
	(word, ending) => {
		const seconds = ending === 'hung' ? '3' : '30';
		const cmd = agent('odd', word);
		const {code, err, told} = evaluated(
			results(),
			cmd,
			'--seeds',
			'1',
			'--answer-seconds',
			seconds,
		);
		expect(code).toBe(0);
		expect(told.nights).toMatchObject([{ending, won: false}]);
		expect(err).toContain(`one-empty-answer, seed 1: ${ending}`);
		// What is left of the night goes on without it: its harm counts.
		expect(told.nights[0]?.harm).toBeGreaterThan(1);
	},
	120_000,
);

test('a program finds itself nowhere, and there is no way back', () => {
	const place = results();
	const homes = () => fs.readdirSync(os.tmpdir()).filter(each => each.startsWith('outage-agent-'));
	const before = homes(); // Who was killed could not tidy up.
	evaluated(place, agent('odd', 'looks-around'), '--seeds', '1');
	const name = fs.readdirSync(place).find(each => each.endsWith('.journal.jsonl')) ?? '';
	const journal = fs.readFileSync(path.join(place, name), 'utf8');
	const line = journal.split('\n').find(each => each.includes('"story"')) ?? '{}';
	const {note} = JSON.parse(line) as {note: {text: string}};
	expect(JSON.parse(note.text)).toEqual({
		env: ['HOME', 'LANG', 'PATH', 'TMPDIR'],
		here: [],
		code: 'exam',
	});
	expect(homes()).toEqual(before);
}, 60_000);

test('what was killed half way goes on where it was, to the same result, however many nights are played at a time', async () => {
	const place = results();
	const words = ['evaluate', '--agent', agent('winner'), '--levels', 'L1', '--results', place];
	const child = spawn(process.execPath, [PROGRAM, ...words, '--seeds', '2', '--jobs', '2'], {
		cwd: ROOT,
		env: {...process.env, ...ownPlaces({})},
	});
	const done = () => fs.readdirSync(place).filter(name => /[0-9a-f]\.json$/u.test(name));
	await new Promise<void>(resolve => {
		const watcher = fs.watch(place, () => {
			if (done().length === 0) return;
			watcher.close();
			resolve();
		});
	});
	child.kill('SIGKILL');
	await new Promise(resolve => child.once('close', resolve));
	const [kept = ''] = done();
	const before = fs.statSync(path.join(place, kept)).mtimeMs;
	const after = evaluated(place, agent('winner'), '--seeds', '2', '--jobs', '2');
	expect(fs.statSync(path.join(place, kept)).mtimeMs).toBe(before);
	expect(after.out).toBe(nights.out);
}, 120_000);

test('what cannot be read is said before anything is played', () => {
	const {code, err} = evaluated(results(), agent('winner'), '--seeds', '0', '--jobs', '99');
	expect(code).toBe(2);
	expect(err.split('\n')).toHaveLength(3);
	expect(evaluated(results(), 'no-such-program', '--seeds', '1').told.nights).toMatchObject([
		{ending: 'crashed'},
	]);
});
