import {describe, expect, test} from 'vitest';
import type {Level} from '../../level/index.ts';
import {parseLevel} from '../../level/file/index.ts';
import {tick} from '../../sim/index.ts';
import {parseJournal} from '../parse-journal.ts';
import {replay} from '../relive/replay.ts';
import {open} from '../session.ts';
import {VOCABULARY} from '../vocabulary.ts';

const VERSION = {game: '0.1.0', node: 20};

/** An hour in which the regional name loses its tree at 23:30, with rules of its own. */
function aLevel(rules: string): Level {
	const parsed = parseLevel(
		`format: 1
id: short
title: Short
summary: An hour.
start: '23:20'
limit: '00:20'
seed: 1
faults:
  - {at: '23:30', to: dns, type: lose-tree, endpoint: regional}
switches: []
parameters: {}
${rules}`,
		VOCABULARY,
	);
	if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
	return parsed.level;
}

/** What a level makes of orders, each given at its second, and the journal of it. */
function played(level: Level, orders: readonly (readonly [at: number, words: string])[] = []) {
	const lines: string[] = [];
	const session = open(level, {...VERSION, observed: false, onLine: line => lines.push(line)});
	for (const [at, words] of orders) {
		session.advance(at - 1 - session.now);
		expect(session.attempt('you', words)).toBeUndefined();
	}
	session.advance(level.limit - session.now);
	return {result: session.result(), text: lines.map(line => `${line}\n`).join('')};
}

const goals = (win: string, rest = 'atLimit: lost') =>
	`goals: {win: ${win}, why: Done., ${rest}}\n`;
const EMPTY = '{metric: dns.answers.regional, below: 1}';

describe('a run ends', () => {
	test.each<[string, string, string, boolean, string]>([
		['as soon as it is won', goals(EMPTY), '23:30:00', true, 'Done.'],
		[
			'lost before it is won',
			goals(EMPTY, `lose: [{when: ${EMPTY}, why: Gone.}], atLimit: won`),
			'23:30:00',
			false,
			'Gone.',
		],
		[
			'at its limit, lost',
			goals('{milestone: event-over}'),
			'00:20:00',
			false,
			expect.stringMatching(/^Time ran out before it was done\./) as string,
		],
		[
			'at its limit, won',
			goals('{milestone: event-over}', 'atLimit: won'),
			'00:20:00',
			true,
			'Done.',
		],
		[
			'after it has been so for a while',
			goals(`{holds: ${EMPTY}, minutes: 5}`),
			'23:35:00',
			true,
			'Done.',
		],
		[
			'at a time',
			goals("{all: [{at: '23:50'}, {not: {automation: dns-automation, is: paused}}]}"),
			'23:50:00',
			true,
			'Done.',
		],
	])('%s', (_, rules, at, won, why) => {
		expect(played(aLevel(rules)).result.ended).toMatchObject({at, won, why});
	});
});

test('a night whose story does not come is won, an hour after it should have', () => {
	const story = "story: {nameEmptiesFrom: '23:25', nameEmptiesUntil: '23:28'}\n";
	const level = {...aLevel(goals('{milestone: event-over}') + story), faults: []};
	expect(played(level).result.ended).toMatchObject({at: '00:20:00', won: false});
	const longer = {...level, limit: tick(level.limit + 3_600)};
	const {ended} = played(longer).result;
	expect(ended).toMatchObject({at: '00:28:00', won: true});
	expect(ended?.why).toMatch(/^Prevented: /u);
	const begun = {...longer, faults: aLevel('').faults};
	expect(played(begun).result.ended).toMatchObject({at: '01:20:00', won: false});
});

describe('a task is asked where it comes to it', () => {
	const task = (asked: string) =>
		`${goals("{at: '00:10'}")}tasks: [{id: page, what: page somebody, asked: ${asked}, met: {done: page}, before: '23:50'}]\n`;
	test.each<[string, string, readonly (readonly [number, string])[], string]>([
		['and missed there', EMPTY, [], 'missed'],
		['and met there', EMPTY, [[900, 'page ec2']], 'met'],
		['spared where it does not', '{milestone: nlb-errors-start}', [], 'spared'],
		['spared where it comes too late', "{at: '23:55'}", [], 'spared'],
	])('%s', (_, asked, orders, state) => {
		expect(played(aLevel(task(asked)), orders).result.tasks).toMatchObject([{state}]);
	});
});

test('a level without goals ends as the world does', () => {
	expect(played(aLevel('')).result.ended).toMatchObject({at: '00:20:00', won: false});
});

