import fs from 'node:fs';
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {goldenNamed, goldenRuns, goldenText, nameOf} from '../../../test/golden/golden.ts';
import {levelNamed} from '../../../test/levels/own-levels.ts';
import {forgedLink, linkOf} from '../../../test/support/forged-link.ts';
import type {Journal} from '../journal.types.ts';
import {open} from '../session.ts';
import {parseJournal} from '../parse-journal.ts';
import {notesIn, replay, whyRefused} from '../relive/replay.ts';
import {scoreJournal} from '../score/score.ts';
import {packedRun} from './packed-run.ts';
import {isRunLink, readRunLink, RUN_LINK_LENGTH_MAX, runLink} from './run-link.ts';

const GAME = {game: '0.2.0', node: 20};

function journalOf(text: string): Journal {
	const parsed = parseJournal(text);
	if (!parsed.ok) throw new Error(parsed.problem.message);
	return parsed.journal;
}

function linkTo(journal: Journal): string {
	const made = runLink(journal);
	if (!made.ok) throw new Error(made.message);
	return made.link;
}

function read(link: string): Journal {
	const found = readRunLink(link);
	if (!found.ok) throw new Error(found.message);
	expect(journalOf(found.text)).toEqual(found.journal);
	return found.journal;
}

function golden(level: string, player = 'textbook'): Journal {
	return journalOf(goldenText(goldenNamed(level, player)) ?? '');
}

/** The one sentence that a link is refused with. */
function refusal(link: string): string {
	const found = readRunLink(link);
	expect(found.ok, link.slice(0, 60)).toBe(false);
	const {message} = found as {readonly message: string};
	expect(message).toMatch(/^[A-Z][^\n]{10,900}[.?]$/u);
	return message;
}

/** All that a journal says of what was ordered and what came of it. */
function toldIn({begin, lines}: Journal) {
	return [
		begin,
		lines.flatMap(({line}) => (line.kind === 'do' || line.kind === 'end' ? [line] : [])),
	];
}

/** A run as people play them: looks and orders, all that can be noted, and names of any letters. */
function played(by: string, advance: number): Journal {
	const lines: string[] = [];
	const session = open(levelNamed('read-a-panel'), {...GAME, onLine: line => lines.push(line)});
	session.note(by, {about: 'opened', panel: 'dns'});
	session.note(by, {about: 'untimed', text: 'by lines'});
	session.note(by, {about: 'paused', seconds: 30});
	session.attempt(by, 'show alerts');
	session.advance(70);
	session.note(by, {about: 'opened', panel: 'dns'});
	session.note(by, {
		...{about: 'hypothesis', suspect: 'dns-automation', confidence: 80},
		unless: '<script>alert(1)</script> ünlikely',
	});
	session.attempt(by, 'query dns regional');
	session.advance(advance);
	session.noteReached();
	return journalOf(`${lines.join('\n')}\n`);
}

