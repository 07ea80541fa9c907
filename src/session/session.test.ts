import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import type {Level} from '../level/index.ts';
import {parseLevel} from '../level/file/index.ts';
import {ORDERS, WORLD} from '../sim/index.ts';
import {FIRST_SUM, seal} from './journal-chain.ts';
import type {Journal} from './journal.types.ts';
import {parseJournal} from './parse-journal.ts';
import {replay, resume} from './relive/replay.ts';
import {open, type OpenOptions} from './session.ts';
import {VOCABULARY} from './vocabulary.ts';

const VERSION = {game: '0.1.0', node: 20};
const EXAMPLES = Object.values(ORDERS).map(({example}) => example);

const LEVEL = aLevel();

function aLevel(limit = '00:20'): Level {
	const parsed = parseLevel(
		`format: 1
id: short
title: Short
summary: The first hour.
start: '23:20'
limit: '${limit}'
seed: '6715'
faults:
  - {at: '23:20', to: dns, type: slow-enactor, enactor: 0, factor: 110}
switches: []
parameters: {}
`,
		VOCABULARY,
	);
	if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
	return parsed.level;
}

/** A run of a few orders, and its journal. */
function played(
	orders: readonly {readonly wait: number; readonly text: string}[],
	options: Partial<OpenOptions> = {},
): {text: string; journal: Journal; hash: string; now: number} {
	const lines: string[] = [];
	const session = open(LEVEL, {
		...VERSION,
		observed: false,
		onLine: line => lines.push(line),
		...options,
	});
	for (const {wait, text} of orders) {
		session.advance(wait);
		session.attempt('you', text);
	}
	session.advance(100);
	session.noteReached();
	const text = lines.map(line => `${line}\n`).join('');
	return {text, journal: read(text), hash: session.result().hash, now: session.now};
}

function read(text: string): Journal {
	const parsed = parseJournal(text);
	if (!parsed.ok) throw new Error(parsed.problem.message);
	return parsed.journal;
}

const A_FEW = EXAMPLES.slice(0, 12).map(text => ({wait: 45, text}));

test('a journal begins with what the run stands on, and marks every minute', () => {
	const {journal} = played(A_FEW, {switches: ['fencing-token']});
	expect(journal.begin).toEqual({
		kind: 'begin',
		format: 3,
		world: WORLD,
		level: 'short',
		levelHash: LEVEL.hash,
		seed: '6715',
		...VERSION,
		switches: ['fencing-token'],
		parameters: {},
	});
	const marks = journal.lines.filter(({line}) => line.kind === 'mark');
	const minutes = Math.floor(journal.reached / 60);
	expect(minutes).toBeGreaterThan(3);
	expect(marks.map(({line}) => line.at)).toEqual(
		Array.from({length: minutes}, (_, index) => 60 * (index + 1)),
	);
	const orders = journal.lines.flatMap(({line}) => (line.kind === 'do' ? [line.what] : []));
	expect(orders).toHaveLength(A_FEW.length);
});

test('a typo is a problem and no line of the journal', () => {
	const lines: string[] = [];
	const session = open(LEVEL, {...VERSION, onLine: line => lines.push(line)});
	expect(session.attempt('you', 'xyzzyq')).toEqual({
		message: '“xyzzyq” is not a command.',
		suggestions: [],
	});
	expect(lines).toHaveLength(1);
});

test('a name with control characters is cleaned before it is written', () => {
	const {journal} = played([]);
	const lines: string[] = [];
	const session = open(LEVEL, {...VERSION, onLine: line => lines.push(line)});
	session.attempt('\u001b[2Jyou'.repeat(20), EXAMPLES[0]!);
	expect(journal.ended).toBe(false);
	expect(read(lines.map(line => `${line}\n`).join('')).lines[0]?.line).toMatchObject({
		kind: 'do',
		by: '[2Jyou'.repeat(20).slice(0, 40),
	});
});

test('a run stops at its limit, ends its journal and takes no more orders', () => {
	const lines: string[] = [];
	const session = open(LEVEL, {...VERSION, observed: false, onLine: line => lines.push(line)});
	session.advance(100_000);
	expect(session.now).toBe(3_600);
	expect(session.ended).toBe(true);
	expect(session.attempt('you', EXAMPLES[0]!)?.message).toBe('The run has ended.');
	session.noteReached();
	expect(lines.at(-1)).toContain('"kind":"end","at":3600');
	expect(session.result().ended?.at).toBe('00:20:00');
});

test('observing changes nothing', () => {
	expect(played(A_FEW, {observed: true}).hash).toBe(played(A_FEW, {observed: false}).hash);
});

