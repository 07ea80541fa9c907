import fs from 'node:fs';
import {describe, expect, test} from 'vitest';
import {parseJournal, replay, type RunResult} from '../../src/session/index.ts';
import {assert} from '../../src/sim/kernel/index.ts';
import {gameVersion, GOLDEN, goldenFile, goldenLevel, record, type Golden} from './golden.ts';

const level = goldenLevel();
const lived = new Map<Golden, RunResult>();

function replayed(name: Golden): RunResult {
	const known = lived.get(name);
	if (known !== undefined) return known;
	const parsed = parseJournal(fs.readFileSync(goldenFile(name), 'utf8'));
	assert(parsed.ok, 'a golden journal can be read');
	const again = replay(level, parsed.journal, {game: gameVersion(), node: 20, observed: false});
	assert(again.ok, 'a golden journal belongs to this level and version');
	expect(again.divergence).toBeNull();
	lived.set(name, again.result);
	return again.result;
}

function errorOf(name: Golden, id: string): number | null {
	const milestone = replayed(name).milestones.find(known => known.id === id);
	assert(milestone !== undefined, `${id} is a milestone`);
	return milestone.errorMinutes;
}

describe('golden runs', () => {
	test.each(GOLDEN)('%s replays to the same hashes', {timeout: 120_000}, name => {
		expect(replayed(name).hash).toMatch(/^[0-9a-f]{16}$/);
	});

	test('the reference operator, asked again, gives the same orders', {timeout: 120_000}, () => {
		expect(record('reference-operator').journal).toBe(
			fs.readFileSync(goldenFile('reference-operator'), 'utf8'),
		);
	});
});

describe('as it happened, beside the record', () => {
	test.each([
		['record-empty', 5],
		['leases-lapsed', 5],
		['dynamodb-recovered', 5],
		['all-leases', 5],
		['launches-succeed', 15],
		['nlb-errors-start', 15],
		['network-latency-elevated', 15],
		['health-checks-degraded', 15],
		['nlb-errors-end', 15],
		['network-normal', 15],
		['ec2-normal', 15],
		['event-over', 15],
	])('%s comes within %i minutes', (id, minutes) => {
		expect(Math.abs(errorOf('as-it-happened', id) ?? Infinity)).toBeLessThanOrEqual(minutes);
	});
});

describe('the reference operator, who has no clock', () => {
	test.each([
		'dynamodb-recovered',
		'all-leases',
		'launches-succeed',
		'nlb-errors-end',
		'network-normal',
		'ec2-normal',
		'event-over',
	])('%s, which it decides, comes within 30 minutes', id => {
		expect(Math.abs(errorOf('reference-operator', id) ?? Infinity)).toBeLessThanOrEqual(30);
	});
});

test('it can be lost, done as AWS did, and done far better', () => {
	const harm = (name: Golden) => replayed(name).harm.total;
	expect(replayed('silent').ended?.won).toBe(false);
	expect(replayed('reckless').ended?.won).toBe(false);
	expect(replayed('as-it-happened').ended?.won).toBe(true);
	expect(replayed('textbook').ended?.won).toBe(true);
	expect(harm('textbook')).toBeLessThan(harm('as-it-happened') / 5);
	expect(harm('as-it-happened')).toBeLessThan(harm('silent') / 2);
	expect(Math.abs(harm('reference-operator') / harm('as-it-happened') - 1)).toBeLessThan(0.1);
});
