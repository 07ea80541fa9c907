import {describe, expect, test} from 'vitest';
import type {InjectDeed, Level} from '../../level/index.ts';
import {parseLevel} from '../../level/file/index.ts';
import {hashOf} from '../../sim/index.ts';
import {parseJournal} from '../parse-journal.ts';
import {recordedRunOf} from '../relive/recorded-run.ts';
import {relive} from '../relive/relive.ts';
import {fork} from '../relive/fork.ts';
import {replay, resume} from '../relive/replay.ts';
import {allOf, givenSource, heardSource, NOBODY} from '../relive/source.ts';
import {copyRun, runFrom, startRun} from '../run.ts';
import {open} from '../session.ts';
import {VOCABULARY} from '../vocabulary.ts';

const VERSIONS = {game: 'test', node: 20};
const ROOM = {seats: [{id: 'solo', title: 'Solo', roles: [], areas: []}], fog: 'thick'} as const;

function levelText(injects = ''): string {
	return `format: 1
id: injected
title: Injected
summary: An hour in which nothing happens by itself.
start: '10:00'
limit: '11:00'
seed: '1'
faults: []
switches: []
parameters: {}
goals: {win: {metric: border.loss, above: 2}, why: It is over., atLimit: won}
${injects}`;
}

function levelWith(injects = ''): Level {
	const parsed = parseLevel(levelText(injects), VOCABULARY);
	if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
	return parsed.level;
}

const LOSS: InjectDeed = {
	...{does: 'strike', to: 'border'},
	fault: {type: 'packet-loss', share: 0.2, seconds: 600},
};
const DARK: InjectDeed = {does: 'darken', panel: 'dns', minutes: 5};
const ASKS: InjectDeed = {does: 'write', from: 'Ana', role: 'support', words: 'How long?'};
const ROBOT: InjectDeed = {does: 'order', from: 'robot', words: 'pause planner'};

/** A run with an inject every minute, and its journal. */
function played(deeds: readonly InjectDeed[], seconds = 600) {
	const level = levelWith();
	const lines: string[] = [];
	const session = open(level, {...VERSIONS, room: ROOM, onLine: line => lines.push(line)});
	for (const deed of deeds) {
		session.advance(60);
		const event = {kind: 'injected', name: 'it', deed} as const;
		expect(session.note('facilitator', {about: 'room', ms: 0, event})).toBeUndefined();
	}
	session.advance(seconds - session.now);
	session.noteReached();
	const parsed = parseJournal(lines.map(line => `${line}\n`).join(''));
	if (!parsed.ok) throw new Error(parsed.problem.message);
	return {level, session, journal: parsed.journal};
}

describe('an inject', () => {
	test('is a fault of the Region in the next second', () => {
		const {session} = played([LOSS], 120);
		const loss = session.observation.metrics['border.loss'];
		expect(loss?.value).toBeCloseTo(0.2);
	});

	test('is a panel that is dark for so long', () => {
		const {session} = played([DARK], 61);
		expect(session.observation.withheld.panels).toEqual(['dns']);
		session.advance(298);
		expect(session.observation.withheld.panels).toEqual(['dns']);
		session.advance(2);
		expect(session.observation.withheld.panels).toEqual([]);
	});

	test('is a line of somebody who is not on the call', () => {
		const {session} = played([ASKS], 61);
		expect(session.observation.chat.at(-1)).toMatchObject({at: 60, from: 'Ana', text: 'How long?'});
	});

	test('is an order of a colleague, which is no order of the player', () => {
		const {session} = played([ROBOT, ROBOT], 200);
		const {orders} = session.observation;
		expect(orders.map(({by, text}) => [by, text])).toEqual([
			['robot', 'pause planner'],
			['robot', 'pause planner'],
		]);
		expect(new Set(orders.map(({order}) => order)).size).toBe(2);
		expect(orders.every(({order}) => order <= 0)).toBe(true);
		expect(session.given).toBe(0);
	});
});

