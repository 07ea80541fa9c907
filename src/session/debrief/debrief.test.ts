import {levelNamed} from '../../../test/levels/own-levels.ts';
import {describe, expect, test} from 'vitest';
import {LOST_LEASES} from '../../../test/support/debrief.builder.ts';
import {change, keyOf, together} from '../relive/change.ts';
import type {RecordedRun} from '../relive/recorded-run.ts';
import {decisionsOf} from './decisions.ts';
import {liveJob} from './job.ts';
import {createBaseline, whatIf} from './baseline.ts';
import {whatIfInShort} from './enough.ts';
import {betterMoves, isAdvisable, mattered, savedBy} from './ranking.ts';
import {createSearch} from './search.ts';
import type {Job, JobResult} from './search-state.ts';

const ORDERS = [
	'page ec2',
	'show leases',
	'throttle launches 5 percent',
	'restart dwfm batch 10 every 190',
];

function livedWith(times: readonly number[]): RecordedRun {
	return {
		seed: 'debrief',
		switches: [],
		parameters: {},
		orders: ORDERS.map((words, index) => ({
			order: index + 1,
			by: 'somebody',
			at: times[index] ?? 1,
			words,
		})),
		suspicions: [],
		injects: [],
		until: LOST_LEASES.limit,
	};
}

const baseline = createBaseline(LOST_LEASES, livedWith([60, 420, 1_800, 2_700]));

describe('a changed run', () => {
	test('that changes nothing is the run itself, from wherever it goes on', () => {
		for (const {order, at} of baseline.recorded.orders) {
			expect(whatIf(baseline, change({move: [{order, at}]}))).toEqual(baseline.outcome);
		}
	});

	test('is the run that would have been lived so from the start', () => {
		const moved = whatIf(baseline, change({move: [{order: 3, at: 1_200}]}));
		expect(moved).toEqual(createBaseline(LOST_LEASES, livedWith([60, 420, 1_200, 2_700])).outcome);
		expect(moved).not.toEqual(baseline.outcome);
	});

	test('keeps orders that make no sense any more as attempts', () => {
		const alone = createBaseline(LOST_LEASES, {...baseline.recorded, orders: []});
		expect(whatIf(baseline, change({leaveOut: [1]}))?.harm).toEqual(alone.outcome.harm);
	});

	test('takes its steps when what they wait for is seen, and is then what those orders come to', () => {
		const off = ['throttle launches off'];
		const steps = [[{team: 'ec2', bad: [], calm: [], minutes: 5, words: off} as const]];
		const stepped = whatIf(baseline, change({add: [{at: 2_000, words: 'show leases'}], steps}));
		expect(stepped?.given).toEqual([{at: 2_340, words: 'throttle launches off'}]);
		const planned = change({add: [{at: 2_000, words: 'show leases'}, ...(stepped?.given ?? [])]});
		expect(whatIf(baseline, planned)).toEqual({...stepped, given: []});
	});

	test('of two changes at once has both', () => {
		const [one, other] = [change({leaveOut: [3]}), change({move: [{order: 4, at: 1_000}]})];
		const both = together(one, other);
		expect(both).toEqual({...one, move: other.move});
		expect(whatIf(baseline, both)).toEqual(
			createBaseline(LOST_LEASES, {
				...baseline.recorded,
				orders: baseline.recorded.orders
					.filter(({order}) => order !== 3)
					.map(given => (given.order === 4 ? {...given, at: 1_000} : given)),
			}).outcome,
		);
	});
});

test('looks, pages and what was refused decided nothing', () => {
	const words = decisionsOf(baseline).flatMap(({orders}) => orders.map(order => order.words));
	expect(words).toEqual(['throttle launches 5 percent', 'restart dwfm batch 10 every 190']);
});

test('changes that come to the same orders are one night, and others are not', () => {
	const key = (parts: Parameters<typeof change>[0]) => keyOf(baseline.recorded, change(parts));
	const [, , throttle] = baseline.recorded.orders;
	const moved = key({move: [{order: 3, at: 900}]});
	expect(key({leaveOut: [3], add: [{at: 900, words: throttle!.words}]})).toBe(moved);
	expect(key({move: [{order: 3, at: 901}]})).not.toBe(moved);
	expect(key({move: [{order: 3, at: 900}], capacity: 0.9})).not.toBe(moved);
	expect(key({move: [{order: 3, at: 900}], switches: ['lease-grace']})).not.toBe(moved);
	const words = ['throttle launches off'];
	const steps = [[{team: null, bad: [], calm: [], minutes: 5, words}]];
	expect(key({move: [{order: 3, at: 900}], steps})).not.toBe(moved);
});

