import {spawnSync} from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {afterEach, beforeEach, describe, expect, test} from 'vitest';
import {writeOut} from '../../src/saves/index.ts';
import {goldenFile, goldenNamed} from '../golden/golden.ts';

const GOLDEN = goldenFile(goldenNamed('read-a-panel', 'textbook'));
const IS_ROOT = process.getuid?.() === 0;

let folder: string;
let input: string;

beforeEach(() => {
	folder = fs.mkdtempSync(path.join(os.tmpdir(), 'outputs-'));
	input = path.join(folder, 'a run.journal.jsonl');
	fs.copyFileSync(GOLDEN, input);
});

afterEach(() => {
	fs.rmSync(folder, {recursive: true, force: true});
});

const at = (name: string) => path.join(folder, name);
const shell = (script: string) => spawnSync('sh', ['-c', script], {cwd: folder, encoding: 'utf8'});

describe('what is written goes', () => {
	const write = (file: string, options = {}) =>
		writeOut(at(file), 'new', {inputs: [input], ...options});
	const why = (file: string, options = {}) => {
		const written = write(file, options);
		return written.ok ? 'written' : written.why;
	};

	test('into a new file that others may read, and over an old one that keeps its mode', () => {
		expect(write('new.html')).toEqual({ok: true});
		fs.writeFileSync(at('old.html'), 'old', {mode: 0o640});
		expect(write('old.html')).toEqual({ok: true});
		expect(fs.readFileSync(at('old.html'), 'utf8')).toBe('new');
		fs.writeFileSync(at('as-others'), '', {mode: 0o644});
		const modes = ['new.html', 'old.html'].map(name => fs.statSync(at(name)).mode & 0o777);
		expect(modes).toEqual([fs.statSync(at('as-others')).mode & 0o777, 0o640]);
		expect(fs.readdirSync(folder)).toHaveLength(4);
	});

	test('through links, also to what is not there yet', () => {
		fs.writeFileSync(at('target'), 'old');
		fs.symlinkSync('target', at('link'));
		fs.symlinkSync('missing', at('dangling'));
		expect([why('link'), why('dangling')]).toEqual(['written', 'written']);
		expect(fs.lstatSync(at('link')).isSymbolicLink()).toBe(true);
		expect(['target', 'missing'].map(name => fs.readFileSync(at(name), 'utf8'))).toEqual([
			'new',
			'new',
		]);
	});

	test('never over what it was made from, by whatever name, nor over another run', () => {
		fs.symlinkSync(path.basename(input), at('link'));
		fs.linkSync(input, at('hard'));
		fs.copyFileSync(input, at('another.txt'));
		for (const name of [path.basename(input), 'link', 'hard']) {
			expect(why(name)).toMatch(/^it is what this was made from/u);
		}
		expect(why('another.txt')).toMatch(/^it is the journal of a run/u);
		fs.writeFileSync(at('a run.who.json'), '{}');
		expect(why('a run.who.json')).toBe('it is the name of a run, and stays as it is');
		expect(fs.readFileSync(input)).toEqual(fs.readFileSync(GOLDEN));
	});

	test('not into a folder, a loop, a pipe without a reader or a folder that is not there', () => {
		fs.mkdirSync(at('folder'));
		fs.symlinkSync('loop', at('loop'));
		shell('mkfifo pipe');
		expect(['folder', 'loop', 'pipe', 'no/where'].map(name => why(name))).toEqual([
			'it cannot be written: it is a directory',
			'it cannot be written: it is a link that leads back to itself',
			'it cannot be written: it is a socket, or nobody is at its other end',
			'it cannot be written: there is no such folder',
		]);
	});

	test('into a device, which stays one, and is told of where it is full', () => {
		expect(writeOut('/dev/null', 'new')).toEqual({ok: true});
		expect(fs.statSync('/dev/null').isCharacterDevice()).toBe(true);
		expect(writeOut('/dev/full', 'new')).toEqual({
			ok: false,
			why: 'it cannot be written: the disk is full',
		});
	});

	test('whole or not at all, whatever the disk does', () => {
		fs.writeFileSync(at('old'), 'old');
		for (const call of ['openSync', 'writeSync', 'fsyncSync', 'renameSync'] as const) {
			const fail = () => {
				throw Object.assign(new Error('no room'), {code: 'ENOSPC'});
			};
			const disk = {...fs, [call]: fail};
			expect(write('old', {disk}), call).toEqual({
				ok: false,
				why: 'it cannot be written: the disk is full',
			});
			expect(fs.readFileSync(at('old'), 'utf8')).toBe('old');
			expect(fs.readdirSync(folder)).toHaveLength(2);
		}
	});

	test.runIf(IS_ROOT)('not onto a disk that is full or only for reading', () => {
		fs.mkdirSync(at('small'));
		if (shell('mount -t tmpfs -o size=8k none small').status !== 0) return;
		try {
			const big = 'x'.repeat(100_000);
			fs.writeFileSync(at('small/old'), 'old');
			expect(writeOut(at('small/old'), big)).toEqual({
				ok: false,
				why: 'it cannot be written: the disk is full',
			});
			expect(fs.readFileSync(at('small/old'), 'utf8')).toBe('old');
			expect(fs.readdirSync(at('small'))).toEqual(['old']);
			shell('mount -o remount,ro small');
			expect(writeOut(at('small/new'), 'new')).toEqual({
				ok: false,
				why: 'it cannot be written: the file system is read-only',
			});
		} finally {
			shell('umount small');
		}
	});
});