describe('what the player does', () => {
	const DECLARE = [60, 'declare sev-1'] as const;
	test.each<[string, string, readonly (readonly [number, string])[], boolean]>([
		['an order that took effect', '{done: declare sev-1}', [DECLARE], true],
		['an order that begins otherwise', '{done: declare sev-2}', [DECLARE], false],
		[
			'an order refused is no order done',
			'{done: pause dns-automation}',
			[[60, 'pause dns-automation']],
			false,
		],
		['an order refused was not given', '{given: pause}', [[60, 'pause dns-automation']], false],
		['an order taken on was given', '{given: page}', [[60, 'page dynamodb']], true],
		['a beginning is of whole words', '{given: post one}', [[60, 'post onerous']], false],
		[
			'two updates',
			'{updates: 2}',
			[
				[60, 'post one'],
				[90, 'post two'],
			],
			true,
		],
		['one update is not two', '{updates: 2}', [[60, 'post one']], false],
		[
			'one before the other',
			'{first: {done: page}, then: {done: declare}}',
			[[60, 'page ec2']],
			true,
		],
		[
			'the other way round',
			'{first: {done: page}, then: {done: declare}}',
			[
				[60, 'declare sev-1'],
				[400, 'page ec2'],
			],
			false,
		],
		[
			'looking touches nothing',
			'{metric: orders.touched, above: 0}',
			[
				[60, 'show border'],
				[90, 'declare sev-1'],
			],
			false,
		],
		['harm is counted', '{metric: harm.total, above: 5}', [], true],
	])('%s', (_, condition, orders, won) => {
		const {result} = played(aLevel(goals(condition)), orders);
		expect(result.ended?.won).toBe(won);
	});
});

const JUDGED = `tasks:
  - {id: early, what: declared early, met: {done: declare}, before: '23:25'}
  - {id: any, what: declared, met: {done: declare}}
  - {id: paged, what: paged, met: {done: page}}
unsafe:
  - {id: quiet, what: nobody told, when: {all: [${EMPTY}, {not: {updates: 1}}]}}
diagnosis:
  - {suspect: dns-records, when: ${EMPTY}}
decisions:
  - {id: look, what: whether to look, when: ${EMPTY}, alternatives: [show zone regional]}
hints:
  - {when: ${EMPTY}, text: How many addresses does the name have?}
`;

test('tasks are met or missed, and what was unsafe and what was true is noted with its second', () => {
	const {result} = played(aLevel(JUDGED), [
		[400, 'declare sev-1'],
		[900, 'post we look into it'],
	]);
	expect(result).toMatchObject({
		tasks: [
			{id: 'early', state: 'missed', at: '23:25:00', tick: 300},
			{id: 'any', state: 'met', tick: 415},
			{id: 'paged', state: 'missed', at: '00:20:00'},
		],
		unsafe: [{id: 'quiet', at: '23:30:00'}],
		diagnosis: [{suspect: 'dns-records', from: 600, until: null}],
		decisions: [{id: 'look', tick: 600}],
	});
});

test('a hint is there while its moment lasts', () => {
	const session = open(aLevel(JUDGED), {...VERSION, observed: false});
	session.advance(599);
	expect(session.hints()).toEqual([]);
	session.advance(1);
	expect(session.hints()).toEqual(['How many addresses does the name have?']);
});

describe('a night that began before the player', () => {
	const rules = `prelude: {until: '23:50', orders: ['23:21 declare sev-2', '23:22 page dynamodb']}
withhold: {orders: [repoint]}
orderDelay: 3
tasks: [{id: declared, what: declared by the player, met: {done: declare}}]
`;
	test('is lived by the model, and is not the player’s', () => {
		const session = open(aLevel(rules), VERSION);
		expect(session.now).toBe(1_800);
		expect(session.observation.severity).toBe('sev-2');
		expect(session.observation.teams.find(({team}) => team === 'dynamodb')?.state).toBe('present');
		session.advance(10);
		expect(session.result().tasks).toMatchObject([{id: 'declared', state: 'open'}]);
	});

	test('withholds orders, and lets others take longer', () => {
		const session = open(aLevel(rules), VERSION);
		session.attempt('you', 'repoint all rollback');
		session.attempt('you', 'declare sev-1');
		session.advance(60);
		expect(session.observation.orders.slice(-2)).toMatchObject([
			{state: 'refused', message: 'This drill is played without it.'},
			{state: 'done', at: 1_801, due: 1_846},
		]);
	});

	test('withholds instruments, whoever asks for them', () => {
		const session = open(aLevel('withhold: {instruments: [curve, probe]}'), VERSION);
		for (const order of ['show curve', 'show probe', 'show hosts']) session.attempt('you', order);
		session.advance(60);
		const withheld = {state: 'refused', message: 'This drill is played without it.'};
		expect(session.observation.orders).toMatchObject([withheld, withheld, {text: 'show hosts'}]);
		expect(session.observation.orders[2]?.message).not.toBe(withheld.message);
	});

	test('goes on beside the player, with what is withheld from the player', () => {
		const beside = `prelude: {until: '23:50', orders: ['23:55 dig regional', '23:56 page ec2']}
withhold: {orders: [page]}
`;
		const session = open(aLevel(beside), VERSION);
		session.attempt('you', 'page ec2');
		session.advance(600);
		expect(session.observation.orders).toMatchObject([
			{by: 'you', text: 'page ec2', state: 'refused'},
			{by: 'night shift', text: 'dig regional', state: 'done', at: 2_100},
			{by: 'night shift', text: 'page ec2', state: 'done', at: 2_160},
		]);
	});

	test('replays from a journal that begins after it', () => {
		const level = aLevel(rules);
		const {result, text} = played(level, [
			[1_900, 'declare sev-1'],
			[2_000, 'page ec2'],
		]);
		const parsed = parseJournal(text);
		if (!parsed.ok) throw new Error(parsed.problem.message);
		expect(parsed.journal.lines.map(({line}) => line.at)[0]).toBe(1_860);
		const replayed = replay(level, parsed.journal, VERSION);
		expect(replayed).toMatchObject({ok: true, divergence: null});
		expect(replayed.ok && replayed.result).toEqual(result);
	});
});