describe('a search', () => {
	const lived = new Map<string, number>();
	/** A night comes to the same each time, as is proven above: here it is lived once. */
	const answers = new Map<string, JobResult>();
	const answerTo = (job: Job) => {
		const answer = answers.get(job.id) ?? liveJob(baseline, job);
		answers.set(job.id, answer);
		return answer;
	};

	function searched(backwards: boolean) {
		const search = createSearch(baseline, []);
		for (;;) {
			const batch = [];
			for (let job = search.next(); job !== null; job = search.next()) batch.push(job);
			if (batch.length === 0) break;
			for (const job of backwards ? batch.reverse() : batch) {
				search.take(job.id, answerTo(job));
				lived.set(job.id, (lived.get(job.id) ?? 0) + 1);
			}
		}
		expect(search.done).toBe(true);
		return search.findings;
	}

	test('finds the same in whatever order its outcomes come', {timeout: 60_000}, () => {
		const [one, other] = [searched(false), searched(true)];
		const ids = (findings: typeof one) =>
			mattered(baseline, findings.trials).map(({candidate}) => candidate.id);
		expect(ids(other)).toEqual(ids(one));
		expect(other.trials).toEqual(one.trials);
		expect([...lived.values()]).toEqual([...lived.keys()].map(() => 2));
	});

	test('lives each night once, however many changes come to it', () => {
		const search = createSearch(baseline, []);
		const nights: string[] = [];
		for (let job = search.next(); job !== null; job = search.next()) {
			nights.push(keyOf(baseline.recorded, job.change));
			search.take(job.id, {outcome: baseline.outcome, came: 'lived'});
		}
		expect(new Set(nights).size).toBe(nights.length);
		expect(nights).not.toContain(keyOf(baseline.recorded, change({})));
		expect(search.progress).toEqual({lived: nights.length, wanted: nights.length});
	});

	test('shows what saves most, and calls nothing good that did harm', () => {
		const {trials} = searched(false);
		const saved = mattered(baseline, trials).map(each => savedBy(baseline.outcome, each));
		expect(saved).toEqual([...saved].sort((a, b) => b - a));
		for (const each of betterMoves(baseline.outcome, trials)) {
			expect(savedBy(baseline.outcome, each)).toBeLessThan(0);
		}
	});
});

test('what the level calls unsafe is never advised', {timeout: 60_000}, () => {
	const level = levelNamed('two-writers');
	const at = level.takeover;
	const run = createBaseline(level, {
		...baseline.recorded,
		seed: level.seed,
		orders: [
			{order: 1, by: 'you', at: at + 1_500, words: 'repoint regional rollback'},
			{order: 2, by: 'you', at: at + 2_100, words: 'pause dns-automation'},
		],
		until: level.limit,
	});
	const search = createSearch(run, []);
	for (let job = search.next(); job !== null; job = search.next()) {
		const {switches, capacity} = job.change;
		const isAdvice = switches.length === 0 && capacity === 1;
		search.take(job.id, isAdvice ? liveJob(run, job) : {outcome: null, came: 'nothing'});
	}
	const {trials} = search.findings;
	const refused = trials.filter(each => !isAdvisable(each, run.outcome, run.orders));
	expect(refused.length).toBeGreaterThan(0);
	const advised = mattered(run, trials);
	expect(advised.filter(each => refused.includes(each))).toEqual([]);
});

test('a run that stopped is held against nothing after it', () => {
	const stopped = createBaseline(LOST_LEASES, {...baseline.recorded, until: 1_000});
	expect(stopped.outcome.ended).toBeNull();
	expect(stopped.outcome.traces['harm']).toHaveLength(4);
});

describe('a night that is not lived to its end', () => {
	const level = levelNamed('two-writers');
	const at = level.takeover;
	const run = createBaseline(level, {
		...baseline.recorded,
		seed: level.seed,
		orders: [
			{order: 1, by: 'you', at: at + 60, words: 'pause dns-automation'},
			{order: 2, by: 'you', at: at + 400, words: 'show zone regional'},
			{order: 3, by: 'you', at: at + 2_400, words: 'repoint all rollback'},
		],
		until: level.limit,
	});

	test('has met the original again, and comes to what it would have', () => {
		const changed = change({leaveOut: [2]});
		const [short, whole] = [whatIfInShort(run, changed), whatIf(run, changed)];
		expect(short?.harm.total).toBeCloseTo(whole?.harm.total ?? NaN, 9);
		expect(short?.traces).toEqual(whole?.traces);
		expect(short?.ended).toEqual(whole?.ended);
	});

	test('is told nothing of where an order of its change comes to nothing', () => {
		const changed = change({add: [{at: at + 500, words: 'repoint all rollback'}]});
		expect(whatIf(run, changed)).not.toBeNull();
		expect(whatIfInShort(run, change({add: [{at: at + 500, words: 'gate dwfm off'}]}))).toBeNull();
	});
});
