import {spawnSync} from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {responseSchema} from '../../src/view/protocol/responses.schema.ts';
import {outage, outageUnread, PROGRAM} from './outage.ts';

let folder: string;

beforeAll(() => {
	folder = fs.mkdtempSync(path.join(os.tmpdir(), 'outage-protocol-'));
});

afterAll(() => {
	fs.rmSync(folder, {recursive: true, force: true});
});

const saves = () => fs.mkdtempSync(path.join(folder, 'saves-'));
const journals = (place: string) =>
	fs.readdirSync(place).filter(name => name.endsWith('.journal.jsonl'));

/** Each line that came out, read as the program at the other end would. */
function linesOf(out: string): readonly unknown[] {
	return out
		.trimEnd()
		.split('\n')
		.map(line => JSON.parse(line) as unknown);
}

test('a program plays by lines of JSON, and its journal says so and replays', () => {
	const place = saves();
	const input = [
		'{"id":1,"do":"next"}',
		'not JSON',
		`{"id":2,"do":"attempt","order":"${'x'.repeat(20_000)}"}`,
		'{"id":3,"do":"wait","minutes":40}',
		'{"id":4,"do":"back","to":"23:50"}',
		'{"id":5,"do":"next"}',
	].join('\n');
	const {code, out, err} = outage(['play', '--protocol', '--saves', place], input);
	expect({code, err}).toEqual({code: 0, err: ''});
	expect(linesOf(out)).toMatchObject([
		{hello: {protocol: 1, level: 'october-20', seed: '5312', now: 0}},
		{id: 1, ok: true, now: 160, stopped: 'news'},
		{id: null, ok: false},
		{id: null, ok: false, problem: {message: 'A line has at most 16384 bytes.'}},
		{id: 3, ok: true, now: 2560},
		{id: 4, ok: true, now: 1800},
		{id: 5, ok: true, now: 1860},
	]);
	expect(journals(place)).toHaveLength(2);
	for (const name of journals(place)) {
		const file = path.join(place, name);
		expect(fs.readFileSync(file, 'utf8')).toContain('"about":"program"');
		expect(outage(['replay', file, '--verify']).code).toBe(0);
	}
});

test('the player in docs/ wins level 1', () => {
	const {status, stdout, stderr} = spawnSync(
		process.execPath,
		['docs/player.mjs', process.execPath, PROGRAM],
		{
			encoding: 'utf8',
			env: {...process.env, XDG_CONFIG_HOME: saves(), XDG_STATE_HOME: saves()},
			timeout: 60_000,
		},
	);
	expect({status, stderr}).toEqual({status: 0, stderr: ''});
	expect(stdout).toMatch(/^One empty answer, seed 1\nWON at /u);
});

/** Bytes that come out the same each time. */
function noise(length: number): Buffer {
	let state = 2_463_534_242;
	return Buffer.from(
		Array.from({length}, () => {
			state ^= state << 13;
			state ^= state >>> 17;
			state ^= state << 5;
			return state & 0xff;
		}),
	);
}

test('noise is answered line by line, and the run can still be played', () => {
	const bytes = noise(20_000);
	const input = Buffer.concat([bytes, Buffer.from('\n{"id":"last","do":"wait","minutes":1}\n')]);
	const words = [PROGRAM, 'play', '--protocol', '--saves', saves()];
	const {status, stdout, stderr} = spawnSync(process.execPath, words, {input, timeout: 60_000});
	expect({status, err: stderr.toString()}).toEqual({status: 0, err: ''});
	const [, ...answers] = linesOf(stdout.toString());
	expect(answers).toHaveLength(bytes.filter(byte => byte === 10).length + 2);
	for (const answer of answers) responseSchema.parse(answer);
	expect(answers.at(-1)).toMatchObject({id: 'last', ok: true, now: 60});
});

test('another version is not spoken', () => {
	const {code, out, err} = outage(['play', '--protocol=2', '--saves', saves()]);
	expect({code, out}).toEqual({code: 2, out: ''});
	expect(err).toContain('--protocol=1 is');
});

test('a reader that leaves ends it, and the run is saved', async () => {
	const place = saves();
	const input = '{"id":1,"do":"observe","history":true}\n'.repeat(300);
	expect((await outageUnread(['play', '--protocol', '--saves', place], input)).code).toBe(0);
	expect(fs.readdirSync(place).filter(name => name.endsWith('.lock'))).toEqual([]);
});
