import fc from 'fast-check';
import {expect, test} from 'vitest';
import {FIRST_SUM, seal} from './journal-chain.ts';
import type {JournalLine} from './journal.types.ts';
import {parseJournal} from './parse-journal.ts';

const HASHES = {dns: '0123456789abcdef', world: 'fedcba9876543210'};

const LINES: readonly JournalLine[] = [
	{
		kind: 'begin',
		format: 3,
		level: 'october-20',
		levelHash: '0123456789abcdef',
		seed: '6715',
		world: 7,
		game: '0.1.0',
		node: 20,
		switches: ['fencing-token'],
		parameters: {dns: {planEverySeconds: 30}},
	},
	{kind: 'mark', at: 60, hashes: HASHES},
	{kind: 'do', at: 62, order: 1, by: 'you', what: 'dig dynamodb'},
	{kind: 'reached', at: 90},
	{kind: 'do', at: 91, order: 2, by: 'Zoë', what: 'post update “we see it”'},
	{
		kind: 'note',
		at: 90,
		by: 'you',
		note: {about: 'hypothesis', suspect: 'dns-records', confidence: 70, unless: 'dig finds one'},
	},
	{kind: 'mark', at: 120, hashes: HASHES},
	{kind: 'end', at: 130, hash: '0123456789abcdef', won: false, why: 'Over.', harm: 12.5},
	{kind: 'note', at: 130, by: 'you', note: {about: 'felt', text: 'tense'}},
];

const TEXT = written(LINES);

function written(lines: readonly object[]): string {
	let sum = FIRST_SUM;
	return lines
		.map(line => {
			const sealed = seal(line, sum);
			sum = sealed.sum;
			return `${sealed.text}\n`;
		})
		.join('');
}

test('a journal is read as it was written', () => {
	const parsed = parseJournal(TEXT);
	expect(parsed).toMatchObject({
		ok: true,
		journal: {begin: LINES[0], ended: true, reached: 130, cutAt: null, keptLength: TEXT.length},
	});
	expect(parsed.ok && parsed.journal.lines).toEqual(
		LINES.slice(1).map((line, index) => ({number: index + 2, line})),
	);
});

test.each([1, 2])('a journal of format %d is of the first world', format => {
	const begin = {...LINES[0]!, format, world: undefined};
	expect(parseJournal(written([begin]))).toMatchObject({ok: true, journal: {begin: {world: 1}}});
});

test('lines for people are not part of it', () => {
	const text = `# Golden run.\n${TEXT.replace('\n', '\n# Here it starts.\n\n')}`;
	expect(parseJournal(text)).toMatchObject({ok: true, journal: {ended: true, reached: 130}});
});

test('cut anywhere, it keeps every whole line and says which one was cut', () => {
	const firstEnd = TEXT.indexOf('\n');
	for (let length = 0; length <= TEXT.length; length++) {
		const text = TEXT.slice(0, length);
		const parsed = parseJournal(text);
		if (length < firstEnd) {
			expect(parsed).toMatchObject({ok: false, problem: {kind: 'empty', line: 1}});
			continue;
		}
		// A line that only lacks its line feed is whole.
		const whole = TEXT[length] === '\n' ? length : text.lastIndexOf('\n') + 1;
		const lines = text.slice(0, whole).split('\n').filter(Boolean).length;
		expect(parsed).toMatchObject({
			ok: true,
			journal: {keptLength: whole, cutAt: whole === length ? null : lines + 1},
		});
		expect(parsed.ok && parsed.journal.lines.length).toBe(lines - 1);
	}
});

test('any one character changed is found at its line', () => {
	const lastLine = LINES.length;
	fc.assert(
		fc.property(fc.nat(TEXT.length - 2), fc.integer({min: 0, max: 6}), (index, bit) => {
			const changed = String.fromCharCode(TEXT.charCodeAt(index) ^ (1 << bit));
			fc.pre(changed !== '\n' && TEXT[index] !== '\n');
			const parsed = parseJournal(TEXT.slice(0, index) + changed + TEXT.slice(index + 1));
			const line = TEXT.slice(0, index).split('\n').length;
			if (changed === '#' && (index === 0 || TEXT[index - 1] === '\n')) {
				expect(parsed.ok && line < lastLine).toBe(false); // A line made a comment breaks the chain after it.
				return;
			}
			expect(parsed).toMatchObject({ok: false, problem: {line}});
		}),
		{numRuns: 500},
	);
});