describe('a replay', () => {
	test('comes out the same, to the last mark', () => {
		const {journal, hash, now} = played(A_FEW);
		expect(replay(LEVEL, journal, {...VERSION, observed: false})).toMatchObject({
			ok: true,
			divergence: null,
			result: {hash, ticks: now},
		});
	});

	test('of any journal of orders has the same hash', () => {
		const orders = fc.array(fc.record({wait: fc.nat(90), text: fc.constantFrom(...EXAMPLES)}), {
			maxLength: 12,
		});
		fc.assert(
			fc.property(orders, fc.string({minLength: 1, maxLength: 8}), (given, seed) => {
				fc.pre(seed.trim() !== '');
				const {journal, hash} = played(given, {seed});
				const again = replay(LEVEL, journal, {...VERSION, observed: false});
				expect(again).toMatchObject({ok: true, divergence: null, result: {hash}});
			}),
			{numRuns: 15},
		);
	});

	test('names tick and subsystem of the first difference', () => {
		const {journal} = played(A_FEW);
		const marks = journal.lines.map(entry => {
			if (entry.line.kind !== 'mark' || entry.line.at < 180) return entry;
			const hashes = {...entry.line.hashes, dns: '0000000000000000'};
			return {...entry, line: {...entry.line, hashes}};
		});
		expect(replay(LEVEL, {...journal, lines: marks}, VERSION)).toMatchObject({
			ok: true,
			divergence: {at: 180, subsystem: 'dns', recorded: '0000000000000000'},
		});
	});

	test('of a run with an order left out leaves the record', () => {
		const {journal} = played(A_FEW);
		const lines = journal.lines.filter(({line}) => line.kind !== 'do' || line.order !== 3);
		expect(replay(LEVEL, {...journal, lines}, VERSION)).toMatchObject({
			ok: true,
			divergence: {at: 180},
		});
	});

	test('is refused in another world only, whatever wrote it', () => {
		const {journal} = played([]);
		const begun = (change: object) => ({...journal, begin: {...journal.begin, ...change}});
		const other = replay(LEVEL, begun({world: WORLD + 1}), VERSION);
		expect(other.ok ? '' : other.problem.message).toMatch(/played in world/);
		expect(replay(LEVEL, begun({game: '9.9.9'}), VERSION).ok).toBe(true);
	});

	test.each<[string, Level, string, RegExp]>([
		['another level', {...LEVEL, id: 'other'}, '0.1.0', /of level short, not of other/],
		['a level that changed', aLevel('00:30'), '0.2.0', /Level short has changed.*@0\.1\.0 replay/],
	])('is refused under %s', (_, level, game, message) => {
		const {journal} = played([]);
		const refused = replay(level, journal, {...VERSION, game});
		expect(refused.ok ? '' : refused.problem.message).toMatch(message);
	});

	test('tells an order that nobody can read any more', () => {
		const {journal} = played([]);
		const line = {kind: 'do', at: 101, order: 1, by: 'you', what: 'xyzzyq'} as const;
		expect(replay(LEVEL, {...journal, lines: [{number: 2, line}]}, VERSION)).toMatchObject({
			ok: false,
			problem: {message: 'Line 2: “xyzzyq” is not a command.'},
		});
	});
});

test('a run cut off goes on, and its journal with it, as if it had never stopped', () => {
	const whole = played(A_FEW);
	const lines = whole.text.split('\n').filter(Boolean);
	const kept = lines.slice(0, 12);
	const more: string[] = [];
	const resumed = resume(LEVEL, read(`${kept.join('\n')}\n`), {
		...VERSION,
		observed: false,
		onLine: line => more.push(line),
	});
	if (!resumed.ok) throw new Error(resumed.problem.message);
	const {session} = resumed;
	for (const line of whole.journal.lines.slice(11)) {
		if (line.line.kind !== 'do') continue;
		session.advance(line.line.at - 1 - session.now);
		session.attempt('you', line.line.what);
	}
	session.advance(whole.now - session.now);
	session.noteReached();
	expect(session.result().hash).toBe(whole.hash);
	expect([...kept, ...more].join('\n')).toBe(lines.join('\n'));
});

test('the last order before a crash is not given twice, nor forgotten', () => {
	const {text, journal} = played([{wait: 10, text: EXAMPLES[0]!}]);
	const cut = text.slice(0, text.indexOf('{"kind":"mark"'));
	const resumed = resume(LEVEL, read(cut), {...VERSION, observed: false});
	if (!resumed.ok) throw new Error(resumed.problem.message);
	expect(resumed.session.now).toBe(10);
	resumed.session.advance(journal.reached - 10);
	expect(resumed.session.result().hash).toBe(played([{wait: 10, text: EXAMPLES[0]!}]).hash);
});

test('an end that was lost with the last line is written when the run is taken up', () => {
	const lines: string[] = [];
	open(LEVEL, {...VERSION, onLine: line => lines.push(line)}).advance(60 * 60);
	const end = lines.pop();
	expect(end).toContain('"kind":"end"');
	const more: string[] = [];
	const journal = read(lines.map(line => `${line}\n`).join(''));
	const resumed = resume(LEVEL, journal, {...VERSION, onLine: line => more.push(line)});
	expect(resumed.ok && resumed.session.ended).toBe(true);
	expect(more).toEqual([end]);
});

test('a checksum belongs to its line and to the one before', () => {
	const one = seal({a: 1}, FIRST_SUM);
	expect(seal({a: 1}, one.sum).sum).not.toBe(one.sum);
	expect(seal({a: 2}, FIRST_SUM).sum).not.toBe(one.sum);
});
