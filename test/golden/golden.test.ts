import {describe, expect, test} from 'vitest';
import {parseJournal, replay, type RunResult} from '../../src/session/index.ts';
import {assert} from '../../src/sim/kernel/index.ts';
import {tick} from '../../src/sim/index.ts';
import {ownLevels} from '../levels/own-levels.ts';
import {EVERY_CASE, times} from '../support/sampled.ts';
import {
	gameVersion,
	goldenKept,
	goldenNamed,
	goldenRuns,
	goldenText,
	nameOf,
	record,
	tellTheSame,
	type Golden,
} from './golden.ts';

const RUNS = goldenRuns();
/** How each level is won, and what of October 20 is held beside the record. */
const ORDINARY = ['textbook', 'as-it-happened', 'reference-operator'];
const TRIED = RUNS.filter(({player}) => EVERY_CASE || ORDINARY.includes(player));
/** So long somebody is asked again what to do: till DynamoDB answers and its first leases are back. */
const ASKED_SECONDS = times(4 * 3_600, Infinity);
const lived = new Map<string, RunResult>();

function replayed(run: Golden): RunResult {
	const known = lived.get(nameOf(run));
	if (known !== undefined) return known;
	const anew = `\`npm run golden -- ${run.level.id}\` writes it anew`;
	const text = goldenText(run);
	assert(text !== undefined, `${nameOf(run)} has no golden journal: ${anew}`);
	const parsed = parseJournal(text);
	assert(parsed.ok, `the golden journal of ${nameOf(run)} can be read`);
	const {journal} = parsed;
	const again = replay(run.level, journal, {game: gameVersion(), node: 20, observed: false});
	assert(again.ok, `${again.ok ? '' : again.problem.message} ${anew}`);
	expect(again.divergence).toBeNull();
	expect(journal.ended).toBe(again.result.ended !== null);
	lived.set(nameOf(run), again.result);
	return again.result;
}

function october(player: string): RunResult {
	return replayed(goldenNamed('october-20', player));
}

function errorOf(player: string, id: string): number | null {
	const milestone = october(player).milestones.find(known => known.id === id);
	assert(milestone !== undefined, `${id} is a milestone`);
	return milestone.errorMinutes;
}

describe('golden runs', () => {
	test.each(TRIED.map(run => [nameOf(run), run] as const))(
		'%s replays to the same hashes',
		{timeout: 120_000},
		(_, run) => {
			expect(replayed(run).hash).toMatch(/^[0-9a-f]{16}$/);
		},
	);

	test('there are some of every level, and none that nobody plays', () => {
		expect([...goldenKept()].sort()).toEqual(RUNS.map(nameOf).sort());
		const levels = ownLevels().map(({id}) => id);
		expect([...new Set(RUNS.map(({level}) => level.id))].sort()).toEqual([...levels].sort());
	});

	test.each(RUNS.filter(({script}) => script === null).map(run => [nameOf(run), run] as const))(
		'%s, asked again, gives the same orders',
		{timeout: 120_000},
		(_, run) => {
			const until = tick(Math.min(ASKED_SECONDS, run.level.limit));
			expect(tellTheSame(record(run, until).journal, goldenText(run), until)).toBe(true);
		},
	);
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

test('October 20 can be lost, done as AWS did, and done far better', () => {
	const harm = (player: string) => october(player).harm.total;
	expect(october('silent').ended?.won).toBe(false);
	expect(october('reckless').ended?.won).toBe(false);
	expect(october('as-it-happened').ended?.won).toBe(true);
	expect(october('textbook').ended?.won).toBe(true);
	expect(harm('textbook')).toBeLessThan(harm('as-it-happened') / 2.5);
	expect(harm('as-it-happened')).toBeLessThan(harm('silent') / 2);
	expect(Math.abs(harm('reference-operator') / harm('as-it-happened') - 1)).toBeLessThan(0.1);
});