test('two lines swapped, one taken out or one given twice is found', () => {
	const lines = TEXT.split('\n').filter(Boolean);
	for (let index = 1; index < lines.length - 1; index++) {
		const swapped = [...lines];
		[swapped[index], swapped[index + 1]] = [swapped[index + 1]!, swapped[index]!];
		expect(parseJournal(`${swapped.join('\n')}\n`)).toMatchObject({problem: {line: index + 1}});
		const without = lines.filter((_, at) => at !== index);
		expect(parseJournal(`${without.join('\n')}\n`)).toMatchObject({problem: {line: index + 1}});
		const twice = [...lines.slice(0, index + 1), ...lines.slice(index)];
		expect(parseJournal(`${twice.join('\n')}\n`)).toMatchObject({problem: {line: index + 2}});
	}
});

test.each<[string, string, string]>([
	['nothing', '', 'It is empty. There is nothing to replay.'],
	['comments only', '# hello\n', 'It is empty. There is nothing to replay.'],
	['something else', 'hello\n', 'It does not begin as a journal does.'],
	['other JSON', '{"kind":"do"}\n', 'It does not begin as a journal does.'],
	['zeroes', '\0'.repeat(400), 'It does not begin as a journal does.'],
	[
		'another format',
		TEXT.replace('"format":3', '"format":5'),
		'It is written in format 5; this version reads formats 1, 2, 3 and 4.',
	],
	[
		'a huge line',
		`${TEXT}{"kind":"${'x'.repeat(20_000)}`,
		'Line 10 is longer than 16384 characters.',
	],
])('%s is told in a sentence', (_, text, message) => {
	expect(parseJournal(text)).toMatchObject({ok: false, problem: {message}});
});

test.each<[string, readonly object[], number, string]>([
	[
		'time that runs backwards',
		[LINES[0]!, LINES[6]!, LINES[1]!],
		3,
		'it is of an earlier second than the line before',
	],
	[
		'an order out of count',
		[LINES[0]!, {...LINES[2]!, order: 2}],
		2,
		'its command is numbered 2, where 1 was expected',
	],
	['a second beginning', [LINES[0]!, LINES[0]!], 2, 'it begins the run a second time'],
	[
		'a line after the end',
		[LINES[0]!, LINES[7]!, {kind: 'reached', at: 200}],
		3,
		'the run has ended before it',
	],
	[
		'a hypothesis after the end',
		[LINES[0]!, LINES[7]!, {...LINES[5]!, at: 130}],
		3,
		'the run has ended before it',
	],
	[
		'a word after another end',
		[LINES[0]!, LINES[7]!, {...LINES[8]!, at: 131}],
		3,
		'the run has ended before it',
	],
	[
		'a note about nothing',
		[LINES[0]!, {...LINES[8]!, note: {about: 'weather', text: ''}}],
		2,
		'“note.about”: expected another value',
	],
	[
		'a suspect that is no name',
		[
			LINES[0]!,
			{...LINES[5]!, note: {about: 'hypothesis', suspect: 'Gremlins!', confidence: 70, unless: ''}},
		],
		2,
		'“note.suspect”: expected',
	],
	[
		'no world, though its format has one',
		[{...LINES[0]!, world: undefined}],
		1,
		'expected “world” from format 3 on',
	],
	[
		'a world, though its format has none',
		[{...LINES[0]!, format: 2}],
		1,
		'expected “world” from format 3 on',
	],
	['a line of no kind', [LINES[0]!, {kind: 'score', at: 1}], 2, '“kind”: expected another value'],
	[
		'a hash that is none',
		[LINES[0]!, {kind: 'mark', at: 60, hashes: {dns: 'no'}}],
		2,
		'“hashes.dns”: expected 16 hex digits',
	],
	[
		'a name that moves the cursor',
		[LINES[0]!, {...LINES[2]!, by: '\u001b[2J'}],
		2,
		'“by”: expected printable characters',
	],
	[
		'a tick beyond all levels',
		[LINES[0]!, {kind: 'reached', at: 1e12}],
		2,
		'“at”: expected at most 10000000',
	],
	[
		'a part of the model that no schema sees',
		[{...LINES[0]!, parameters: JSON.parse('{"__proto__":{"hosts":1}}') as object}],
		1,
		'“__proto__” is not known here',
	],
])('%s is found even where the chain was forged along', (_, lines, line, why) => {
	const message = `Its line ${String(line)} has a valid seal, and is wrong all the same: ${why}`;
	expect(parseJournal(written(lines))).toMatchObject({
		ok: false,
		problem: {kind: 'broken', line, message: expect.stringContaining(message) as string},
	});
});
