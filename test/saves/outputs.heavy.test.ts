import {spawnSync} from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {afterEach, beforeEach, describe, expect, test} from 'vitest';
import {helpText} from '../../src/cli/help.ts';
import {outage} from '../cli/outage.ts';
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

type Words = (out: string) => readonly string[];

/** Every option that names an output, with a command that writes there. */
const OUTPUTS: Readonly<Record<string, Words>> = {
	'replay --asciicast': out => ['replay', input, '--asciicast', out],
	'replay --salvage': out => ['replay', '--salvage', out, damaged()],
	'debrief --html': out => ['debrief', input, '--html', out],
};
const FOLDERS: Readonly<Record<string, Words>> = {
	'levels --in': out => ['levels', 'new', 'ours', '--in', out],
	'run --saves': out => ['run', 'first-steps', '--saves', out],
	'play --saves': out => ['play', 'first-steps', '--plain', '--saves', out],
};
/** Nothing is written there but by `play` and what plays. */
const READ_ALONE = ['replay', 'records', 'levels', 'review', 'daily'].map(
	name => `${name} --saves`,
);

const READ_OR_NO_FILE = [
	...[
		'base',
		'date',
		'finding',
		'graphs',
		'length',
		'level',
		'orders',
		'player',
		'port',
		'seed',
		'seeds',
		'set',
		'switch',
	],
	...['theme', 'until'],
];

/** A file with the same run, and a line that does not belong in it. */
function damaged(): string {
	const [first, second, ...rest] = fs.readFileSync(input, 'utf8').split('\n');
	fs.writeFileSync(at('damaged'), [first, second, 'x', ...rest].join('\n'));
	return at('damaged');
}

/** What may stand where a file is to go; made within the test's folder. */
const WRONG_FILES: Readonly<Record<string, () => string>> = {
	'its own input': () => input,
	'a hard link to it': () =>
		made('hard', name => {
			fs.linkSync(input, name);
		}),
	'a link to it': () =>
		made('link', name => {
			fs.symlinkSync(input, name);
		}),
	'another run': () =>
		made('other.txt', name => {
			fs.copyFileSync(GOLDEN, name);
		}),
	'a directory': () =>
		made('folder', name => {
			fs.mkdirSync(name);
		}),
	'a pipe that nobody reads': () =>
		made('pipe', name => {
			shell(`mkfifo '${name}'`);
		}),
	'a loop of links': () =>
		made('loop', name => {
			fs.symlinkSync(name, name);
		}),
	'a folder that is not there': () => at('no/where'),
	'no name': () => '',
	'a name that is too long': () => at('x'.repeat(300)),
};
const WRONG_FOLDERS: Readonly<Record<string, () => string>> = {
	'a file': () =>
		made('file', name => {
			fs.writeFileSync(name, 'old');
		}),
	'below a file': () =>
		path.join(
			made('file', name => {
				fs.writeFileSync(name, 'old');
			}),
			'x',
		),
	'a device': () => '/dev/null',
	'a pipe': () =>
		made('pipe', name => {
			shell(`mkfifo '${name}'`);
		}),
	'a loop of links': () =>
		made('loop', name => {
			fs.symlinkSync(name, name);
		}),
	'a link to nothing': () =>
		made('dangling', name => {
			fs.symlinkSync('nowhere', name);
		}),
	'standard output': () => '-',
	'no name': () => '',
};

function made(name: string, make: (file: string) => void): string {
	make(at(name));
	return at(name);
}

/** What a debrief keeps beside the run, so that it is worked out once. */
const KEPT = /^\..*\.debrief$/u;

/** Everything else in the folder, and what is in it. */
function contents(): readonly string[] {
	const names = fs.readdirSync(folder).filter(name => !KEPT.test(name));
	return names.map(name => {
		const stat = fs.lstatSync(at(name));
		return `${name}: ${stat.isFile() ? fs.readFileSync(at(name), 'utf8') : String(stat.mode)}`;
	});
}

