import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {afterEach, beforeEach, describe, expect, test} from 'vitest';
import type {Program, Verdict} from './program.ts';
import {holderOf, lockOf, lockRun} from './run-lock.ts';

const ME: Program = {
	host: 'ship',
	machine: '4c1f',
	boot: 'boot-1',
	view: '24',
	pid: 812,
	started: '5001',
	token: 'me',
};
const SINCE = '2025-10-20T06:48:00.000Z';

let folder: string;
let journal: string;

beforeEach(() => {
	folder = fs.mkdtempSync(path.join(os.tmpdir(), 'run-lock-'));
	journal = path.join(folder, 'a.journal.jsonl');
});

afterEach(() => {
	fs.rmSync(folder, {recursive: true, force: true});
});

/** What another program left in the lock, and how many seconds ago it was heard of. */
function claimOf(other: Partial<Program>, secondsAgo = 0): string {
	const file = path.join(lockOf(journal), 'other-1');
	fs.mkdirSync(lockOf(journal), {recursive: true});
	fs.writeFileSync(file, JSON.stringify({...ME, token: 'other', pid: 9, ...other, since: SINCE}));
	const heard = Date.now() / 1_000 - secondsAgo;
	fs.utimesSync(file, heard, heard);
	return file;
}

const locking = (verdict: Verdict) => lockRun(journal, {self: ME, verdict: () => verdict});

describe('a run that another program holds', () => {
	const HELD = `another program is playing it: process 9 on ship, since ${SINCE}`;
	const elsewhere = {host: 'boat', machine: '77aa', boot: 'boot-9'};

	test.each<[string, Verdict, Partial<Program>, number, string]>([
		['that lives', 'lives', {}, 0, HELD],
		['that is dead', 'dead', {}, 0, 'is taken'],
		[
			'on another machine, heard of a while ago',
			'unknown',
			elsewhere,
			100,
			HELD.replace('ship', 'boat'),
		],
		['on another machine, not heard of for long', 'unknown', elsewhere, 200, 'is taken'],
		['of a machine whose clock is ahead', 'unknown', elsewhere, -100, HELD.replace('ship', 'boat')],
		[
			'with a name that moves the cursor',
			'lives',
			{host: 'sh\u001b[2Jip\n'},
			0,
			HELD.replace('ship', 'sh[2Jip'),
		],
	])('%s', (_, verdict, other, secondsAgo, expected) => {
		const file = claimOf(other, secondsAgo);
		const told = holderOf(journal, {self: ME, verdict: () => verdict});
		const locked = locking(verdict);
		expect(locked.ok ? 'is taken' : locked.why).toBe(expected);
		expect(told ?? 'is taken').toBe(expected);
		expect(fs.existsSync(file)).toBe(!locked.ok);
		if (locked.ok) locked.lock.release();
	});
});

test('what version 0.1 left is no lock', () => {
	fs.writeFileSync(lockOf(journal), '1');
	const locked = locking('dead');
	expect(locked.ok).toBe(true);
	if (locked.ok) locked.lock.release();
	expect(fs.readdirSync(folder)).toEqual([]);
});

test.each([
	['is taken away', [], true],
	['is taken away, and another program came', ['other'], false],
])('a lock that %s', (_, others, holds) => {
	const locked = locking('lives');
	if (!locked.ok) throw new Error(locked.why);
	fs.rmSync(lockOf(journal), {recursive: true});
	for (const token of others) claimOf({token});
	expect(locked.lock.holds()).toBe(holds);
	locked.lock.release();
	expect(fs.existsSync(lockOf(journal))).toBe(others.length > 0);
});
