import {spawnSync} from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {someOf} from '../support/sampled.ts';
import {outage, PROGRAM} from './outage.ts';

let folder: string;

beforeAll(() => {
	folder = fs.mkdtempSync(path.join(os.tmpdir(), 'outage-shells-'));
	fs.symlinkSync(PROGRAM, path.join(folder, 'outage-oncall'));
});

afterAll(() => {
	fs.rmSync(folder, {recursive: true, force: true});
});

function offered(...words: readonly string[]): readonly string[] {
	const {code, out, err} = outage(['complete', '--', ...words]);
	expect({code, err}).toEqual({code: 0, err: ''});
	return out
		.split('\n')
		.map(line => line.split('\t')[0] ?? '')
		.filter(word => word !== '');
}

describe('completion', () => {
	const OFFERED: readonly (readonly [words: readonly string[], offers: readonly string[]])[] = [
		[['rep'], ['replay']],
		[['run', 'octo'], ['october-20']],
		[['run', 'october-20', '--exp'], ['--expect']],
		[
			['run', 'october-20', '--expect', ''],
			['won', 'lost'],
		],
		[['run', 'october-20', '--player', 'text'], ['textbook']],
		[['run', 'october-20', '--switch', 'lease'], ['lease-grace']],
		[['run', 'october-20', '--orders', ''], [':files']],
		[['levels', 'ch'], ['check']],
		[['levels', 'check', '--s'], ['--seeds']],
		[['settings', 'theme', 'mo'], ['mono']],
		[['orders', 'thro'], ['throttle']],
		[['compare', 'a.jsonl', ''], [':files']],
		[['key', 'tr'], ['trust']],
		[['help', 'sco'], ['score']],
		[['no-such-command', ''], []],
	];
	test.each(someOf(OFFERED, 8))('%j', (words, offers) => {
		expect(offered(...words)).toEqual(offers);
	});

	/** Each shell reads its script and completes one line by it. */
	test.each([
		[
			'bash',
			[
				'source <(outage-oncall completion bash)',
				'COMP_WORDS=(outage-oncall run october-20 --exp); COMP_CWORD=3',
				'_outage_oncall',
				'echo "${COMPREPLY[@]}"',
			],
		],
		[
			'fish',
			[
				'outage-oncall completion fish | source',
				'complete -C "outage-oncall run october-20 --exp"',
			],
		],
		[
			'zsh',
			[
				'compdef() { }',
				'source <(outage-oncall completion zsh)',
				'words=(outage-oncall run october-20 --exp); CURRENT=4',
				'_describe() { echo ${(P)2} }',
				'_outage_oncall',
			],
		],
	])('%s', (shell, lines) => {
		const PATH = `${folder}:${process.env['PATH'] ?? ''}`;
		const ran = spawnSync(shell, ['-c', lines.join('\n')], {
			encoding: 'utf8',
			env: {...process.env, PATH},
		});
		// A machine without that shell has nothing to complete in.
		if (ran.error !== undefined) {
			expect(ran.error).toMatchObject({code: 'ENOENT'});
			return;
		}
		expect({out: ran.stdout.trim().split(/[\t:]/u)[0], err: ran.stderr}).toEqual({
			out: '--expect',
			err: '',
		});
	});

	test('a shell that we do not know is bad input', () => {
		expect(outage(['completion', 'tcsh'])).toMatchObject({
			code: 2,
			err: '“tcsh” is not a shell we know: bash, zsh, fish.\n',
		});
	});
});

test('the manual page has every command and says nothing that roff would take for its own', () => {
	const {code, out} = outage(['man']);
	expect(code).toBe(0);
	expect(out).toContain('.TH OUTAGE-ONCALL 1');
	expect(out).toContain('.B run LEVEL\n');
	for (const line of out.trimEnd().split('\n'))
		expect(line).toMatch(/^\.(TH|SH|B|RI|TP|RS|RE|PP)( |$)|^[^.']/u);
});

test.each([
	['levels'],
	['orders'],
	['model-card'],
	['settings'],
	['settings theme'],
	['records'],
	['key'],
	['review'],
	['share saves/golden/read-a-panel/textbook.journal.jsonl'],
])('%s --json says the version of its shape', command => {
	const {code, out} = outage([...command.split(' '), '--json']);
	expect(code).toBe(0);
	expect(JSON.parse(out)).toMatchObject({format: 1});
});

test.each([['settings theme dark'], ['settings keys.pause'], ['key new me'], ['review start']])(
	'%s --json is refused',
	command => {
		const {code, out, err} = outage([...command.split(' '), '--json']);
		expect({code, out}).toEqual({code: 2, out: ''});
		expect(err).toContain('--json');
	},
);