/** Refuses with exit 2 and one sentence, before anything is worked out, and leaves everything as it was. */
function refuses(words: readonly string[]): void {
	const before = contents();
	const {code, out, err} = outage(words, '', {}, folder);
	expect({code, out, err}).toEqual({
		code: 2,
		out: '',
		err: expect.stringMatching(/^[^\n]+\.\n$/u) as string,
	});
	expect(contents()).toEqual(before);
}

/** With a disk of its own that has room for next to nothing, and that then only can be read. */
function onSmallDisk(act: (disk: string) => void): void {
	const disk = made('disk', name => {
		fs.mkdirSync(name);
	});
	if (shell('mount -t tmpfs -o size=8k none disk').status !== 0) return;
	try {
		act(disk);
	} finally {
		shell('umount disk');
	}
}

describe('every option that names an output', () => {
	test('is here', () => {
		const inHelp = helpText()!
			.split(/\n(?= {2}outage-oncall )/u)
			.flatMap(section => {
				const [, command = ''] = / {2}outage-oncall ([a-z-]+)/u.exec(section) ?? [];
				return [...section.matchAll(/(--[a-z-]+) (?:OUT|DIR)\b/gu)].map(
					([, option]) => `${command} ${option!}`,
				);
			});
		const here = [...Object.keys(OUTPUTS), ...Object.keys(FOLDERS), ...READ_ALONE];
		expect(inHelp.filter(option => !here.includes(option))).toEqual([]);
	});

	test('is known as one: what else the help names is read, or is no file', () => {
		const named = [...helpText()!.matchAll(/--([a-z-]+) (?!OUT\b|DIR\b)[A-Z]+/gu)];
		expect([...new Set(named.map(([, option]) => option))].sort()).toEqual(READ_OR_NO_FILE);
	});

	describe.each(Object.entries(OUTPUTS))('%s', (_, words) => {
		test.each(Object.entries(WRONG_FILES))('leaves %s alone, and says so', (_, wrong) => {
			refuses(words(wrong()));
		});

		test('writes to standard output, and nothing else there', () => {
			const command = words('-');
			const before = contents();
			const {code, out} = outage(command, '', {}, folder);
			expect(code).toBe(0);
			expect(out).toMatch(WHOLE);
			expect(contents()).toEqual(before);
		});

		test('writes into a pipe and a device, which stay what they are', () => {
			shell('mkfifo pipe; timeout 60 cat pipe > read 2>&1 &');
			expect(outage(words(at('pipe')), '', {}, folder).code).toBe(0);
			expect(outage(words('/dev/null'), '', {}, folder).code).toBe(0);
			expect(fs.statSync('/dev/null').isCharacterDevice()).toBe(true);
			expect(fs.readFileSync(at('read'), 'utf8')).toMatch(WHOLE);
		});

		test.runIf(IS_ROOT)('leaves what is on a disk that is full or only for reading', () => {
			onSmallDisk(disk => {
				fs.writeFileSync(path.join(disk, 'rest'), 'x'.repeat(8_192));
				for (const out of [path.join(disk, 'new'), '/dev/full']) {
					const {code, err} = outage(words(out), '', {}, folder);
					expect({code, err}).toEqual({
						code: 2,
						err: expect.stringMatching(/it cannot be written: the disk is full\.\n$/u) as string,
					});
				}
				expect(fs.readdirSync(disk)).toEqual(['rest']);
				shell('mount -o remount,ro disk');
				refuses(words(path.join(disk, 'new')));
			});
		});
	});

	describe.each(Object.entries(FOLDERS))('%s', (_, words) => {
		test.each(Object.entries(WRONG_FOLDERS))('leaves %s alone, and says so', (_, wrong) => {
			refuses(words(wrong()));
		});

		test.runIf(IS_ROOT)('leaves a disk that is full or only for reading', () => {
			onSmallDisk(disk => {
				const rest = path.join(disk, 'rest');
				fs.writeFileSync(rest, 'x'.repeat(8_192));
				refuses(words(disk));
				expect(fs.readdirSync(disk)).toEqual(['rest']);
				shell('mount -o remount,ro disk');
				refuses(words(disk));
			});
		});
	});
});

/** A whole recording, page or journal. */
const WHOLE = /^(?:\{"version":2|\{"kind":"begin"|<!doctype html>)[^]*(?:[\]}]|<\/html>)\s*$/iu;
