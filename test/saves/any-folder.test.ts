import fs from 'node:fs';
import type net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {outage, type Said} from '../cli/outage.ts';
import {goldenFile, goldenNamed} from '../golden/golden.ts';
import {someOf} from '../support/sampled.ts';
import {fillOddly} from './odd-folder.ts';

let folder: string;
let saves: string;
let server: net.Server;

beforeAll(() => {
	folder = fs.mkdtempSync(path.join(os.tmpdir(), 'any-folder-'));
	saves = path.join(folder, 'saves');
	const play = '{"id":1,"do":"wait","minutes":5}\n';
	expect(outage(['play', 'first-steps', '--protocol', '--saves', saves], play, env()).code).toBe(0);
	const run = fs.readdirSync(saves).find(name => name.endsWith('.journal.jsonl')) ?? '';
	const old = 1_000_000_000;
	fs.utimesSync(path.join(saves, run), old, old);
	server = fillOddly(
		saves,
		fs.readFileSync(goldenFile(goldenNamed('read-a-panel', 'textbook')), 'utf8'),
	);
});

afterAll(() => {
	server.close();
	fs.rmSync(folder, {recursive: true, force: true});
});

const env = () => ({XDG_CONFIG_HOME: folder, XDG_STATE_HOME: folder});

const among = (words: readonly string[], input = ''): Said =>
	outage([...words, '--saves', saves], input, env());

describe('with ten thousand files and whatever else there is in the saves', () => {
	const WORK: readonly [string, readonly string[], string][] = [
		['records', ['records'], ''],
		['levels', ['levels'], ''],
		['review', ['review'], ''],
		['play', ['play', 'october-20', '--plain'], 'quit\n'],
		['play --protocol', ['play', 'october-20', '--protocol'], '{"id":1,"do":"quit"}\n'],
	];
	test.each(someOf(WORK, 2))('%s works', (_, words, input) => {
		const {code, err} = among(words, input);
		expect({code, err}).toMatchObject({code: 0});
		expect(err).not.toMatch(/\n\s+at |[\u001b\u202e]/u);
	});

	test('the run that was left is found behind all of it', () => {
		const {code, out} = among(
			['play', 'first-steps', '--protocol', '--continue'],
			'{"id":1,"do":"quit"}\n',
		);
		expect(code).toBe(0);
		expect(out).toContain('"now":420');
	});

	test('each odd one is refused in a sentence where it is asked for', () => {
		const odd = fs.readdirSync(saves).filter(each => !/^(many|first-steps|october)/u.test(each));
		for (const name of someOf(odd, 3)) {
			const {code, out, err} = outage(['replay', path.join(saves, name), '--verify'], '', env());
			if (name.startsWith('unreadable') && process.getuid?.() === 0) continue; // Root reads it.
			expect({name, code, out}).toEqual({name, code: 2, out: ''});
			expect(err).toMatch(/^[^\n\u001b\u202e]+\.\n$/u);
		}
	});
});
