import {readFileSync} from 'node:fs';
import fc from 'fast-check';
import {expect, test} from 'vitest';
import {levelJsonSchema} from './level-json-schema.ts';
import {VOCABULARY} from '../../session/index.ts';
import {parseLevel} from './parse-level.ts';

const OWN = readFileSync(new URL('../../../levels/october-20/level.yaml', import.meta.url), 'utf8');

const SMALL = `format: 1
id: small
title: Small
summary: A level for tests.
start: '23:20'
limit: '01:00'
seed: 6715
faults:
  - at: '23:20'
    to: dns
    type: slow-enactor
    enactor: 0
    factor: 110
switches: [fencing-token]
parameters: {}
`;

/** The problems of a text as `line:column message`. */
function problemsOf(text: string): readonly string[] {
	const parsed = parseLevel(text, VOCABULARY);
	if (parsed.ok) return [];
	return parsed.problems.map(({line, column, message, suggestions}) =>
		[`${String(line)}:${String(column)} ${message}`, ...suggestions].join(' ~ '),
	);
}

test('the game’s own level is read', () => {
	const parsed = parseLevel(OWN, VOCABULARY);
	expect(parsed.ok ? parsed.level : parsed.problems).toMatchObject({
		id: 'october-20',
		startSecondsOfDay: 84_000,
		limit: 60_000,
		faults: [
			{at: 0, to: 'dns', fault: {type: 'slow-enactor', enactor: 0, factor: 110}},
			{at: 1_685, to: 'border', fault: {type: 'packet-loss'}},
		],
	});
});

test('a seed may be written as a number', () => {
	const parsed = parseLevel(SMALL, VOCABULARY);
	expect(parsed.ok && parsed.level.seed).toBe('6715');
});

test('prose does not change a level’s hash, and faults do', () => {
	const hashOf = (text: string) => {
		const parsed = parseLevel(text, VOCABULARY);
		return parsed.ok ? parsed.level.hash : JSON.stringify(parsed.problems);
	};
	expect(hashOf(SMALL.replace('A level for tests.', 'Better words.'))).toBe(hashOf(SMALL));
	expect(hashOf(`# a comment\n${SMALL}`)).toBe(hashOf(SMALL));
	expect(hashOf(SMALL.replace('110', '111'))).not.toBe(hashOf(SMALL));
	expect(hashOf(SMALL.replace("'01:00'", "'02:00'"))).not.toBe(hashOf(SMALL));
});

test('control characters in prose are dropped, and in an id they are a problem', () => {
	const parsed = parseLevel(SMALL.replace('title: Small', 'title: "Sm\\u001b[2Jall"'), VOCABULARY);
	expect(parsed.ok && parsed.level.title).toBe('Sm[2Jall');
	expect(problemsOf(SMALL.replace('id: small', 'id: "sm\\u001ball"'))).toEqual([
		'2:5 id: expected lower-case letters, digits and hyphens',
	]);
});

