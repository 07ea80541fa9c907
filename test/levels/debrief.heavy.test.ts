import {describe, expect, test} from 'vitest';
import {createBaseline, type RecordedRun} from '../../src/session/index.ts';
import type {Level} from '../../src/level/index.ts';
import {tick} from '../../src/sim/kernel/index.ts';
import {debriefIn} from '../support/debrief.builder.ts';
import {levelNamed, scriptsOf} from './own-levels.ts';

/** A run of the player's own orders, each so many seconds after the takeover. */
function livedOn(level: Level, ...orders: readonly (readonly [number, string])[]): RecordedRun {
	return {
		seed: level.seed,
		switches: [],
		parameters: {},
		orders: orders.map(([after, words], index) => ({
			order: index + 1,
			by: 'you',
			at: level.takeover + after,
			words,
		})),
		suspicions: [],
		injects: [],
		until: level.limit,
	};
}

describe('the debrief of a level', () => {
	const empty = levelNamed('one-empty-answer');

	test('names the order at its decision point that would have won it', () => {
		const {decisions, orders, from, startSecondsOfDay} = debriefIn(empty, livedOn(empty));
		expect(decisions[0]).toMatchObject({turns: 'won'});
		expect(decisions[0]?.other).toContain('“repoint regional 136”');
		// What the night shift did before is lived, and is not the player's.
		expect(orders).toEqual([]);
		expect(startSecondsOfDay + from).toBe(9 * 3_600 + 55 * 60);
	});

	test('finds that hands off would have been best', () => {
		const quiet = levelNamed('quiet-shift');
		const meddled = livedOn(quiet, [150, 'pause dns-automation'], [900, 'pause nlb-failover']);
		const {result, decisions} = debriefIn(quiet, meddled);
		expect(result.ended?.won).toBe(false);
		expect(decisions[0]).toMatchObject({turns: 'won', other: 'none of that'});
	});

	test('puts the author’s orders in place of those that stand in their way', () => {
		const spoilt = livedOn(empty, [430, 'clean zone regional'], [460, 'pin regional 5']);
		const {result, decisions} = debriefIn(empty, spoilt);
		expect(result.ended?.won).toBe(false);
		expect(decisions[0]).toMatchObject({turns: 'won'});
		expect(decisions[0]?.other).toContain('only “repoint regional 136”');
	});

	test('tells the expert’s whole night where no one decision would have won it', () => {
		const comms = levelNamed('comms-only');
		const script = scriptsOf(comms)['textbook'];
		if (script === undefined) throw new Error('there is a textbook');
		const silent = livedOn(comms);
		const references = [{id: 'expert', label: 'textbook', script}] as const;
		const {decisions} = debriefIn(comms, silent, {references});
		expect(decisions.map(({id, turns}) => ({id, turns}))).toEqual([
			{id: 'as the expert', turns: 'won'},
		]);
		expect(decisions[0]?.other).toContain('“update many-services errors investigating next 30”');
		// Words change nothing of what failed: each is counted to its own end, and the loss came soon.
		expect(decisions[0]).toMatchObject({horizon: 'own ends', then: {ended: {won: true}}});
		expect(debriefIn(comms, silent).decisions).toEqual([]);
	});

	test('counts harm on after a loss, and keeps what the loss was', () => {
		const staged = levelNamed('staged-restarts');
		const {outcome} = createBaseline(staged, livedOn(staged));
		const early = createBaseline(
			{...staged, limit: tick(outcome.ended?.at ?? 1)},
			{
				...livedOn(staged),
				until: outcome.ended?.at ?? 1,
			},
		);
		expect(outcome.ended).toMatchObject({won: false});
		expect(outcome.ended?.at).toBeLessThan(staged.limit);
		expect(outcome.harm.total).toBeGreaterThan(early.outcome.harm.total + 10);
		expect(outcome.traces['harm']).toHaveLength(Math.floor(staged.limit / 300) + 1);
	});
});
