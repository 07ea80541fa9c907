import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {open, ORDERS, parseJournal, VOCABULARY, type JournalLine} from '../../src/session/index.ts';
import {FIRST_SUM, seal} from '../../src/session/journal-chain.ts';
import {parseLevel} from '../../src/level/file/index.ts';
import {COMMAND_NAMES, commandNamed, FIRST_WORDS, flagsOf} from '../../src/cli/command-list.ts';
import {someOf} from '../support/sampled.ts';
import {outage, outageUnread} from './outage.ts';

const EXAMPLE = Object.values(ORDERS)[0]!.example;
const SHORT = `format: 1
id: short
title: Short
summary: Ten minutes.
start: '23:20'
limit: '23:30'
seed: '6715'
faults: []
switches: []
parameters: {}
`;

let folder: string;
let level: string;

beforeAll(() => {
	folder = fs.mkdtempSync(path.join(os.tmpdir(), 'outage-cli-'));
	level = folderWith('short', SHORT);
});

afterAll(() => {
	fs.rmSync(folder, {recursive: true, force: true});
});

function folderWith(name: string, yaml: string): string {
	const at = path.join(folder, name);
	fs.mkdirSync(at);
	fs.writeFileSync(path.join(at, 'level.yaml'), yaml);
	return at;
}

function fileWith(name: string, content: string | Uint8Array): string {
	const at = path.join(folder, name);
	fs.writeFileSync(at, content);
	return at;
}

/** A journal of the short level, to its end, with something done to its lines before they are sealed. */
function journal(change: (line: JournalLine) => object = line => line): string {
	const parsed = parseLevel(SHORT, VOCABULARY);
	if (!parsed.ok) throw new Error('the short level is right');
	const lines: string[] = [];
	const session = open(parsed.level, {
		game: '0.1.0',
		node: 20,
		observed: false,
		onLine: line => lines.push(line),
	});
	session.advance(30);
	session.attempt('you', EXAMPLE);
	session.advance(1_000);
	let sum = FIRST_SUM;
	return lines
		.map(text => {
			const line = JSON.parse(text.replace(/,"sum":"[0-9a-f]+"\}$/, '}')) as JournalLine;
			const sealed = seal(change(line), sum);
			sum = sealed.sum;
			return `${sealed.text}\n`;
		})
		.join('');
}