test.each<[string, string, readonly string[]]>([
	[
		'an unknown key',
		SMALL.replace('limit:', 'limits:'),
		['1:1 limit: it is missing: expected text', '6:1 `limits` is not known in the level ~ limit'],
	],
	['another format', SMALL.replace('format: 1', 'format: 2'), ['1:9 format: expected "1"']],
	[
		'a wrong time',
		SMALL.replace("'01:00'", '25:00'),
		['6:8 limit: expected a time such as "23:48" or "23:48:05"'],
	],
	[
		'a limit at the start',
		SMALL.replace("'01:00'", "'23:20'"),
		['6:8 the limit is later than the start'],
	],
	[
		'a limit before the start',
		SMALL.replace("'01:00'", "'23:00'"),
		['6:8 the limit lies after the start and within 18 hours of it: 23:20 is later'],
	],
	[
		'a fault out of time',
		SMALL.replace("at: '23:20'", "at: '12:00'"),
		['9:9 a fault lies between 23:20 and 01:00'],
	],
	[
		'an unknown fault',
		SMALL.replace('slow-enactor', 'slow-enactr'),
		[
			expect.stringMatching(
				/^11:11 faults\[0\]\.type: expected a fault of type one of "packet-loss", .* ~ slow-enactor/,
			) as string,
		],
	],
	[
		'a fault at the wrong subsystem',
		SMALL.replace('to: dns', 'to: dnss'),
		['10:9 faults[0].to: expected "dns" ~ dns'],
	],
	[
		'an enactor that is not there',
		SMALL.replace('enactor: 0', 'enactor: 3'),
		['12:14 faults[0].enactor: expected at most 2'],
	],
	[
		'a key that a fault does not have',
		SMALL.replace('factor: 110', 'factor: 110\n    fctor: 3'),
		['14:5 `fctor` is not known in faults[0] ~ factor'],
	],
	[
		'an unknown switch',
		SMALL.replace('fencing-token', 'fencing-tokens'),
		[expect.stringMatching(/^14:12 switches\[0\]: expected one of .* ~ fencing-token$/) as string],
	],
	[
		'an unknown subsystem',
		SMALL.replace('parameters: {}', 'parameters: {dsn: {}}'),
		['15:14 `dsn` is not known in parameters ~ dns'],
	],
	[
		'an unknown parameter',
		SMALL.replace('parameters: {}', 'parameters:\n  dns:\n    plans: 1'),
		[expect.stringContaining('17:5 `plans` is not known in parameters.dns') as string],
	],
	[
		'a parameter that is no number',
		SMALL.replace('seed: 6715', 'seed: .nan'),
		['7:7 seed: expected text or a whole number'],
	],
	['a key given twice', `${SMALL}seed: 2\n`, ['16:1 Map keys must be unique']],
	[
		'a seed of 10 kB',
		SMALL.replace('6715', 'x'.repeat(10_000)),
		['7:7 seed: expected at most 200 characters'],
	],
	[
		'a bracket left open',
		SMALL.replace('[fencing-token]', '[fencing-token'),
		[expect.stringMatching(/^1[45]:\d+ /) as string],
	],
	[
		'a tab for indentation',
		SMALL.replace('    to: dns', '\tto: dns'),
		[expect.stringMatching(/^10:\d+ /) as string],
	],
	['no map at all', 'hello', ['1:1 the level: expected names with values, not text']],
	['nothing', '', ['1:1 the level: expected names with values, not nothing']],
	['too much', `# ${'x'.repeat(300_000)}`, ['1:1 a level has at most 256 KB']],
	[
		'two documents',
		`${SMALL}---\n${SMALL}`,
		[expect.stringMatching(/^\d+:1 Source contains multiple documents/) as string],
	],
	[
		'an unknown tag',
		SMALL.replace('title: Small', 'title: !js Small'),
		[expect.stringMatching(/^3:8 Unresolved tag/) as string],
	],
	[
		'an alias without its anchor',
		SMALL.replace('title: Small', 'title: *x'),
		[expect.stringMatching(/^\d+:\d+ .*[Aa]lias/) as string],
	],
])('%s is told with line and column', (_, text, problems) => {
	expect(problemsOf(text).slice(0, problems.length)).toEqual(problems);
});

test('a bomb of aliases or brackets is refused and does no harm', () => {
	const bomb = [
		'a: &a [x,x,x,x,x,x,x,x,x]',
		...'bcdefgh'.split('').map((name, index) => {
			const inner = `*${'abcdefg'[index] ?? 'a'}`;
			return `${name}: &${name} [${Array<string>(9).fill(inner).join(',')}]`;
		}),
	].join('\n');
	expect(problemsOf(bomb)).toHaveLength(1);
	for (const deep of ['[', '{a: ', '- ', '? ', '[\n', '\t']) {
		const count = Math.floor(250_000 / deep.length);
		expect(problemsOf(`${deep.repeat(count)}x`)).toEqual([
			expect.stringContaining('the text is nested too deeply'),
		]);
	}
	const stairs = Array.from({length: 650}, (_, depth) => `${' '.repeat(depth)}a:`).join('\n');
	expect(problemsOf(stairs)).toEqual(['122:1 the text is nested too deeply']);
});

test('no text makes the reader throw', () => {
	const lines = SMALL.split('\n');
	fc.assert(
		fc.property(
			fc.nat(lines.length - 1),
			fc.string({unit: 'binary', maxLength: 40}),
			(index, text) => {
				const changed = [...lines.slice(0, index), text, ...lines.slice(index + 1)].join('\n');
				const parsed = parseLevel(changed, VOCABULARY);
				for (const {line, column} of parsed.ok ? [] : parsed.problems) {
					expect(line).toBeGreaterThan(0);
					expect(column).toBeGreaterThan(0);
				}
			},
		),
		{numRuns: 60},
	);
});

// To bring it up to date: npx vitest run -u src/level
test('the schema that editors read is up to date', async () => {
	const text = `${JSON.stringify(levelJsonSchema(), null, '\t')}\n`;
	await expect(text).toMatchFileSnapshot('../../../levels/level.schema.json');
});
