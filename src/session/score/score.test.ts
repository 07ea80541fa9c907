import {describe, expect, test} from 'vitest';
import {nightWithoutName} from '../../../test/support/level.builder.ts';
import type {Level} from '../../level/index.ts';
import {tick} from '../../sim/index.ts';
import type {Note} from '../notes.types.ts';
import {parseJournal} from '../parse-journal.ts';
import {open} from '../session.ts';
import type {Expert} from './baselines.ts';
import {playedIn} from './played.ts';
import {scoreJournal} from './score.ts';
import type {AxisId, AxisScore, Score} from './score.types.ts';

const VERSION = {game: '0.1.0', node: 20};
/** An hour in which the regional name is lost, and comes back when somebody puts it back. */
const LEVEL = nightWithoutName(
	'00:40',
	`goals:
  win: {all: [{given: declare sev-3}]}
  why: It was called off.
  lose: []
  atLimit: lost
tasks:
  - {id: told, what: customers are told, met: {updates: 1}, before: '00:10'}
  - {id: paged, what: the team is paged, met: {done: page dynamodb}}
unsafe:
  - {id: flush, what: everybody flushes, when: {done: advise flush on}}
diagnosis:
  - {suspect: dns-records, when: {metric: dns.answers.regional, below: 1}}
recurrence:
  faults: [{at: '23:41', to: border, type: packet-loss, share: 0.03, seconds: 900}]
  minutes: 5
  holds: {metric: dns.answers.regional, above: 0}
`,
);

type Act = readonly [at: number, what: string | Note];

function journalOf(acts: readonly Act[], until = 4_000, level = LEVEL) {
	const lines: string[] = [];
	const session = open(level, {...VERSION, observed: false, onLine: line => lines.push(line)});
	for (const [at, what] of acts) {
		session.advance(at - session.now);
		if (typeof what === 'string') expect(session.attempt('you', what)).toBeUndefined();
		else session.note('you', what);
	}
	session.advance(until - session.now);
	session.noteReached();
	const parsed = parseJournal(lines.map(line => `${line}\n`).join(''));
	if (!parsed.ok) throw new Error(parsed.problem.message);
	return parsed.journal;
}

/** Puts the name back, and calls it off some time after customers are served. */
const EXPERTLY: readonly (readonly [at: number, words: string])[] = [
	[130, 'break glass access'],
	[130, 'page dynamodb'],
	[1_600, 'repoint regional rollback'],
	[3_000, 'declare sev-3'],
];

const EXPERT: Expert = {
	name: 'expert',
	script: {orders: EXPERTLY.map(([at, words]) => ({at: at + 1, words})), rules: []},
};

const known = new Map<string, Score>();

/** The score of these acts, worked out once. */
function scored(acts: readonly Act[], until?: number, level = LEVEL): Score {
	if (level !== LEVEL) return scoredAnew(acts, until, level);
	const key = JSON.stringify([acts, until]);
	const score = known.get(key) ?? scoredAnew(acts, until, level);
	known.set(key, score);
	return score;
}

function scoredAnew(acts: readonly Act[], until: number | undefined, level: Level): Score {
	const again = scoreJournal(level, journalOf(acts, until, level), EXPERT, VERSION);
	if (!again.ok) throw new Error(JSON.stringify(again));
	return again.score;
}

function unsafeOf(what: string, when: Level['unsafe'][number]['when']): Level['unsafe'][number] {
	return {id: what, what, when};
}

function axis(score: Score, id: AxisId): AxisScore {
	return score.axes.find(each => each.id === id)!;
}

const guess = (suspect: 'dns-records' | 'attack', confidence = 90): Note => ({
	about: 'hypothesis',
	suspect,
	confidence,
	unless: '',
});

