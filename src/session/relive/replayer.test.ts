import {describe, expect, test} from 'vitest';
import {nightWithoutName} from '../../../test/support/level.builder.ts';
import {fork} from './fork.ts';
import type {Journal} from '../journal.types.ts';
import {parseJournal} from '../parse-journal.ts';
import {notesIn, replay} from './replay.ts';
import {openReplay, type Replayer} from './replayer.ts';
import {open} from '../session.ts';

const VERSION = {game: '0.1.0', node: 20};
const LEVEL = nightWithoutName('01:10');
const END = 5_400;

function read(lines: readonly string[]): Journal {
	const parsed = parseJournal(lines.map(line => `${line}\n`).join(''));
	if (!parsed.ok) throw new Error(parsed.problem.message);
	return parsed.journal;
}

/** A run with orders at odd seconds, and what it looked like on the way. */
function lived(until = END) {
	const lines: string[] = [];
	const session = open(LEVEL, {...VERSION, onLine: line => lines.push(line)});
	const seen = new Map<number, unknown>();
	for (const [at, words] of [
		[130, 'dig dynamodb'],
		[301, 'page dynamodb'],
		[1_800, 'show plans'],
		[1_801, 'post update we see it'],
		[4_000, 'dig dynamodb'],
	] as const) {
		if (at >= until) break;
		session.advance(at - session.now);
		seen.set(at, session.observation);
		session.attempt('you', words);
		session.note('you', {about: 'opened', panel: 'dns'});
	}
	session.advance(until - session.now);
	session.noteReached();
	seen.set(session.now, session.observation);
	return {lines, journal: read(lines), seen, hash: session.result().hash};
}

function replayer(journal: Journal): Replayer {
	const opened = openReplay(LEVEL, journal, VERSION);
	if (!opened.ok) throw new Error(opened.problem.message);
	return opened.replayer;
}

const RUN = lived();

describe('a replay that is watched', () => {
	test('shows at every second what was seen then, forwards, backwards, built or not', () => {
		const shown = replayer(RUN.journal);
		for (const ready of [false, true]) {
			if (ready) while (shown.build(1_000));
			for (const [at, observation] of [...RUN.seen, ...[...RUN.seen].reverse()]) {
				shown.seek(at);
				expect(shown.session.now).toBe(at);
				expect(shown.session.observation).toEqual(observation);
			}
		}
		shown.seek(END);
		expect(shown.session.result().hash).toBe(RUN.hash);
		expect(shown.refused).toBeNull();
	});

	test('plays on as it was played', () => {
		const shown = replayer(RUN.journal);
		for (const step of [1, 7, 1_000, 900, 50_000]) shown.session.advance(step);
		expect(shown.session.now).toBe(END);
		expect(shown.session.ended).toBe(true);
		expect(shown.session.result().hash).toBe(RUN.hash);
	});

	test('learns in slices, and knows every order, page and milestone then', () => {
		const shown = replayer(RUN.journal);
		expect([shown.first, shown.last, shown.built]).toEqual([0, END, 0]);
		expect(shown.build(600)).toBe(true);
		expect(shown.built).toBe(600);
		while (shown.build(600));
		expect(shown.built).toBe(END);
		const of = (kind: string) => shown.moments.filter(moment => moment.kind === kind);
		expect(of('order').map(({at, text}) => [at, text])).toContainEqual([131, 'dig regional']);
		expect(of('milestone')).toContainEqual({
			at: 120,
			kind: 'milestone',
			text: 'the regional name answers with zero addresses',
		});
		expect(of('alert').length).toBeGreaterThan(2);
		shown.seek(of('alert')[0]!.at);
		const titles = shown.session.observation.alerts
			.filter(({raisedAt}) => raisedAt === shown.session.now)
			.map(({title}) => title);
		expect(titles).toContain(of('alert')[0]!.text);
		expect(shown.moments.map(({at}) => at)).toEqual(
			shown.moments.map(({at}) => at).toSorted((a, b) => a - b),
		);
	});

	test('takes neither orders nor notes, and shows only what was noted by then', () => {
		const shown = replayer(RUN.journal);
		expect(shown.session.attempt('you', 'dig dynamodb')?.message).toMatch(/replay/);
		expect(shown.session.note('you', {about: 'felt', text: 'x'})?.message).toMatch(/replay/);
		shown.seek(400);
		expect(shown.session.notes.map(({at}) => at)).toEqual([130, 301]);
	});

	test('says where it leaves its journal, and shows nothing after that', () => {
		const lines = RUN.journal.lines.map(entry =>
			entry.line.kind === 'mark' && entry.line.at === 1_200
				? {...entry, line: {...entry.line, hashes: {...entry.line.hashes, dns: '0'.repeat(16)}}}
				: entry,
		);
		const shown = replayer({...RUN.journal, lines});
		expect(shown.last).toBe(END);
		while (shown.build(1_000));
		expect(shown.refused).toMatchObject({divergence: {at: 1_200, subsystem: 'dns'}});
		expect([shown.built, shown.last]).toEqual([1_200, 1_200]);
		shown.seek(END);
		expect([shown.session.now, shown.session.ended]).toEqual([1_200, true]);
		expect(shown.fork(VERSION)).toMatchObject({
			ok: false,
			problem: {message: expect.stringContaining('It does not replay as recorded')},
		});
		// What came before is the record, and can be taken over.
		shown.seek(1_100);
		expect(shown.fork(VERSION).ok).toBe(true);
	});
});

