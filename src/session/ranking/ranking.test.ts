import {describe, expect, test} from 'vitest';
import {levelOf} from '../../../test/support/level.builder.ts';
import {parsePanel} from '../../level/file/index.ts';
import {valueAt} from '../../sim/index.ts';
import {startRun} from '../run.ts';
import {relive} from '../relive/relive.ts';
import {scriptSource} from '../relive/source.ts';
import {agreement, judgedByPanel, panelOf} from './panel.ts';
import {placesOf} from './places.ts';
import {rankedBy, type Lived} from './scripted.ts';

const LEVEL = levelOf(`format: 1
id: short
title: Short
summary: An hour.
start: '23:00'
limit: '00:30'
seed: 1
faults: []
switches: []
parameters: {}
goals:
  win: {done: declare sev-1}
  why: It is declared.
  lose: []
  atLimit: lost
decisions:
  - id: at-once
    what: What comes first?
    when: {at: '23:05'}
    alternatives: ['page ec2', 'throttle launches 100 percent']
`);
const DECISION = valueAt(LEVEL.decisions, 0);
/** nothing yet, page ec2, throttle launches 100 percent */
const [NOTHING, PAGE, THROTTLE] = [0, 1, 2] as const;

function lived(orders: Readonly<Record<number, string>>): Lived {
	const run = startRun(LEVEL, {
		...{seed: '1', switches: [], parameters: {}, observed: false},
	});
	const planned = Object.entries(orders).map(([at, words]) => ({at: Number(at), words}));
	relive(run, scriptSource('ana', {orders: planned, rules: []}), {until: LEVEL.limit});
	const {world, evaluation} = run;
	return {
		...{by: 'ana', orders: world.orders, cameAt: [...evaluation.decidedAt]},
		won: world.ending?.won === true,
	};
}

describe('who gives orders ranks them by when', () => {
	test.each<[string, Record<number, string>, readonly number[]]>([
		['one and then the other', {400: 'page ec2', 1_900: 'throttle launches 50 percent'}, [3, 1, 2]],
		[
			'one, and the other too late',
			{400: 'page ec2', 3_600: 'throttle launches 50 percent'},
			[2, 1, 3],
		],
		['neither', {400: 'declare sev-2'}, [1, 2.5, 2.5]],
		['another team', {400: 'page dynamodb'}, [1, 2.5, 2.5]],
	])('%s', (_, orders, places) => {
		const ranked = rankedBy(lived(orders), LEVEL, DECISION);
		expect(ranked?.places).toEqual(places);
		expect(ranked?.counts).toBe(false);
	});

	test('and not where it never came to that', () => {
		expect(rankedBy(lived({200: 'declare sev-1'}), LEVEL, DECISION)).toBeNull();
	});
});

test('what is alike shares the middle of its places', () => {
	expect(placesOf([5, 1, 5, Infinity])).toEqual([2.5, 1, 2.5, 4]);
});

describe('a panel', () => {
	const say = (by: string, places: readonly number[], counts = true) => ({
		...{by, places, why: '', counts},
	});

	test('comes to what most of it says, and names who would begin otherwise', () => {
		const panel = panelOf([say('a', [1, 2, 3]), say('b', [1, 3, 2]), say('c', [3, 1, 2])]);
		expect(panel.places).toEqual([1, 2, 3]);
		expect(panel.minority.map(({by}) => by)).toEqual(['c']);
	});

	test('hears those who won, and all of them where nobody did', () => {
		const lost = [say('a', [1, 2, 3], false), say('b', [1, 2, 3], false)];
		expect(panelOf([...lost, say('c', [3, 2, 1])]).places).toEqual([3, 2, 1]);
		expect(panelOf(lost).places).toEqual([1, 2, 3]);
		expect(panelOf([])).toEqual({all: [], places: [], minority: []});
	});

	test('agrees in the pairs that both put in an order', () => {
		expect(agreement([1, 2, 3], [1, 2, 3])).toEqual({same: 3, pairs: 3});
		expect(agreement([3, 2, 1], [1, 2, 3])).toEqual({same: 0, pairs: 3});
		expect(agreement([1, 2.5, 2.5], [2, 1, 3])).toEqual({same: 1, pairs: 2});
	});
});

describe('a panel of people', () => {
	const file = (ranks: string) =>
		`format: 1\nlevel: short\nexperts:\n  - name: Ada\n    ranks:\n${ranks}`;

	test('says in options what it would do; what it leaves out comes behind', () => {
		const read = parsePanel(
			file('      - {decision: at-once, order: [page ec2], why: Nobody is there.}\n'),
			LEVEL,
		);
		const [ada] = read.ok ? judgedByPanel(read.panel, DECISION) : [];
		expect(ada).toMatchObject({by: 'Ada', why: 'Nobody is there.', counts: true});
		expect(ada?.places[PAGE]).toBe(1);
		expect([ada?.places[NOTHING], ada?.places[THROTTLE]]).toEqual([2.5, 2.5]);
	});

	test.each<[string, string, number, RegExp]>([
		[
			'a decision that there is not',
			'{decision: at-onc, order: [page ec2], why: x}',
			6,
			/at-once/u,
		],
		[
			'an option that there is not',
			'{decision: at-once, order: [page ec3], why: x}',
			6,
			/no option/u,
		],
		['one option twice', '{decision: at-once, order: [page ec2, page ec2], why: x}', 6, /twice/u],
		['no reason', '{decision: at-once, order: [page ec2]}', 6, /why/u],
		['a key of its own', '{decision: at-once, order: [page ec2], why: x, vote: 1}', 6, /vote/u],
	])('is refused with its line: %s', (_, row, line, message) => {
		const read = parsePanel(file(`      - ${row}\n`), LEVEL);
		expect(read.ok ? [] : read.problems).toMatchObject([{line}]);
		expect(read.ok ? '' : (read.problems[0]?.message ?? '')).toMatch(message);
	});

	test('is of its level', () => {
		const text = file('      - {decision: at-once, order: [page ec2], why: x}\n');
		const read = parsePanel(text.replace('level: short', 'level: long'), LEVEL);
		expect(read.ok ? [] : read.problems).toMatchObject([{line: 2}]);
	});
});
