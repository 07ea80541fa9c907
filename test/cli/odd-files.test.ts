import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {EVERY_CASE, someOf} from '../support/sampled.ts';
import {outage} from './outage.ts';

const GOLDEN = 'saves/golden/two-writers/textbook.journal.jsonl';
const NAMED = 'odd\u001B[31m\nname.journal.jsonl';

let folder: string;
let lines: readonly string[];

beforeAll(() => {
	folder = fs.mkdtempSync(path.join(os.tmpdir(), 'outage-odd-'));
	lines = fs.readFileSync(GOLDEN, 'utf8').trimEnd().split('\n');
});

afterAll(() => {
	fs.rmSync(folder, {recursive: true, force: true});
});

function saved(name: string, content: string, among = ''): string {
	const file = path.join(folder, among, name);
	fs.mkdirSync(path.dirname(file), {recursive: true});
	fs.writeFileSync(file, content);
	return file;
}

const env = () => ({XDG_CONFIG_HOME: folder});

describe('what cannot be read beside a run that was left', () => {
	test.each(someOf(['--plain', '--protocol'], 1))(
		'is passed over by %s with a sentence each',
		face => {
			const among = `beside${face}`;
			const run = saved('b.journal.jsonl', `${lines.slice(0, 9).join('\n')}\n`, among);
			fs.utimesSync(run, 1_000_000, 1_000_000);
			saved('empty.journal.jsonl', '', among);
			saved('noise.journal.jsonl', 'noise\n', among);
			const words = ['play', 'two-writers', '--continue', face, '--saves', path.dirname(run)];
			const {code, err} = outage(words, '', env());
			expect(err.match(/(?:empty|noise)\.journal\.jsonl: it /gu)).toHaveLength(2);
			expect(code).toBe(0);
		},
	);
});

test.each(someOf(['replay', 'score', 'sign'], 1))(
	'a name of a file cannot speak to the terminal: %s',
	command => {
		outage(['key', 'new', 'Ann'], '', env());
		const file = saved(NAMED, `${lines.slice(0, 9).join('\n')}\n${lines[9]!.slice(0, 30)}`);
		const {err} = outage([command, file], '', env());
		expect(err).toContain('odd');
		expect(err).not.toMatch(/\u001B|odd.*\n.*name/u);
	},
);

describe('what precedes damage', () => {
	const hint = 'replay --salvage OUT';
	test.each(someOf(['replay', 'score', 'debrief'], 2))(
		'is offered by %s where there is some',
		command => {
			const text = [...lines.slice(0, 9), 'x', ...lines.slice(10)].join('\n');
			expect(outage([command, saved('torn.journal.jsonl', text)], '', env()).err).toContain(hint);
		},
	);

	test.each([
		['nothing', ''],
		['another file', 'root:x:0:0\n'],
		['a later format', '{"kind":"begin","format":99}\n'],
	])('is not offered where there is none: %s', (_, text) => {
		const {code, err} = outage(['replay', saved('other.jsonl', text)], '', env());
		expect([code, err]).toEqual([2, expect.not.stringContaining(hint)]);
	});
});

describe('a journal that was cut in its last line, or ends in zeros', () => {
	const cut = (after = 9): string =>
		`${lines.slice(0, after).join('\n')}\n${lines[after]!.slice(0, 30)}`;

	test.each(
		someOf(
			[
				['replay', ['replay']],
				['score', ['score']],
				['play --continue', ['play', 'two-writers', '--protocol', '--continue', '--saves']],
			] as const,
			2,
		),
	)('is taken as far as its lines go, with a sentence: %s', (_, words) => {
		for (const text of someOf([`${cut()}${'\0'.repeat(4_096)}`, cut()], 1)) {
			const among = fs.mkdtempSync(path.join(folder, 'cut-'));
			const file = saved('cut.journal.jsonl', text, path.relative(folder, among));
			const {code, err} = outage([...words, words.length > 1 ? among : file], '', env());
			expect(code).toBe(0);
			expect(err).toContain(`${file}: its line 10 was cut off; the lines before are whole`);
		}
	});

	// A debrief re-simulates many nights.
	test.runIf(EVERY_CASE)('is taken as far as its lines go, with a sentence: debrief', () => {
		const {code, err} = outage(['debrief', saved('cut.journal.jsonl', cut(3))], '', env());
		expect(code).toBe(0);
		expect(err).toContain('its line 4 was cut off; the lines before are whole');
	});
});

test('what has no end is not said to have the same end', () => {
	const {code, out} = outage([
		'replay',
		saved('left.jsonl', `${lines.slice(0, 9).join('\n')}\n`),
		'--verify',
	]);
	expect([code, out]).toEqual([0, expect.stringContaining('every mark so far is the same')]);
});

test.each([
	['', 'it has no name'],
	['gone/night.cast', 'there is no such folder'],
])('a recording that cannot lie at “%s” says why', (name, why) => {
	const out = name === '' ? '' : path.join(folder, name);
	const {code, err} = outage(['replay', GOLDEN, '--asciicast', out], '', env());
	expect([code, err]).toEqual([2, expect.stringContaining(why)]);
});

test.each([['records'], ['review', 'rebuild'], ['play', 'two-writers', '--plain', '--continue']])(
	'saves that cannot be read are told by %s %s in a sentence',
	(...words) => {
		const saves = path.join(folder, 'x'.repeat(300));
		const {code, err} = outage([...words.filter(Boolean), '--saves', saves], '', env());
		expect({code, err}).toMatchObject({
			code: 2,
			err: expect.stringMatching(/the saves cannot be read: the name is too long\.\n$/u),
		});
	},
);

test('a format that is none is damage, and no other version', () => {
	const file = saved('begun.journal.jsonl', lines.join('\n').replace('"format"', '"gormat"'));
	const {code, err} = outage(['replay', file], '', env());
	expect({code, err}).toMatchObject({
		code: 2,
		err: expect.stringContaining('edited or damaged at line 1'),
	});
});