describe('what prints and needs no run', () => {
	test('the version is the package’s', () => {
		const manifest = JSON.parse(fs.readFileSync('package.json', 'utf8')) as {version: string};
		expect(outage(['--version'])).toEqual({code: 0, out: `${manifest.version}\n`, err: ''});
	});

	test('help names every command', () => {
		const {code, out} = outage(['--help']);
		expect(code).toBe(0);
		for (const command of ['play', 'run', 'replay', 'orders', 'model-card', 'levels']) {
			expect(out).toContain(`outage-oncall ${command}`);
		}
	});

	test('help has every command', () => {
		const {out} = outage(['help']);
		expect(outage(['score', '--help'])).toEqual(outage(['help', 'score']));
		for (const name of FIRST_WORDS) expect(out).toContain(`\n  outage-oncall ${name} `);
	});

	test.each(
		someOf(
			COMMAND_NAMES.filter(name => !['help', 'man'].includes(name)),
			5,
		),
	)('%s knows the options that stand under it in the help, and no other', name => {
		const known = outage([...name.split(' '), '--no-such-option']);
		expect(known).toMatchObject({code: 2, out: ''});
		const listed = known.err.split('Options here:')[1]?.matchAll(/--([a-z-]+)/gu) ?? [];
		const named = flagsOf(commandNamed(name)!).map(flag => flag.name);
		expect([...listed].map(([, option]) => option).sort()).toEqual(named.toSorted());
	});

	test.each([
		[
			['help', 'rnu'],
			'“rnu” is not a command; `outage-oncall --help` lists them. Did you mean “run”?',
		],
		[
			['rnu', '--help'],
			'“rnu” is not a command; `outage-oncall --help` lists them. Did you mean “run”?',
		],
		[['help', 'run', 'now'], '“now” is one word too many.'],
		[['levels', 'chekc', 'x'], 'too many'],
		[['settings', 'theem'], 'Did you mean “theme”?'],
	])('%j is bad input', (words, said) => {
		const {code, out, err} = outage(words);
		expect({code, out}).toEqual({code: 2, out: ''});
		expect(err).toContain(said);
	});

	test('orders shows every order with its example', () => {
		const {code, out} = outage(['orders']);
		expect(code).toBe(0);
		for (const {example, forms} of Object.values(ORDERS)) {
			expect(out).toContain(`example: ${example}\n`);
			for (const form of forms) expect(out).toContain(`  ${form}\n`);
		}
	});

	test('the model card has a source and a section for each number, and names what it cannot express', () => {
		const {code, out} = outage(['model-card']);
		expect(code).toBe(0);
		const rows = out
			.split('\n\nSwitches')[0]!
			.split('\n')
			.filter(line => line.startsWith('  '));
		expect(rows.length).toBeGreaterThan(50);
		for (const row of rows)
			expect(row).toMatch(/ (aws|inferred|assumed) +(canon|model|console|stack) [A-Z]?\d/);
		expect(out).toMatch(/cannot express.*\n {2}recovery-drills /);
	});

	test('what is no terminal gets no escape code, however colour is asked for', () => {
		const file = fileWith('coloured.journal.jsonl', journal());
		const env = {
			FORCE_COLOR: '3',
			CLICOLOR_FORCE: '1',
			COLORTERM: 'truecolor',
			TERM: 'xterm-256color',
		};
		for (const words of someOf(
			[
				...[['help'], ['orders', 'dig'], ['model-card'], ['levels'], ['settings'], ['rnu']],
				['run', level, '--until', '23:25'],
				['replay', file, '--verify', '--level', level],
				['replay', file, '--level', level],
				['score', file, '--level', level],
			],
			4,
		)) {
			const {out, err} = outage(words, '', env);
			expect(`${out}${err}`, words.join(' ')).toMatch(/[a-z]/u);
			expect(`${out}${err}`, words.join(' ')).not.toContain('\u001B');
		}
	});

	test('a reader that leaves early is no reason to complain', async () => {
		const {code, err} = await outageUnread(['orders']);
		expect({code, err}).toEqual({code: 0, err: ''});
	});
});