describe('a fork', () => {
	test.each([0, 130, 131, 1_800, 2_000])('at %i that does nothing else is the run again', at => {
		const lines: string[] = [];
		const forked = fork(LEVEL, RUN.journal, at, {...VERSION, onLine: line => lines.push(line)});
		if (!forked.ok) throw new Error(forked.problem.message);
		for (const {line} of RUN.journal.lines) {
			if (line.kind !== 'do' || line.at <= at) continue;
			forked.session.advance(line.at - 1 - forked.session.now);
			forked.session.attempt(line.by, line.what);
		}
		forked.session.advance(END);
		expect(forked.session.result().hash).toBe(RUN.hash);
		const journal = read(lines);
		expect(journal.begin.forkedFrom).toEqual({sum: RUN.journal.sum, at});
		expect(journal.lines.filter(({line}) => line.kind === 'do')).toHaveLength(5);
		expect(replay(LEVEL, journal, VERSION)).toMatchObject({ok: true, divergence: null});
	});

	test('keeps what was noted until then, and is a journal that stands alone', () => {
		const shown = replayer(RUN.journal);
		while (shown.build(10_000));
		shown.seek(1_800);
		const lines: string[] = [];
		const forked = shown.fork({...VERSION, onLine: line => lines.push(line)});
		if (!forked.ok) throw new Error(forked.problem.message);
		expect(forked.session.now).toBe(1_800);
		forked.session.attempt('you', 'show leases');
		forked.session.advance(700);
		forked.session.noteReached();
		const journal = read(lines);
		expect(notesIn(journal)).toEqual(notesIn(RUN.journal).filter(({at}) => at <= 1_800));
		const again = replay(LEVEL, journal, VERSION);
		expect(again).toMatchObject({ok: true, divergence: null});
		expect(again.ok && again.result.hash).toBe(forked.session.result().hash);
		expect(shown.session.now).toBe(1_800); // What is watched stays where it is.
	});

	test.each<[string, number, Journal, RegExp]>([
		['after the end', END, RUN.journal, /had ended by then/],
		['beyond what was played', 800, lived(700).journal, /did not come as far/],
	])('%s is refused', (_, at, journal, message) => {
		const forked = fork(LEVEL, journal, at, VERSION);
		expect(forked.ok ? '' : forked.problem.message).toMatch(message);
	});
});
