import {spawnSync} from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {bundleProgram, outage, type Said} from '../cli/outage.ts';

const MANY = 10_000;
const SLOW_MS = 2_000;
/** Starting Node and the program takes this share of it on a machine with nothing else to do. */
const PATIENCE = 5;

let folder: string;
let saves: string;
let server: net.Server;

beforeAll(async () => {
	await bundleProgram();
	folder = fs.mkdtempSync(path.join(os.tmpdir(), 'any-folder-'));
	saves = path.join(folder, 'saves');
	const play = '{"id":1,"do":"wait","minutes":5}\n';
	expect(outage(['play', 'first-steps', '--protocol', '--saves', saves], play, env()).code).toBe(0);
	const at = (name: string) => path.join(saves, `${name}.journal.jsonl`);
	const run = fs.readdirSync(saves).find(name => name.endsWith('.journal.jsonl')) ?? '';
	const text = fs.readFileSync(path.join(saves, run), 'utf8');
	const old = 1_000_000_000;
	fs.utimesSync(path.join(saves, run), old, old);
	for (let number = 0; number < MANY; number++) {
		fs.writeFileSync(
			at(`many-${String(number)}`),
			number % 2 === 0 ? 'garbage\n' : text.slice(0, 40),
		);
	}
	fs.mkdirSync(at('folder'));
	fs.symlinkSync('loop.journal.jsonl', at('loop'));
	fs.symlinkSync('nowhere', at('dangling'));
	fs.symlinkSync('/dev/zero', at('endless'));
	spawnSync('sh', ['-c', 'mkfifo "$0"', at('pipe')]);
	fs.writeFileSync(at('unreadable'), text, {mode: 0});
	fs.writeFileSync(at('odd \u001b[2J\u202e name'), text.slice(0, -20).replace('sum', 'sun'));
	server = net.createServer().listen(path.join(saves, 'socket.journal.jsonl'));
});

afterAll(() => {
	server.close();
	fs.rmSync(folder, {recursive: true, force: true});
});

const env = () => ({XDG_CONFIG_HOME: folder, XDG_STATE_HOME: folder});

function timed(words: readonly string[], input = ''): Said & {readonly took: number} {
	const before = performance.now();
	const said = outage([...words, '--saves', saves], input, env());
	return {...said, took: performance.now() - before};
}

describe('with ten thousand files and whatever else there is in the saves', () => {
	test.each<[string, readonly string[], string]>([
		['records', ['records'], ''],
		['levels', ['levels'], ''],
		['review', ['review'], ''],
		['play', ['play', 'october-20', '--plain'], 'quit\n'],
		['play --protocol', ['play', 'october-20', '--protocol'], '{"id":1,"do":"quit"}\n'],
	])('%s works', (_, words, input) => {
		const {code, err, took} = timed(words, input);
		expect({code, err}).toMatchObject({code: 0});
		expect(err).not.toMatch(/\n\s+at |[\u001b\u202e]/u);
		expect(took).toBeLessThan(SLOW_MS * PATIENCE);
	});

	test('the run that was left is found behind all of it', () => {
		const {code, out, took} = timed(
			['play', 'first-steps', '--protocol', '--continue'],
			'{"id":1,"do":"quit"}\n',
		);
		expect(code).toBe(0);
		expect(out).toContain('"now":300');
		expect(took).toBeLessThan(SLOW_MS * PATIENCE);
	});

	test('each odd one is refused in a sentence where it is asked for', () => {
		for (const name of fs
			.readdirSync(saves)
			.filter(each => !/^(many|first-steps|october)/u.test(each))) {
			const {code, out, err} = outage(['replay', path.join(saves, name), '--verify'], '', env());
			if (name.startsWith('unreadable') && process.getuid?.() === 0) continue; // Root reads it.
			expect({name, code, out}).toEqual({name, code: 2, out: ''});
			expect(err).toMatch(/^[^\n\u001b\u202e]+\.\n$/u);
		}
	});
});
