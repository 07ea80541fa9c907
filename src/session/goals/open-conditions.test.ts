import {describe, expect, test} from 'vitest';
import {levelOf, nightWithoutName} from '../../../test/support/level.builder.ts';
import type {Level} from '../../level/index.ts';
import {METRICS} from '../../observe/index.ts';
import {HARM_PARTS, NEEDS, ORDERS, ownerOf} from '../../sim/index.ts';
import {parseOrder} from '../command.ts';
import {advanceToNews} from '../next.ts';
import {leversOf, NEED_PARTS, trueInspection} from './index.ts';
import {relive} from '../relive/relive.ts';
import {givenSource} from '../relive/source.ts';
import {startRun, type Run} from '../run.ts';
import {open} from '../session.ts';

const VERSION = {game: '0.2.0', node: 20};

/** The name is lost for minutes; what the player may add to it is a throttle at all that is usual. */
const LEVEL = levelOf(`format: 1
id: short
title: Short
summary: The name is lost, and found.
start: '22:50'
limit: '03:00'
seed: '1'
faults: [{at: '23:30', to: dns, type: lose-tree, endpoint: regional}]
switches: []
parameters: {}
prelude:
  until: '00:00'
  orders:
    - '22:50:05 page dynamodb'
    - '22:50:05 page ec2'
    - '22:50:05 page lambda'
    - '22:50:05 page network'
    - '22:50:05 break glass access'
    - '23:33 pause dns-automation'
    - '23:35 repoint all rollback'
    - '23:50 flush resolvers customers'
    - '00:15 restore pollers sqs'
goals: {win: {milestone: event-over}, why: It is over., atLimit: lost}
`);
const START = 4_200;
const END = 15_000;
const THROTTLED = [[START + 60, 'throttle launches 100 percent']] as const;
const LIFTED = [...THROTTLED, [START + 4_800, 'throttle launches off']] as const;

function played(level: Level, orders: readonly (readonly [number, string])[], until: number) {
	const session = open(level, VERSION);
	for (const [at, words] of orders) {
		session.advance(at - session.now);
		expect(session.attempt('you', words)).toBeUndefined();
	}
	session.advance(until - session.now);
	return session;
}

describe('what is still open', () => {
	test('a throttle at 100 percent is a throttle: it stands on the screen, and a lost night names it', () => {
		const session = played(LEVEL, THROTTLED, END - 60);
		expect(session.observation.dashboard.impacted).toBe(0);
		expect(session.observation.open[0]).toEqual({
			id: 'launch-throttle',
			text: 'launch throttle at 100 %',
			about: 'launch throttle',
			until: '',
			needed: true,
		});
		session.advance(60);
		const {ended} = session.result();
		expect(ended).toMatchObject({won: false});
		expect(ended?.open[0]?.id).toBe('launch-throttle');
		expect(ended?.why).toMatch(/Still open: launch throttle at 100 %/);
		expect(session.observation.ended?.why).toBe(ended?.why);
	});

	test('closes with the order that lifts it, stops who runs to the next news, and the night is won', () => {
		const session = played(LEVEL, LIFTED, START + 4_800);
		advanceToNews(session, END);
		expect(session.now).toBeLessThan(START + 4_900);
		expect(session.observation.open.map(({id}) => id)).not.toContain('launch-throttle');
		session.advance(END);
		expect(session.result().ended).toMatchObject({won: true, open: []});
	});

	test('is not told while the name is gone', () => {
		expect(played(nightWithoutName('01:00'), [], 900).observation.open).toEqual([]);
	});

	test('is told to who takes over, from the first second', () => {
		const rules = `prelude: {until: '00:20', orders: ['23:41 page dynamodb', '23:42 break glass access']}
goals: {win: {all: [{done: update}, {metric: dynamodb.customerErrors, below: 0.01}]}, why: Done., atLimit: lost}`;
		const session = open(nightWithoutName('01:00', rules), VERSION);
		expect(session.observation.open.map(({text}) => text)).toEqual([
			'update not done yet',
			expect.stringMatching(/^DynamoDB errors \d/),
			'SQS pollers down',
		]);
	});

	test.each([
		['lambda.sqsPollersDown', 'below: 0.5', [], 'SQS pollers down'],
		['ec2.throttled', 'below: 1', ['throttle launches 100 percent'], 'launch throttle at 100 %'],
		['dwfm.gated', 'below: 1', ['gate dwfm 3'], 'DWFM gate 3/s'],
		['lambda.pollerLimit', 'above: 0.99', ['throttle pollers 40'], 'poller limit at 40 %'],
	])(
		'a lever that the level asks after by its metric, %s, is told once, as it is set',
		(metric, limit, orders, text) => {
			const rules = `prelude: {until: '00:20', orders: ['23:41 page dynamodb', '23:42 page ec2', '23:42 page lambda', '23:42 break glass access']}
goals: {win: {all: [{metric: ${metric}, ${limit}}, {metric: dynamodb.customerErrors, below: 0.01}]}, why: Done., atLimit: lost}`;
			const level = nightWithoutName('01:00', rules);
			const session = open(level, VERSION);
			for (const words of orders) expect(session.attempt('you', words)).toBeUndefined();
			session.advance(600);
			const {open: standing} = session.observation;
			expect(standing.filter(each => each.text === text)).toHaveLength(1);
			expect(standing.map(({id}) => id)).not.toContain(metric);
			expect(standing.find(each => each.text === text)).toMatchObject({needed: true, until: ''});
		},
	);
});