describe('a headless run', () => {
	test('prints one JSON object and nothing else', () => {
		const {code, out, err} = outage(['run', level, '--json', '--until', '23:25']);
		expect({code, err}).toEqual({code: 0, err: ''});
		const result = JSON.parse(out) as Record<string, unknown>;
		expect(Object.keys(result)).toEqual([
			...['format', 'level', 'seed', 'version', 'ticks', 'hash', 'milestones', 'harm', 'money'],
			...['tasks', 'unsafe', 'diagnosis', 'decisions', 'ended', 'unfulfilled', 'orders'],
		]);
		expect(result).toMatchObject({level: 'short', seed: '6715', ticks: 300, ended: null});
	});

	test('gives the orders of a file at their times, and its journal replays', () => {
		const orders = fileWith('orders.txt', `# one\n23:21:00 ${EXAMPLE}\n`);
		const saves = path.join(folder, 'saves');
		const words = ['--seed', 'luck', '--switch', 'FENCING_TOKEN', '--orders', orders];
		const run = outage(['run', level, ...words, '--saves', saves, '--json']);
		expect({code: run.code, err: run.err}).toEqual({code: 0, err: ''});
		const file = path.join(saves, fs.readdirSync(saves)[0]!);
		const parsed = parseJournal(fs.readFileSync(file, 'utf8'));
		expect(parsed.ok && parsed.journal.begin).toMatchObject({
			seed: 'luck',
			switches: ['fencing-token'],
		});
		expect(
			parsed.ok && parsed.journal.lines.find(({line}) => line.kind === 'do')?.line,
		).toMatchObject({
			at: 60,
			by: 'operator',
		});
		const replayed = outage(['replay', file, '--verify', '--json', '--level', level]);
		expect({code: replayed.code, err: replayed.err}).toEqual({code: 0, err: ''});
		expect(JSON.parse(replayed.out)).toEqual({
			...(JSON.parse(run.out) as object),
			verified: true,
			signatures: [],
		});
	});

	test.each(['as-it-happened', 'reference-operator'])('%s can play a level', player => {
		const words = ['--player', player, '--until', '23:54', '--saves', path.join(folder, player)];
		const {code, out} = outage(['run', 'october-20', ...words, '--json']);
		expect(code).toBe(0);
		expect(JSON.parse(out)).toMatchObject({ticks: 2_040});
		const [file = ''] = fs.readdirSync(path.join(folder, player));
		const parsed = parseJournal(fs.readFileSync(path.join(folder, player, file), 'utf8'));
		expect(parsed.ok && parsed.journal.lines.map(({line}) => line)).toContainEqual(
			expect.objectContaining({kind: 'do', by: player, what: 'declare sev-1'}),
		);
	});

	test('reads orders from standard input', () => {
		const {code, out} = outage(['run', level, '--orders', '-', '--json'], `23:20:30 ${EXAMPLE}\n`);
		expect(code).toBe(0);
		expect(JSON.parse(out)).toMatchObject({ticks: 600, ended: {at: '23:30:00', won: false}});
	});

	test('tells what came to nothing, and why', () => {
		const orders = '23:20:30 gate dwfm 4\n';
		const json = outage(['run', level, '--orders', '-', '--json'], orders);
		expect(JSON.parse(json.out)).toMatchObject({
			unfulfilled: [{at: '23:20:30', order: 1, what: 'gate dwfm 4', state: 'refused'}],
		});
		const {out} = outage(['run', level, '--orders', '-'], orders);
		expect(out).toMatch(/^Refused at 23:20:30 PDT: gate dwfm 4\. Nobody from/mu);
	});

	test('tells what became of every order', () => {
		const orders = '23:20:30 page ec2\n23:21:00 dig regional\n23:29:59 page nlb\n';
		const {out} = outage(['run', level, '--orders', '-'], orders);
		expect(out).toMatch(/^23:20:30 +done +page ec2 /mu);
		expect(out).toMatch(/^23:21:00 +done +dig regional/mu);
		expect(out).toMatch(/^23:29:59 +running +page nlb/mu);
	});

	test.each([
		['lost', 0, ''],
		['won', 1, 'Expected won, got lost.'],
		['drawn', 2, '--expect is won or lost'],
	])('--expect %s leaves with code %i', (expected, wanted, said) => {
		const {code, err} = outage(['run', level, '--expect', expected]);
		expect(code).toBe(wanted);
		expect(err).toContain(said);
	});
});

