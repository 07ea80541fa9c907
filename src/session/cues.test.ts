import {expect, test} from 'vitest';
import {factsOf, WITHHELD} from '../view/say/facts/index.ts';
import type {Level} from '../level/index.ts';
import {parseLevel} from '../level/file/index.ts';
import {hashOf} from '../sim/index.ts';
import {parseJournal} from './parse-journal.ts';
import {replay} from './relive/replay.ts';
import {relive} from './relive/relive.ts';
import {NOBODY} from './relive/source.ts';
import {copyRun, runFrom, startRun, type Run} from './run.ts';
import {open} from './session.ts';
import {VOCABULARY} from './vocabulary.ts';

function levelWith(faults: string, more = ''): Level {
	const text = `format: 1
id: cues
title: Cues
summary: What a level does by itself.
start: '10:00'
limit: '12:00'
seed: '1'
faults: [${faults}]
switches: []
parameters: {}
goals: {win: {done: reroute border}, why: It is over., atLimit: lost}
${more}`;
	const parsed = parseLevel(text, VOCABULARY);
	if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
	return parsed.level;
}

const LOSS = "{at: '10:05', to: border, type: packet-loss, share: 0.2, seconds: 600}";
const SETUP = {seed: '1', switches: [], parameters: {}, observed: false};

/** Seconds in which something was so, as spans. */
function spans(run: Run, until: number, isSo: (run: Run) => boolean): readonly string[] {
	const found: string[] = [];
	let since = -1;
	while (run.world.now < until) {
		relive(run, NOBODY, {until: run.world.now + 1});
		const {now} = run.world;
		if (isSo(run) && since === -1) since = now;
		if (isSo(run) || since === -1) continue;
		found.push(`${String(since)}-${String(now - 1)}`);
		since = -1;
	}
	return found;
}

const stsFails = ({world}: Run) => world.identity.output.stsErrors > 0.1;
const STS = 'to: identity, type: sts-errors, share: 0.5, seconds: 30';

test.each([
	['once', '', ['301-330']],
	['once it has been so for a while', 'for: 2,', ['421-450']],
	['again while it is so', 'again: 3,', ['301-330', '481-510', '661-690', '841-870']],
])('a fault is struck %s', (_, keys, expected) => {
	const level = levelWith(`${LOSS}, {when: {metric: border.loss, above: 0.1}, ${keys} ${STS}}`);
	const found = spans(startRun(level, SETUP), 1_500, stsFails);
	expect(found).toEqual(expected);
});

test('it is struck by what a player did, and not by what the night shift did', () => {
	const fault = `${LOSS}, {when: {given: page network}, ${STS}}`;
	const prelude = "prelude: {until: '10:02', orders: ['10:01 page network']}";
	expect(spans(startRun(levelWith(fault, prelude), SETUP), 600, stsFails)).toEqual([]);
	const session = open(levelWith(fault), {game: 'test', node: 0});
	session.advance(60);
	session.attempt('ana', 'page network');
	session.advance(3);
	expect(session.observation.now).toBe(63);
	session.advance(400);
	expect(session.ended).toBe(false);
});

test('a run that is set aside and gone on with is the same', () => {
	const level = levelWith(`${LOSS}, {when: {metric: border.loss, above: 0.1}, again: 3, ${STS}}`);
	const run = startRun(level, SETUP);
	relive(run, NOBODY, {until: 400});
	const copy = runFrom(copyRun(run));
	for (const each of [run, copy]) relive(each, NOBODY, {until: 900});
	expect(hashOf(copy.world)).toBe(hashOf(run.world));
});

test('a journal of it is verified', () => {
	const level = levelWith(`${LOSS}, {when: {metric: border.loss, above: 0.1}, again: 3, ${STS}}`);
	const lines: string[] = [];
	const session = open(level, {game: 'test', node: 0, onLine: line => lines.push(line)});
	session.advance(310);
	session.attempt('ana', 'page network');
	session.advance(8_000);
	expect(session.ended).toBe(true);
	const journal = parseJournal(lines.map(line => `${line}\n`).join(''));
	if (!journal.ok) throw new Error(journal.problem.message);
	expect(replay(level, journal.journal, {game: 'test', node: 0, observed: false})).toMatchObject({
		ok: true,
		divergence: null,
		result: {hash: session.result().hash},
	});
});

const OWN = `alerts:
  - {id: shop-carts, group: services, severity: page, metric: border.loss, above: 0.1, title: 'Shop: {} of carts are lost'}
chat:
  - {from: Ada of the shop, role: account-manager, when: {metric: border.loss, above: 0.1}, for: 1, words: [Our carts are gone., Still gone.]}
  - {from: Ada of the shop, role: account-manager, when: {done: reroute border}, words: [They are back.]}
darkens:
  - {panel: network, when: {all: [{metric: border.loss, above: 0.1}, {at: '10:10'}]}}
`;

test('a level adds alarms, remarks and panels that go dark, and each follows the Region', () => {
	const session = open(levelWith(LOSS, OWN), {game: 'test', node: 0});
	const own = () => session.observation.alerts.find(({id}) => id === 'shop-carts');
	const said = () => session.observation.chat.filter(({from}) => from === 'Ada of the shop');
	const shown = () => factsOf('alerts', session.observation, {filter: ''});
	session.advance(299);
	expect([own(), said(), session.observation.withheld.panels]).toEqual([undefined, [], []]);
	session.advance(180);
	expect(own()).toMatchObject({severity: 'page', title: 'Shop: 20 % of carts are lost'});
	expect(JSON.stringify(shown())).toContain('of carts are lost');
	expect(said().map(({text}) => text)).toEqual(['Our carts are gone.']);
	session.attempt('ana', 'ack shop-carts');
	session.advance(130);
	expect(own()?.acknowledgedBy).toBe('ana');
	expect(session.observation.withheld.panels).toEqual(['network']);
	expect(factsOf('network', session.observation, {filter: ''}).note).toBe(WITHHELD);
	expect(session.observation.metrics['border.loss']).toBeUndefined();
	session.advance(600);
	expect(own()?.clearedAt).not.toBeNull();
	expect(session.observation.withheld.panels).toEqual([]);
	expect(said()).toHaveLength(1);
});

test('what a level adds goes on in a run that was set aside', () => {
	const level = levelWith(LOSS, OWN);
	const run = startRun(level, {...SETUP, observed: true});
	relive(run, NOBODY, {until: 450});
	const copy = runFrom(copyRun(run));
	for (const each of [run, copy]) relive(each, NOBODY, {until: 1_500});
	expect(copy.observer).toEqual(run.observer);
});
