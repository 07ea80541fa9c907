import fc from 'fast-check';
import {expect, test} from 'vitest';
import {
	openReplay,
	parseJournal,
	replay,
	scoreJournal,
	type Journal,
} from '../../src/session/index.ts';
import {goldenNamed, record} from '../golden/golden.ts';
import {resealed} from '../support/resealed.ts';
import {times} from '../support/sampled.ts';

const OPTIONS = {game: '0.1.0', node: 20, observed: false};
const RUNS = [
	['read-a-panel', 'textbook'],
	['two-writers', 'textbook'],
] as const;
const GOLDEN = RUNS.map(([level, player]) => {
	const golden = goldenNamed(level, player);
	return {level: golden.level, text: record(golden).journal};
});

type Line = Record<string, unknown>;

/** Something that a journal claims, made into something else. Says what the refusal has to name. */
type Forgery = {readonly names: string; readonly forge: (lines: Line[]) => Line[]};

const inTheEnd = (names: string, change: (end: Line) => Line): Forgery => ({
	names,
	forge: lines => lines.map(line => (line['kind'] === 'end' ? change({...line}) : line)),
});
const note = fc.constantFrom('program', 'untimed', 'hint');

const forgery: fc.Arbitrary<Forgery> = fc.oneof(
	fc
		.double({noNaN: true, noDefaultInfinity: true, min: 0, max: 5_000})
		.map(harm => inTheEnd('harm', end => ({...end, harm}))),
	fc.constant(inTheEnd('harm', end => ({...end, harm: Number(end['harm']) - 1e-9 || 1e-9}))),
	fc.constant(inTheEnd('won', end => ({...end, won: end['won'] !== true}))),
	fc
		.stringMatching(/^[A-Za-z .]{1,80}$/)
		.map(words => inTheEnd('why', end => ({...end, why: `${String(end['why'])} ${words}.`}))),
	fc.stringMatching(/^[0-9a-f]{16}$/).map(hash => inTheEnd('end', end => ({...end, hash}))),
	fc.stringMatching(/^[0-9a-f]{16}$/).map(notes => inTheEnd('notes', end => ({...end, notes}))),
	fc.constant(
		inTheEnd('notes', ({notes, ...end}) => (notes === undefined ? {...end, harm: -1} : end)),
	),
	fc.constant<Forgery>({
		names: 'notes',
		forge: lines => lines.filter(({kind}) => kind !== 'note'),
	}),
	note.map((about): Forgery => ({
		names: 'notes',
		forge: ([begin = {}, ...rest]) => [
			begin,
			{kind: 'note', at: 0, by: 'me', note: {about, text: 'x'}},
			...rest,
		],
	})),
	fc.stringMatching(/^[a-z]{1,20}$/).map((by): Forgery => ({
		names: 'notes',
		forge: lines =>
			lines.map(line => (line['kind'] === 'note' ? {...line, by: `not ${by}`} : line)),
	})),
);

function journalFrom(text: string): Journal {
	const parsed = parseJournal(text);
	if (!parsed.ok) throw new Error(parsed.problem.message);
	return parsed.journal;
}

test('a claim that was changed by somebody who seals the journal again is refused by every reader', () => {
	fc.assert(
		fc.property(fc.constantFrom(...GOLDEN), forgery, ({level, text}, {names, forge}) => {
			const forged = resealed(text, forge);
			if (forged === text) return;
			const journal = journalFrom(forged);
			const again = replay(level, journal, OPTIONS);
			expect(again).toMatchObject({ok: true, divergence: {subsystem: names}});
			expect(scoreJournal(level, journal, null, OPTIONS)).toMatchObject({
				ok: false,
				divergence: {subsystem: names},
			});
			const watched = openReplay(level, journal, OPTIONS);
			if (!watched.ok) throw new Error(watched.problem.message);
			while (watched.replayer.build(10_000));
			expect(watched.replayer.refused).toMatchObject({divergence: {subsystem: names}});
		}),
		{numRuns: times(6, 20)},
	);
});

/** Numbers that no run can have begun under, and what has to be said of them. */
const NUMBERS: readonly (readonly [string, string])[] = [
	['{"dwfm":{"hosts":3.5}}', 'dwfm.hosts is a whole number'],
	['{"dwfm":{"hosts":-1}}', 'dwfm.hosts is a whole number'],
	['{"dwfm":{"constructor":1}}', 'dwfm has no number “constructor”'],
	['{"dwfm":{"__proto__":1}}', '“__proto__” is not known here'],
	['{"constructor":{"hosts":1}}', 'The model has no part “constructor”'],
	['{"__proto__":{"hosts":1}}', '“__proto__” is not known here'],
];

test.each(NUMBERS)('%s is a problem, and neither dropped nor a fault of ours', (numbers, why) => {
	for (const {level, text} of GOLDEN) {
		const forged = resealed(text, lines =>
			lines.map(line =>
				line['kind'] === 'begin' ? {...line, parameters: JSON.parse(numbers) as object} : line,
			),
		);
		const parsed = parseJournal(forged);
		const told = parsed.ok ? replay(level, parsed.journal, OPTIONS) : parsed;
		expect(told).toMatchObject({
			ok: false,
			problem: {message: expect.stringContaining(why) as string},
		});
	}
});

test('what nobody changed comes out, sealed again or not', () => {
	for (const {level, text} of GOLDEN) {
		expect(resealed(text, lines => lines)).toBe(text);
		expect(replay(level, journalFrom(text), OPTIONS)).toMatchObject({ok: true, divergence: null});
	}
});