describe('bad input is a clear sentence and exit code 2', () => {
	const cases: readonly (readonly [string, () => readonly string[], RegExp])[] = [
		['a command that is none', () => ['paly'], /“paly” is not a command.*Did you mean “play”\?/],
		['an option that is none', () => ['run', level, '--jsn'], /Unknown option '--jsn'.*--json/],
		['an option without its value', () => ['run', level, '--seed'], /--seed/],
		['a word too many', () => ['run', level, 'more'], /“more” is one word too many/],
		['no level', () => ['run'], /LEVEL is missing/],
		[
			'an unknown level',
			() => ['run', 'october-21'],
			/no level “october-21”.*Did you mean “october-20”\?/,
		],
		[
			'a seed of 10 kB',
			() => ['run', level, '--seed', 'x'.repeat(10_240)],
			/at most 200 characters, not 10240/,
		],
		[
			'a switch that is none',
			() => ['run', level, '--switch', 'fencing'],
			/no switch “fencing”.*fencing-token/,
		],
		['a time that is none', () => ['run', level, '--until', 'dawn'], /--until expects HH:MM/],
		[
			'a time beyond the end',
			() => ['run', level, '--until', '12:00'],
			/between 23:20:00 and 23:30:00/,
		],
		[
			'a player that is none',
			() => ['run', 'october-20', '--player', 'silnt'],
			/no player “silnt” for october-20.*Did you mean “silent”\?/,
		],
		[
			'orders and a player',
			() => ['run', level, '--orders', '-', '--player', 'silent'],
			/--orders or --player, not both/,
		],
		['orders that are not there', () => ['run', level, '--orders', '/no/where'], /no such file/],
		[
			'orders with typos',
			() => [
				'run',
				level,
				'--orders',
				fileWith('typos.txt', `23:21 ${EXAMPLE}\n23:22 xyzzyq\n2322 dig\n`),
			],
			/typos\.txt:2: “xyzzyq” is not a command\.\n.*typos\.txt:3: “2322” is not a time/,
		],
		[
			'orders that are not text',
			() => ['run', level, '--orders', fileWith('bytes.txt', Buffer.from([0xff, 0xfe]))],
			/bytes\.txt: it is not UTF-8 text/,
		],
		[
			'a broken level',
			() => ['run', folderWith('broken', SHORT.replace('faults: []', 'faults: [}'))],
			/broken\/level\.yaml:8:\d+: /,
		],
		[
			'a level with a typo',
			() => ['run', folderWith('typo', SHORT.replace('limit', 'limt'))],
			/typo\/level\.yaml:6:1: `limt` is not known in the level\. Did you mean “limit”\?/,
		],
		['a journal that is not there', () => ['replay', '/no/where'], /no such file/],
		[
			'a journal whose power failed',
			() => ['replay', fileWith('hollow', journal().replace('"by":"you"', '\0'.repeat(10)))],
			/hollow: it has zeros in line 2 in place of what was written there/,
		],
		[
			'a journal edited',
			() => ['replay', fileWith('edited', journal().replace('"by":"you"', '"by":"her"'))],
			/edited: it was edited or damaged at line 2/,
		],
		[
			'a journal of another format',
			() => ['replay', fileWith('format', journal().replace(/"format":\d/, '"format":9'))],
			/written in format 9; this version reads formats 1, 2, 3 and 4/,
		],
		[
			'a journal of another world',
			() => [
				'replay',
				fileWith(
					'version',
					journal(line => (line.kind === 'begin' ? {...line, world: 99, game: '9.0.0'} : line)),
				),
				...['--level', level],
			],
			/played in world 99 \(game 9\.0\.0\).*`npx outage-oncall@9\.0 replay FILE` plays it\.$/m,
		],
		[
			'a journal of a level that has changed',
			() => [
				'replay',
				fileWith('changed', journal()),
				'--level',
				folderWith('changed-level', SHORT.replace('23:30', '23:40')),
			],
			/Level short has changed/,
		],
		[
			'a journal that is not UTF-8',
			() => ['replay', fileWith('latin', Buffer.from(`${journal()}\xe9\n`, 'latin1'))],
			/latin: line \d+ is not UTF-8 text/,
		],
		[
			'a folder that cannot be written',
			() => ['run', level, '--saves', path.join(fileWith('a-file', ''), 'saves')],
			/no journal can be written there: /,
		],
	];

	test.each(someOf(cases, 7))('%s', (_, words, sentence) => {
		const {code, out, err} = outage(words());
		expect({code, out}).toEqual({code: 2, out: ''});
		expect(err).toMatch(sentence);
		expect(err).not.toMatch(/\n\s+at /); // Nobody is shown a stack.
	});
});

test('a replay that differs names tick and subsystem, and the answer is no', () => {
	const file = fileWith(
		'different',
		journal(line =>
			line.kind === 'mark' && line.at === 120
				? {...line, hashes: {...line.hashes, dns: '0000000000000000'}}
				: line,
		),
	);
	const {code, out, err} = outage(['replay', file, '--verify', '--json', '--level', level]);
	expect(code).toBe(1);
	expect(err).toMatch(
		/It does not replay as recorded, from tick 120 \(23:22:00 PDT\) in dns: recorded 0{16}, /,
	);
	expect(JSON.parse(out)).toMatchObject({verified: false});
});
