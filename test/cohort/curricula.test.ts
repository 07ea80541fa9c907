import {describe, expect, test} from 'vitest';
import {BUILDS_ON, CURRICULA, DEBRIEF_MINUTES, OPENING_MINUTES} from '../../src/session/index.ts';
import {ownLevels} from '../levels/own-levels.ts';

const LEVELS = new Map(ownLevels().map(level => [level.id, level]));

test('what a level builds on is told of levels that there are, and never in a circle', () => {
	const all = Object.entries(BUILDS_ON).flatMap(([id, before]) => [id, ...before]);
	expect(all.filter(id => !LEVELS.has(id))).toEqual([]);
	const before = (id: string): readonly string[] =>
		(BUILDS_ON[id] ?? []).flatMap(each => [each, ...before(each)]);
	for (const id of Object.keys(BUILDS_ON)) expect(before(id)).not.toContain(id);
	// The ladder is such an order by itself.
	for (const [id, others] of Object.entries(BUILDS_ON)) {
		const rung = LEVELS.get(id)?.ladder ?? null;
		if (rung === null) continue;
		for (const other of others) expect(LEVELS.get(other)?.ladder ?? Infinity).toBeLessThan(rung);
	}
	const free = ['first-steps', 'read-a-panel', 'sandbox'];
	expect([...LEVELS.keys()].filter(id => !(id in BUILDS_ON)).sort()).toEqual(free);
});

describe.each(CURRICULA)('$id', ({steps}) => {
	test('names levels that there are, each once, and none before what it builds on', () => {
		const names = steps.map(({level}) => level);
		expect(names.filter(name => !LEVELS.has(name))).toEqual([]);
		expect(new Set(names).size).toBe(names.length);
		for (const [place, name] of names.entries()) {
			const missing = (BUILDS_ON[name] ?? []).filter(each => !names.slice(0, place).includes(each));
			expect([name, missing]).toEqual([name, []]);
		}
	});
});

test('a trainer’s two hours are no more than two hours', () => {
	const steps = CURRICULA.find(({id}) => id === 'two-hours')?.steps ?? [];
	const played = steps.reduce((sum, {level}) => sum + (LEVELS.get(level)?.minutes ?? Infinity), 0);
	expect(OPENING_MINUTES + played + steps.length * DEBRIEF_MINUTES).toBeLessThanOrEqual(120);
});