describe('a score', () => {
	test('of nobody acting avoids nothing, meets nothing, and says so', () => {
		const score = scored([]);
		expect(score.won).toBe(false);
		expect(axis(score, 'harm').points).toBe(0);
		expect(axis(score, 'tasks').points).toBe(0);
		expect(axis(score, 'time').points).toBeNull();
		expect(axis(score, 'durability').points).toBeNull();
		expect(axis(score, 'diagnosis').points).toBeNull();
		expect(score.headline).toEqual({first: 0, then: 0});
		expect(axis(score, 'harm').moments.length).toBeGreaterThan(0);
	});

	test('of the expert itself is full marks for harm and time', () => {
		const score = scored(EXPERTLY);
		expect(score.won).toBe(true);
		expect(axis(score, 'harm').points).toBe(100);
		expect(axis(score, 'time').points).toBe(100);
	});

	test('of a run that was won while customers suffered is told on as if the expert took over', () => {
		const early = axis(scored([[1_200, 'declare sev-3']]), 'harm');
		expect(early.what).toMatch(/outage, and \d+ more after the win, when others took over;/u);
		expect(early.points).toBe(100);
		// Who waits longer before they hand over has let customers suffer longer.
		const late = axis(scored([[3_300, 'declare sev-3']]), 'harm');
		expect(late.points).toBeLessThan(80);
	});

	test('is held against nobody acting for as long, where that would have been lost early', () => {
		const lose = [{when: {at: tick(3_200)}, why: 'Too long.'}];
		const level = {...LEVEL, goals: {...LEVEL.goals!, lose}};
		const late = axis(scored(EXPERTLY, undefined, level), 'harm');
		expect(late.what).toBe(axis(scored(EXPERTLY), 'harm').what);
	});

	test('says nothing of safety where a level names nothing unsafe', () => {
		const safety = axis(scored([], 4_000, {...LEVEL, unsafe: []}), 'safety');
		expect(safety.points).toBeNull();
	});

	test('says which fixes were made beforehand, and that it left another run', () => {
		const journal = journalOf([]);
		const begin = {
			...journal.begin,
			switches: ['latch-lock'],
			forkedFrom: {sum: '00000000', at: 600},
		};
		expect(playedIn({...journal, begin})).toMatchObject({
			fixes: ['latch-lock'],
			claimed: {forkedAt: 600},
		});
	});

	test('gives tasks their moments, and the lowest of safety and tasks the headline', () => {
		const score = scored([
			[300, 'update dynamodb errors investigating next 30'],
			[1_200, 'declare sev-3'],
		]);
		expect(axis(score, 'tasks')).toMatchObject({points: 50});
		expect(axis(score, 'tasks').moments).toContainEqual({at: 391, text: 'met: customers are told'});
		expect(score.headline.first).toBe(50);
	});

	test('counts an unsafe act with what came of it', () => {
		const safety = axis(scored([[600, 'advise flush on']]), 'safety');
		expect(safety.points).toBe(75);
		expect(safety.moments[0]?.text).toMatch(
			/^everybody flushes: without it, (the harm would have been the same|\d+ minutes of outage (less|more) by the end)$/u,
		);
	});

	test('says of an unsafe act what a run without it says, and not what came after it', () => {
		// Customers begin to suffer after this in either run: before and after would blame it.
		const level = {...LEVEL, unsafe: [unsafeOf('stopped', {done: 'pause dns-automation'})]};
		const safety = axis(
			scored(
				[
					[60, 'page dynamodb'],
					[60, 'break glass access'],
					[1_500, 'pause dns-automation'],
				],
				4_000,
				level,
			),
			'safety',
		);
		expect(safety.points).toBe(75);
		expect(safety.moments[0]?.text).toBe('stopped: without it, the harm would have been the same');
	});

	test('blames nobody for what is no act', () => {
		const level = {...LEVEL, unsafe: [unsafeOf('silent', {not: {updates: 1}})]};
		expect(axis(scored([], 4_000, level), 'safety').moments[0]?.text).toBe('silent');
	});

	test('counts harm from the second in which the player could act', () => {
		const harmIn = (level: Level) => {
			const again = scoreJournal(level, journalOf([], 3_400, level), null, VERSION);
			if (!again.ok) throw new Error(again.problem.message);
			return axis(again.score, 'harm').what;
		};
		const [late, whole] = [harmIn({...LEVEL, takeover: tick(1_800)}), harmIn(LEVEL)];
		const own = (what: string) => Number(/^\d+/.exec(what)?.[0]);
		expect(late).toMatch(/^(\d+) minutes of full outage since the takeover; nobody acting \1\./u);
		expect(own(late)).toBeLessThan(own(whole));
	});

	test('tries the trouble again once it is resolved', () => {
		const fallen = axis(scored([[1_200, 'declare sev-3']]), 'durability');
		expect(fallen).toMatchObject({points: 0});
		expect(fallen.what).toMatch(/it fell/u);
		const level = {...LEVEL, faults: [], recurrence: {...LEVEL.recurrence!, faults: []}};
		expect(axis(scored([[1_200, 'declare sev-3']], 4_000, level), 'durability').points).toBe(100);
		const again = {
			...level,
			recurrence: {
				...level.recurrence,
				faults: [{at: tick(60), to: 'dns', fault: {type: 'lose-tree', endpoint: 'regional'}}],
			},
		} as Level;
		expect(axis(scored([[1_200, 'declare sev-3']], 4_000, again), 'durability').points).toBe(0);
	});

	test.each<[string, readonly Act[], number]>([
		[
			'named at once, after a look',
			[
				[180, 'dig dynamodb'],
				[240, guess('dns-records')],
			],
			100,
		],
		['named at once, unseen', [[240, guess('dns-records')]], 80],
		['named before it was so', [[60, guess('dns-records')]], 0],
		[
			'named after a sure mistake',
			[
				[200, guess('attack')],
				[240, guess('dns-records')],
			],
			75,
		],
		[
			'named after an unsure mistake',
			[
				[200, guess('attack', 50)],
				[240, guess('dns-records')],
			],
			80,
		],
		['never named', [[200, guess('attack')]], 0],
	])('of a cause %s', (_, acts, points) => {
		expect(axis(scored(acts), 'diagnosis').points).toBe(points);
	});

	test('never punishes who acts first and looks later', () => {
		const acts: readonly Act[] = [
			[180, 'dig dynamodb'],
			[240, guess('dns-records')],
		];
		const first: readonly Act[] = [[150, 'page dynamodb'], ...acts];
		expect(axis(scored(first), 'diagnosis').points).toBe(axis(scored(acts), 'diagnosis').points);
	});

	test('asks whether customers heard in time, of the right thing, and as promised', () => {
		const silent = axis(scored([]), 'communication');
		const told = axis(
			scored([
				[300, 'update dynamodb errors investigating next 60'],
				[3_300, 'update dynamodb errors mitigating next 60'],
			]),
			'communication',
		);
		expect(silent.points).toBe(0);
		expect(axis(scored([], 1_800), 'communication').points).toBeNull();
		expect(told.points).toBe(100);
		const wrong = axis(scored([[900, 'update none none resolved next 5']]), 'communication');
		expect(wrong.points).toBeLessThan(told.points!);
		const texts = wrong.moments.map(({text}) => text).join('\n');
		expect(texts).toContain('“resolved” was too early');
		expect(texts).toContain('the promised update did not come');
	});

	test('says who played, and whether against the clock', () => {
		const untouched = {fixes: [], numbers: false};
		expect(scored([]).played).toEqual({
			claimed: {by: 'person', timed: true, forkedAt: null, salvaged: false},
			...untouched,
		});
		const notes: readonly Act[] = [
			[10, {about: 'program', text: 'protocol 1'}],
			[10, {about: 'untimed', text: ''}],
		];
		expect(scored(notes).played).toEqual({
			claimed: {by: 'program', timed: false, forkedAt: null, salvaged: false},
			...untouched,
		});
	});

	test('of an unfinished run is held against others at its last second', () => {
		const score = scored([], 3_400);
		expect(score.won).toBeNull();
		expect(axis(score, 'harm').points).toBe(0);
	});

	test('of a run that stopped before anybody could avoid anything has no points for avoiding it', () => {
		const harm = axis(scored([], 1_000), 'harm');
		expect(harm.points).toBeNull();
		expect(harm.what).toMatch(/Nothing could have been avoided by then\.$/u);
	});

	test('is the same every time, and is not given to a run that comes out otherwise', () => {
		const journal = journalOf([[300, 'page dynamodb']]);
		const once = scoreJournal(LEVEL, journal, EXPERT, VERSION);
		expect(scoreJournal(LEVEL, journal, EXPERT, VERSION)).toEqual(once);
		const lines = journal.lines.map(entry =>
			entry.line.kind === 'end' ? {...entry, line: {...entry.line, hash: '0'.repeat(16)}} : entry,
		);
		const forged = scoreJournal(LEVEL, {...journal, lines}, EXPERT, VERSION);
		expect(forged).toMatchObject({ok: false, divergence: {subsystem: 'end'}});
	});
});