describe('a run with injects', () => {
	const ALL = [LOSS, DARK, ASKS, ROBOT];

	test('comes out the same whenever its journal is lived, without the palette', () => {
		const {level, session, journal} = played(ALL);
		const again = replay(level, journal, VERSIONS);
		if (!again.ok) throw new Error(again.problem.message);
		expect(again.divergence).toBeNull();
		expect(again.result).toEqual(session.result());
		const resumed = resume(level, journal, {...VERSIONS, onLine: () => undefined});
		if (!resumed.ok) throw new Error(resumed.problem.message);
		expect(resumed.session.observation).toEqual(session.observation);
	});

	test('comes out another way without one of them', () => {
		const [all, less] = [played(ALL), played([DARK, ASKS, ROBOT])];
		expect(all.session.result().hash).not.toBe(less.session.result().hash);
	});

	test('is the same set aside in any second and gone on with', () => {
		const {level, journal, session} = played(ALL);
		const recorded = recordedRunOf(level, journal);
		const source = () => allOf([givenSource(recorded.orders), heardSource(recorded)]);
		for (const at of [59, 60, 61, 180, 240, 241]) {
			const run = startRun(level, {...recorded, observed: true});
			const first = source();
			relive(run, first, {until: at});
			const aside = runFrom(copyRun(run));
			relive(aside, source(), {until: 600});
			expect(hashOf(aside.world)).toBe(session.result().hash);
		}
	});

	test('is left in the second of an inject, which then comes about', () => {
		const {level, journal} = played(ALL);
		for (const at of [60, 240]) {
			const branch = fork(level, journal, at, {...VERSIONS, onLine: () => undefined});
			if (!branch.ok) throw new Error(branch.problem.message);
			branch.session.advance(10);
			const run = startRun(level, {...recordedRunOf(level, journal), observed: false});
			const {injects} = recordedRunOf(level, journal);
			const till = injects.filter(each => each.at <= at);
			relive(run, allOf([heardSource({suspicions: [], injects: till}), NOBODY]), {until: at + 10});
			expect(branch.session.result().hash).toBe(hashOf(run.world));
		}
	});
});

describe('a palette', () => {
	test('leaves the hash of its level as it is', () => {
		const own = levelWith('injects: [{id: it, what: It., dark: dns, minutes: 5}]');
		expect(own.injects).toEqual([{id: 'it', what: 'It.', deed: DARK}]);
		expect(own.hash).toBe(levelWith().hash);
	});

	test.each([
		['{id: a, what: It.}', 'an inject has one of fault, dark, writes, order'],
		['{id: a, what: It., dark: dns, order: resume planner}', 'an inject has one of'],
		['{id: a, what: It., dark: cellar}', 'no panel is called “cellar”'],
		['{id: a, what: It., order: fly away}', 'is not a command'],
		['{id: a, what: It., order: resume planner, minutes: 5}', '`minutes` goes with `dark`'],
		['{id: a, what: It., dark: dns, from: robot}', '`from` goes with `order`'],
		['{id: a, what: It., dark: dns, minutes: 0}', 'minutes'],
		['{id: a, what: It., fault: {to: dns, type: lose-tree}}', 'endpoint'],
		[
			"{id: a, what: It., fault: {at: '10:05', to: dns, type: lose-tree, endpoint: regional}}",
			'it is struck when it is given',
		],
		['{id: a, what: It., dark: dns}, {id: a, what: It., dark: dns}', 'exists already'],
	])('with %s is refused where it stands', (inject, why) => {
		const parsed = parseLevel(levelText(`injects: [${inject}]`), VOCABULARY);
		expect(parsed.ok).toBe(false);
		if (parsed.ok) return;
		expect(parsed.problems.map(({message}) => message).join(' ')).toContain(why);
		expect(parsed.problems.every(({line}) => line === 12)).toBe(true);
	});
});