test('each thing that a milestone waits for means what its part on the screen means', () => {
	const run = startRun(LEVEL, {seed: LEVEL.seed, switches: [], parameters: {}, observed: false});
	const source = givenSource(LIFTED.map(([at, words]) => ({order: 0, by: 'you', at, words})));
	const seen = new Set<string>();
	const compare = ({world, evaluation}: Run) => {
		const sight = trueInspection(world, evaluation.since, evaluation.memory);
		for (const {id, holds} of NEEDS['event-over']) {
			const isOpen = NEED_PARTS[id].some(part => part.isOpen(sight));
			expect([world.now, id, isOpen]).toEqual([world.now, id, !holds(world)]);
			if (isOpen) seen.add(id);
		}
	};
	relive(run, source, {
		until: END,
		recorders: [
			each => {
				if (each.world.now % 7 === 0) compare(each);
			},
		],
	});
	expect(seen.size).toBeGreaterThan(3);
});

describe('levers', () => {
	const changing = Object.entries(ORDERS).filter(
		([id, {kind}]) => kind === 'do' && !['incidentCall', 'identity'].includes(ownerOf({id}) ?? ''),
	);

	test('every order that can move the Region says what it moves, by the names of metrics', () => {
		const metrics = new Set<string>(METRICS.map(({id}) => id));
		for (const [id, {moves = []}] of changing) {
			expect(moves, id).not.toEqual([]);
			expect(
				moves.filter(each => !metrics.has(each)),
				id,
			).toEqual([]);
		}
	});

	test('what lifts it is an order with the same blanks', () => {
		for (const [id, {liftedBy, forms, blanks}] of changing) {
			if (liftedBy === undefined) continue;
			const filled = liftedBy.replace(/<([a-z-]+)>/gu, (_, name: string) => {
				const blank = blanks[name];
				return blank?.kind === 'word' ? blank.words[0]! : `<${name}>`;
			});
			expect(parseOrder(filled).ok, `${id}: ${forms[0] ?? ''}`).toBe(true);
		}
	});

	test('what people fill in first is what the blank takes', () => {
		for (const [id, {blanks}] of Object.entries(ORDERS)) {
			for (const blank of Object.values(blanks)) {
				if (blank.kind === 'text' || blank.usual === undefined) continue;
				for (const each of blank.usual) {
					if (blank.kind === 'word') expect(blank.words, id).toContain(each);
					else expect(Number(each) >= blank.min && Number(each) <= blank.max, id).toBe(true);
				}
			}
		}
	});

	test('every part of harm has some', () => {
		const without = HARM_PARTS.filter(({id}) => leversOf(`harm.${id}`).length === 0);
		expect(without.map(({id}) => id)).toEqual(['cloudwatch']);
	});
});
