import {describe, expect, test} from 'vitest';
import {nightWithoutName} from '../../test/support/level.builder.ts';
import {parseExpectation} from './expectation.ts';
import {advanceToNews} from './next.ts';
import {NOTE_LENGTH_MAX} from './notes.ts';
import type {Note} from './notes.types.ts';
import {parseJournal} from './parse-journal.ts';
import {notesIn, replay, resume} from './relive/replay.ts';
import {open} from './session.ts';

const VERSION = {game: '0.1.0', node: 20};
const LEVEL = nightWithoutName('23:55');

function begun() {
	const lines: string[] = [];
	const session = open(LEVEL, {...VERSION, onLine: line => lines.push(line)});
	const journal = () => {
		const parsed = parseJournal(lines.map(line => `${line}\n`).join(''));
		if (!parsed.ok) throw new Error(parsed.problem.message);
		return parsed.journal;
	};
	return {session, lines, journal};
}

const GUESS: Note = {about: 'hypothesis', suspect: 'dns-records', confidence: 70, unless: 'x'};

describe('notes', () => {
	test('stand in the journal, come back with it, and leave the world alone', () => {
		const noted = begun();
		noted.session.advance(200);
		noted.session.note('you', GUESS);
		noted.session.note('you', {about: 'opened', panel: 'dns'});
		noted.session.advance(10_000);
		noted.session.note('you', {about: 'felt', text: 'tense'});
		const bare = begun();
		bare.session.advance(10_000);
		expect(noted.session.result().hash).toBe(bare.session.result().hash);
		expect(notesIn(noted.journal())).toEqual([
			{at: 200, by: 'you', note: GUESS},
			{at: 200, by: 'you', note: {about: 'opened', panel: 'dns'}},
			{at: 900, by: 'you', note: {about: 'felt', text: 'tense'}},
		]);
		expect(noted.session.notes).toEqual(notesIn(noted.journal()));
		expect(replay(LEVEL, noted.journal(), VERSION)).toMatchObject({ok: true, divergence: null});
	});

	test('of a run that goes on are still known', () => {
		const {session, journal} = begun();
		session.note('you', GUESS);
		session.advance(30);
		session.noteReached();
		const resumed = resume(LEVEL, journal(), VERSION);
		expect(resumed.ok && resumed.session.notes).toEqual([{at: 0, by: 'you', note: GUESS}]);
	});

	test('of a panel are taken once a minute', () => {
		const {session, lines} = begun();
		for (const wait of [0, 10, 49, 1]) {
			session.advance(wait);
			expect(session.note('you', {about: 'opened', panel: 'dns'})).toBeUndefined();
			session.note('you', {about: 'opened', panel: 'log'});
		}
		expect(session.notes.map(({at}) => at)).toEqual([0, 0, 60, 60]);
		expect(lines.filter(line => line.includes('"opened"'))).toHaveLength(4);
	});

	test('are printable and short, whatever was typed', () => {
		const {session, journal} = begun();
		session.note('\u001b[2Jyou', {about: 'story', text: `\u202ea\n\tb ${'x'.repeat(9_000)}`});
		const [kept] = notesIn(journal());
		expect(kept?.by).toBe('[2Jyou');
		expect(kept?.note).toEqual({about: 'story', text: `a b ${'x'.repeat(NOTE_LENGTH_MAX - 4)}`});
	});

	test('that cannot be kept say why', () => {
		const {session} = begun();
		expect(session.note('you', {...GUESS, confidence: 49})?.message).toMatch(
			/50 to 100|50 and 100/,
		);
		session.advance(10_000);
		expect(session.note('you', GUESS)?.message).toBe('The run has ended.');
		expect(session.note('you', {about: 'commitment', text: 'dig first'})).toBeUndefined();
	});
});

describe('the next event', () => {
	test('is stopped at in its very second', () => {
		const {session} = begun();
		const before = session.news;
		expect(advanceToNews(session, 900)).toBe('news');
		const stopped = session.now;
		expect(session.news).toBeGreaterThan(before);
		expect(session.observation.news).toBe(session.news);
		const again = begun().session;
		again.advance(stopped - 1);
		expect(again.news).toBe(before);
	});

	test('is not waited for beyond the limit given, nor beyond the end', () => {
		const {session} = begun();
		expect([advanceToNews(session, 5), session.now]).toEqual(['until', 5]);
		let came = '';
		for (let asked = 0; asked < 100 && came !== 'ended'; asked++)
			came = advanceToNews(session, 5_000);
		expect([came, session.now]).toEqual(['ended', 900]);
	});
});

describe('an expectation', () => {
	test.each<[string, object]>([
		[
			'store.customerErrors falls',
			{metric: 'dynamodb.customerErrors', change: 'falls', value: null, minutes: 15},
		],
		[
			'dynamodb.customerErrors falls within 10 min',
			{metric: 'dynamodb.customerErrors', change: 'falls', value: null, minutes: 10},
		],
		[
			'Empty answers, customers  BELOW 5 % within 30 minutes',
			{metric: 'resolvers.customersEmpty', change: 'below', value: 0.05, minutes: 30},
		],
		[
			'dns.answers.regional above 0',
			{metric: 'dns.answers.regional', change: 'above', value: 0, minutes: 15},
		],
		['newestplan rises', {metric: 'dns.newestPlan', change: 'rises', value: null, minutes: 15}],
	])('reads %s', (text, expectation) => {
		expect(parseExpectation(text)).toEqual({ok: true, expectation});
	});

	test.each<[string, RegExp]>([
		['it gets better', /reads “METRIC falls within 10 min”/],
		['errors falls', /could be any of \d+ metrics/],
		['dynamodb.customerErors falls', /is not a metric/],
		['dynamodb.customerErrors falls within 0 min', /1 to 600 minutes/],
	])('tells what is wrong with %s', (text, message) => {
		const parsed = parseExpectation(text);
		expect(parsed.ok ? '' : parsed.problem.message).toMatch(message);
	});

	test('offers the names that were meant', () => {
		const parsed = parseExpectation('dynamodb.customerErors falls');
		expect(parsed.ok ? [] : parsed.problem.suggestions).toContain('dynamodb.customerErrors');
	});
});
