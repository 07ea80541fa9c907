import {spawn} from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {once} from 'node:events';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {readJournal} from '../../src/saves/index.ts';
import {someOf} from '../support/sampled.ts';
import {ownPlaces, PROGRAM} from './outage.ts';

const LINES = 8_000;
/** What Linux keeps of a pipe, what Node keeps of it at either end, and what is read ahead, with room. */
const GROWTH_BYTES_MAX = 60e6;

/** The first steps are taken over two minutes after they begin. */
const TAKEOVER_SECONDS = 120;

let folder: string;
beforeAll(() => {
	folder = fs.mkdtempSync(path.join(os.tmpdir(), 'slow-reader-'));
});
afterAll(() => {
	fs.rmSync(folder, {recursive: true, force: true});
});

function start(words: readonly string[]) {
	const saves = fs.mkdtempSync(path.join(folder, 'saves-'));
	const child = spawn(
		process.execPath,
		[PROGRAM, 'play', 'first-steps', ...words, '--saves', saves],
		{
			env: {...process.env, ...ownPlaces({XDG_CONFIG_HOME: folder})},
		},
	);
	child.stdout.pause();
	child.stdin.on('error', () => undefined); // It may leave before it has read everything.
	let err = '';
	child.stderr.on('data', chunk => (err += String(chunk)));
	const closed = once(child, 'close').then(([code]) => ({code: code as number | null, err}));
	return {child, closed, saves};
}

type Child = ReturnType<typeof start>['child'];

/** Gives line after line until the program has taken none for a while: it waits for its reader. */
async function fillUp(child: Child, line: (number: number) => string): Promise<number> {
	for (let given = 0; given < LINES; given++) {
		if (child.stdin.write(line(given))) continue;
		const drained = once(child.stdin, 'drain').then(() => true);
		const patience = new Promise<false>(resolve => setTimeout(resolve, 1_000, false));
		if (!(await Promise.race([drained, patience]))) return given + 1;
	}
	return LINES;
}

function residentBytes({pid}: Child): number {
	const [, pages = ''] = fs.readFileSync(`/proc/${String(pid)}/statm`, 'utf8').split(' ');
	return Number(pages) * 4_096;
}

async function read(child: Child): Promise<string> {
	let out = '';
	child.stdout.on('data', chunk => (out += String(chunk)));
	child.stdout.resume();
	await once(child.stdout, 'end');
	return out;
}

const big = (number: number) => `{"id":${String(number)},"do":"observe","history":true}\n`;

describe.skipIf(process.platform !== 'linux')('a reader that is slow', () => {
	test('by the protocol: holds the program back, and then gets every answer, in order', async () => {
		const {child, closed} = start(['--protocol']);
		await once(child.stdout, 'readable');
		const before = residentBytes(child);
		const given = await fillUp(child, big);
		expect(given).toBeLessThan(LINES);
		expect(residentBytes(child) - before).toBeLessThan(GROWTH_BYTES_MAX);
		child.stdin.end();
		const [hello = '', ...answers] = (await read(child)).trimEnd().split('\n');
		expect(hello).toContain('"hello"');
		expect(answers.map(answer => /^\{"id":(\d+),"ok":true/u.exec(answer)?.[1])).toEqual(
			Array.from({length: given}, (_, number) => String(number)),
		);
		expect(await closed).toEqual({code: 0, err: ''});
	});

	test('in plain lines: the same', async () => {
		const {child, closed} = start(['--plain']);
		await once(child.stdout, 'readable');
		const before = residentBytes(child);
		const given = await fillUp(child, number => `${'x'.repeat(300)}${String(number)}\n`);
		expect(given).toBeLessThan(LINES);
		expect(residentBytes(child) - before).toBeLessThan(GROWTH_BYTES_MAX);
		child.stdin.end();
		const out = await read(child);
		expect(out.match(/^REJECTED/gmu)).toHaveLength(given);
		expect(await closed).toMatchObject({code: 0});
	});

	test.each(someOf(['SIGINT', 'SIGTERM'] as const, 1))(
		'can be ended by %s meanwhile, and the run is kept',
		async signal => {
			const {child, closed, saves} = start(['--protocol']);
			await once(child.stdout, 'readable');
			child.stdin.write('{"id":"w","do":"wait","minutes":1}\n');
			await fillUp(child, big);
			child.kill(signal);
			if (signal === 'SIGINT') await read(child);
			expect((await closed).code).toBe(signal === 'SIGINT' ? 130 : 143);
			const names = fs.readdirSync(saves);
			expect(names).toEqual([expect.stringMatching(/\.journal\.jsonl$/u)]);
			const journal = readJournal(path.join(saves, names[0]!));
			expect(journal.ok && journal.journal.reached).toBe(TAKEOVER_SECONDS + 60);
		},
	);

	test('that leaves ends the program quietly, and the run is kept', async () => {
		const {child, closed, saves} = start(['--protocol']);
		await once(child.stdout, 'readable');
		child.stdin.write('{"id":"w","do":"wait","minutes":1}\n');
		await fillUp(child, big);
		child.stdout.destroy();
		expect(await closed).toEqual({code: 0, err: ''});
		const names = fs.readdirSync(saves);
		expect(names).toEqual([expect.stringMatching(/\.journal\.jsonl$/u)]);
		const journal = readJournal(path.join(saves, names[0]!));
		expect(journal.ok && journal.journal.reached).toBe(TAKEOVER_SECONDS + 60);
	});
});

/** As `head` is behind a pipe, once it has its lines. */
test.each(someOf(['model-card', 'orders --json', 'levels'], 1))(
	'a reader that has gone before “%s” prints ends it quietly',
	async words => {
		const child = spawn(process.execPath, [PROGRAM, ...words.split(' ')], {
			env: {...process.env, ...ownPlaces({XDG_CONFIG_HOME: folder})},
		});
		child.stdout.destroy();
		let err = '';
		child.stderr.on('data', chunk => (err += String(chunk)));
		const [code] = (await once(child, 'close')) as [number | null];
		expect({code, err}).toEqual({code: 0, err: ''});
	},
);
