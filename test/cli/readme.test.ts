import {spawn} from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {COMMAND_NAMES, commandNamed, flagsOf} from '../../src/cli/command-list.ts';
import {parseOrder} from '../../src/session/index.ts';
import {EVERY_CASE} from '../support/sampled.ts';
import {ROOT} from '../support/tree.ts';
import {outage, PROGRAM} from './outage.ts';

const README = fs.readFileSync(path.join(ROOT, 'README.md'), 'utf8');
/** A short run that was won, and what a player could have written. */
const JOURNAL = path.join(ROOT, 'saves/golden/read-a-panel/textbook.journal.jsonl');
const ORDERS = '00:31:00 dig regional\n02:14:00 pause dns-automation\n';

/** Of a whole night and of a hundred seeds the ordinary run takes the beginning: the words are what is tried. */
const IN_SHORT: Readonly<Record<string, readonly string[]>> = {
	'run october-20': ['--until', '23:50'],
	'levels check': ['--seeds', '1'],
};

/** Lines of code blocks, without what is said about them. */
const lines = [...README.matchAll(/^```\n([^]*?)^```/gmu)]
	.flatMap(([, block = '']) => block.trim().split('\n'))
	.map(line => line.split(/ {2,}/u)[0] ?? '');
const shown = lines.filter(line => line.startsWith('outage-oncall '));
/** What serves until somebody ends it. */
const lasting = shown.filter(line => line.startsWith('outage-oncall web'));
const commands = shown.filter(line => !lasting.includes(line));
const shell = lines.filter(line => /^(?:npm|npx) /u.test(line));
const orders = lines.filter(line => !shown.includes(line) && !shell.includes(line));

let folder: string;
beforeAll(() => {
	folder = fs.mkdtempSync(path.join(os.tmpdir(), 'outage-oncall-readme-'));
	fs.writeFileSync(path.join(folder, 'my.orders'), ORDERS);
}, 60_000);
afterAll(() => {
	fs.rmSync(folder, {recursive: true, force: true});
});

describe('the README', () => {
	test('shows commands and orders', () => {
		expect(commands.length).toBeGreaterThan(20);
		expect(orders.length).toBeGreaterThan(3);
	});

	test.each(EVERY_CASE ? commands : oneOfEach(commands))('%s', {timeout: 120_000}, command => {
		const words = wordsOf(command);
		const {code, out, err} = outage(words, 'quit\n', {XDG_CONFIG_HOME: folder}, folder);
		expect(code, err).toBe(0);
		expect(out + err).not.toBe('');
	});

	test.each(commands)('“%s” names options that its command has', line => {
		const named = [...line.matchAll(/ --([a-z-]+)/gu)].map(([, option = '']) => option);
		const command = commandNamed(nameOf(line));
		if (command === undefined) throw new Error(`“${line}” gives no command`);
		const known = flagsOf(command).map(({name}) => name);
		expect(known).toEqual(expect.arrayContaining(named));
	});

	test.each(lasting)('%s, until ctrl-c', async command => {
		const words = command
			.split(' ')
			.slice(1)
			.filter(word => word !== '--open');
		const child = spawn(process.execPath, [PROGRAM, ...words, '--port', '0'], {cwd: ROOT});
		const said = await new Promise<string>(resolve => {
			child.stdout.once('data', data => resolve(String(data)));
			child.once('close', code => resolve(`ended by itself with ${String(code)}`));
		});
		expect(said).toContain('ctrl-c ends it');
		child.kill('SIGINT');
		const code = await new Promise(resolve => child.once('close', resolve));
		expect(code).toBe(0);
	});

	test.each(orders)('“%s” is an order', order => {
		expect(parseOrder(order).ok).toBe(true);
	});

	test('names no script that is not there', () => {
		const {scripts} = JSON.parse(fs.readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as {
			scripts: Readonly<Record<string, string>>;
		};
		const named = [...README.matchAll(/npm (?:run )?([a-z][a-z:]*)/gu)].map(
			([, name = '']) => name,
		);
		expect(named.filter(name => !['ci', 'install'].includes(name) && !(name in scripts))).toEqual(
			[],
		);
		expect(named).toContain('start');
	});
});

/** The first line of each command. */
function oneOfEach(all: readonly string[]): readonly string[] {
	return [...new Map(all.toReversed().map(each => [nameOf(each), each])).values()].reverse();
}

/** The command that a line gives: `levels check` where there is such a one, else its first word. */
function nameOf(line: string): string {
	const words = line.split(' ').slice(1);
	const names = [words.slice(0, 2).join(' '), words[0] ?? ''];
	return names.find(name => COMMAND_NAMES.includes(name)) ?? '';
}

function wordsOf(command: string): readonly string[] {
	const words = command.split(' ').slice(1).map(wordFor);
	return EVERY_CASE ? words : [...words, ...(IN_SHORT[words.slice(0, 2).join(' ')] ?? [])];
}

/** What the reader would put in the place of a word. */
function wordFor(word: string): string {
	return word === 'FILE' ? JOURNAL : word;
}