describe('a run in a link', () => {
	test.each(goldenRuns().map(run => [nameOf(run), run] as const))(
		'says the same as the journal of %s, in 8 kB at most',
		(_, run) => {
			const journal = journalOf(goldenText(run) ?? '');
			const link = linkTo(journal);
			expect(link.length).toBeLessThanOrEqual(RUN_LINK_LENGTH_MAX);
			expect(link).toMatch(/^#run=[\w.-]+$/u);
			expect(toldIn(read(link))).toEqual(toldIn(journal));
		},
	);

	test('comes out as it says when it is lived again, and has the score of its journal', () => {
		const {level} = goldenNamed('read-a-panel', 'textbook');
		for (const journal of [played('ana', 600)]) {
			const linked = read(linkTo(journal));
			expect(whyRefused(level, linked, GAME)).toBeNull();
			const scores = [journal, linked].map(each => scoreJournal(level, each, null, GAME));
			expect(scores[1]).toEqual(scores[0]);
			expect(scores[0]).toMatchObject({ok: true});
		}
	});

	test('that claims what did not come to be is found out', () => {
		const {level} = goldenNamed('read-a-panel', 'textbook');
		const [begin, names, lines, end] = packedRun(golden('read-a-panel')) as [
			object,
			string[],
			unknown[],
			object,
		];
		const forged = [
			[begin, names, lines, {...end, harm: 0}],
			[begin, names, lines, {...end, hash: '0'.repeat(16)}],
			[begin, names, lines.slice(0, -1), end],
			[{...begin, seed: 'other'}, names, lines, end],
		];
		for (const each of forged) {
			const lived = replay(level, read(forgedLink(each)), {...GAME, observed: false});
			expect(lived.ok && lived.problem?.message).toMatch(/^It does not replay as recorded/u);
		}
	});

	test('keeps the notes that count, and none of pace or of what was said for oneself', () => {
		const kept = notesIn(read(linkTo(played('ana', 60)))).map(({note}) => note.about);
		expect(kept).toEqual(['opened', 'untimed', 'hypothesis']);
	});

	test('survives any names and any spaces around it', () => {
		fc.assert(
			fc.property(fc.string({unit: 'grapheme', maxLength: 40}), by => {
				const journal = played(by, 60);
				expect(toldIn(read(`  https://a.example/drill/${linkTo(journal)}\n`))).toEqual(
					toldIn(journal),
				);
			}),
			{numRuns: 5},
		);
	});

	test('of the first form is read for ever, and as the journal that it was made of', () => {
		const [link, journal] = ['link-1.txt', 'format-3.journal.jsonl'].map(name =>
			fs.readFileSync(new URL(`../../../saves/formats/${name}`, import.meta.url), 'utf8'),
		) as [string, string];
		expect(toldIn(read(link))[0]).toEqual(toldIn(journalOf(journal))[0]);
		const told = (of: Journal) => of.lines.flatMap(({line}) => (line.kind === 'do' ? [line] : []));
		expect(told(read(link))).toEqual(told(journalOf(journal)));
		expect(notesIn(read(link)).map(({note}) => note.about)).toEqual([
			...['program', 'untimed', 'opened', 'hypothesis', 'prediction', 'prediction'],
		]);
	});

	test('that would be too long is refused when it is made', () => {
		const journal = golden('read-a-panel');
		const orders = Array.from({length: 700}, (_, index) => ({
			...{kind: 'do' as const, at: 9 * index, order: index + 1, what: 'show alerts'},
			by: `${String(Math.imul(index, 0x9e3779b1))} operator`,
		}));
		const lines = orders.map(line => ({number: 1, line}));
		expect(runLink({...journal, lines})).toEqual({
			ok: false,
			message: expect.stringMatching(
				/^It takes \d{4,} characters in a link, and 8192 is the most: share the journal itself\.$/u,
			),
		});
	});
});

describe('a link that is not as it was made is refused with a sentence', () => {
	const link = linkTo(golden('read-a-panel'));

	test('cut at any character, from either end', () => {
		for (let at = 0; at < link.length; at++) {
			refusal(link.slice(0, at));
			if (at > 0) refusal(`#run=${link.slice('#run='.length + at)}`);
		}
	});

	test('with any one character changed', () => {
		for (let at = '#run='.length; at < link.length; at++) {
			for (const other of ['A', '7', '.']) {
				if (link[at] !== other) refusal(link.slice(0, at) + other + link.slice(at + 1));
			}
		}
	});

	test('with two neighbours exchanged, or in other case', () => {
		for (let at = '#run='.length; at + 1 < link.length; at++) {
			const [one, two] = [link[at]!, link[at + 1]!];
			if (one !== two) refusal(link.slice(0, at) + two + one + link.slice(at + 2));
		}
		refusal(link.toUpperCase());
	});

	test('whatever it is', () => {
		fc.assert(fc.property(fc.string(), text => void refusal(`#run=${text}`)));
		fc.assert(fc.property(fc.string(), text => void refusal(`#run=1.0.2.0.${text}`)));
	});

	test('of a megabyte, and one that unpacks to fifty', () => {
		expect(refusal(`#run=1.0.2.0.${'A'.repeat(1024 * 1024)}.00000000`)).toMatch(
			/longer than 8192/u,
		);
		const bomb = linkOf(new Uint8Array(5_000_000));
		expect(bomb.length).toBeLessThan(RUN_LINK_LENGTH_MAX);
		expect(refusal(bomb)).toMatch(/more than 64 kB/u);
	});

	test('of another form, and says what plays it', () => {
		expect(refusal(`#run=2.1.4.0-rc1.whatever~it(is)`)).toBe(
			'It is of form 2, of game 1.4.0-rc1, and this game reads form 1: `npx outage-oncall@1.4 replay LINK` plays it.',
		);
	});

	test('of another world, and says what plays it', () => {
		const journal = golden('read-a-panel');
		const other = {...journal, begin: {...journal.begin, world: 9, game: '0.9.1'}};
		const refused = whyRefused(levelNamed('read-a-panel'), read(linkTo(other)), GAME);
		expect(refused?.problem.message).toMatch(/`npx outage-oncall@0\.9 replay FILE` plays it/u);
	});

	const [begin, , , end] = packedRun(golden('read-a-panel')) as [object, unknown, unknown, object];
	test.each([
		['nothing', null],
		['a number', 7],
		['text', 'play'],
		['an object', {begin}],
		['an empty list', []],
		['no lines', [begin, [], null, end]],
		['lines that are none', [begin, ['a'], [1, 'x', {}], end]],
		['no end', [begin, ['a'], [], null]],
		['an end that begins', [begin, ['a'], [], {...begin, kind: 'begin'}]],
		['a name with a direction', [begin, ['a\u202eb'], [[1, 0, 'show alerts']], 5]],
		['a name with a control', [begin, ['a\u001b[2Jb'], [[1, 0, 'show alerts']], 5]],
		['a name of a thousand letters', [begin, ['a'.repeat(1000)], [[1, 0, 'show alerts']], 5]],
		['a seed with a line feed', [{...begin, seed: 'a\nb'}, ['a'], [], 5]],
		[
			'an order back in time',
			[
				begin,
				['a'],
				[
					[9, 0, 'x'],
					[-5, 0, 'x'],
				],
				9,
			],
		],
		['an end before its orders', [begin, ['a'], [[9, 0, 'x']], 3]],
		['a time that is none', [begin, ['a'], [[1e300, 0, 'x']], 3]],
		['a time that is half', [begin, ['a'], [[0.5, 0, 'x']], 3]],
		['a switch that nobody knows', [{...begin, switches: ['x']}, [], [], 3]],
		['a prototype', [{...begin, parameters: JSON.parse('{"__proto__": {"a": 1}}')}, [], [], 3]],
		['a note of no kind', [begin, ['a'], [[1, 0, {about: 'x'}]], 3]],
	])('whose checksum fits and that holds %s', (_, packed) => {
		refusal(forgedLink(packed));
	});

	test('whose checksum fits and whose lists go deep', () => {
		refusal(linkOf(new Uint8Array(60_000).fill('['.charCodeAt(0))));
	});
});

test.each([
	['#run=1.0.2.0.x.y', true],
	['https://oncall.example/drill/?a=b#run=1', true],
	['http://localhost:4000/#run=', true],
	['file:///srv/site/index.html#run=1', true],
	['HTTPS://ONCALL.EXAMPLE/#run=1', true],
	['run.journal.jsonl', false],
	['./#run=1', false],
	['saves/#run=1.journal.jsonl', false],
	['#play=october-20', false],
	['https://oncall.example/#play=october-20', false],
])('%s is a link that holds a run: %s', (text, is) => {
	expect(isRunLink(text)).toBe(is);
});
