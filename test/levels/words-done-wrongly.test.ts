import {describe, expect, test} from 'vitest';
import {open, type JournalledSession} from '../../src/session/index.ts';
import {levelNamed} from './own-levels.ts';

const VERSION = {game: '0.2.0', node: 20, observed: false};
const TEAMS = ['ec2', 'dynamodb', 'nlb', 'lambda', 'support', 'network'];

/** Orders with seconds after the takeover; whoever is needed is on the call by 1,200. */
type Orders = readonly (readonly [after: number, words: string])[];

function lived(id: string, orders: Orders, until: number) {
	const level = levelNamed(id);
	const session: JournalledSession = open(level, VERSION);
	const give = (after: number, words: string) => {
		session.advance(Math.max(0, level.takeover + after - session.now));
		if (!session.ended) expect([words, session.attempt('you', words)]).toEqual([words, undefined]);
	};
	session.advance(level.takeover);
	for (const team of TEAMS) give(1, `page ${team}`);
	give(600, 'break glass access');
	for (const [after, words] of orders) give(after, words);
	session.advance(Math.max(0, Math.min(level.limit, level.takeover + until) - session.now));
	const {tasks, unsafe, unfulfilled} = session.result();
	return {
		met: tasks.filter(({state}) => state === 'met').map(each => each.id),
		unsafe: [...new Set(unsafe.map(each => each.id))],
		unfulfilled: unfulfilled
			.map(({what, why}) => `${what}: ${why}`)
			.filter(each => !each.startsWith('page')),
	};
}

const T = 1_500;

/** Words of tasks done wrongly: what they forbid is done, and they are not met. */
const NOT_MET: readonly (readonly [level: string, task: string, orders: Orders, until: number])[] =
	[
		['comms-only', 'first-word', [[60, 'update many-services none investigating next 30']], 1_800],
		['comms-only', 'narrowed', [[T, 'update ec2-launches none resolved next 30']], 9_000],
		['october-20', 'first-word', [[60, 'update none none investigating next 30']], 4_000],
		['exam', 'first-word', [[60, 'update none none investigating next 30']], 3_000],
		['lambda-pollers', 'told', [[60, 'update lambda none resolved next 30']], 6_000],
		['support-third-state', 'told', [[60, 'update support none resolved next 30']], 6_000],
		[
			'support-third-state',
			'looked',
			[
				[T, 'bypass support on'],
				[1_500, 'show support'],
			],
			2_400,
		],
		[
			'read-a-panel',
			'looked',
			[
				[1_500, 'reroute border use1-az1'],
				[1_800, 'show border'],
			],
			2_400,
		],
		[
			'first-steps',
			'looked',
			[
				[T, 'repoint regional rollback'],
				[2_800, 'dig regional'],
			],
			3_000,
		],
		['one-empty-answer', 'asked-the-name', [[1_000, 'dig regional']], 1_300],
		[
			'red-herring',
			'evidence-first',
			[
				[T, 'reroute border use1-az1'],
				[1_500, 'dig regional'],
			],
			2_000,
		],
		['quiet-shift', 'hands-off', [[T, 'restart enactors']], 3_000],
		[
			'lambda-pollers',
			'limit-first',
			[
				[T, 'restore pollers sqs'],
				[2_400, 'throttle pollers 20'],
			],
			3_000,
		],
		[
			'staged-restarts',
			'gate-first',
			[
				[T, 'restart dwfm batch 10 every 60'],
				[2_300, 'gate dwfm 4'],
			],
			2_400,
		],
		[
			'two-writers',
			'stopped-first',
			[
				[T, 'repoint regional rollback'],
				[2_200, 'pause dns-automation'],
			],
			2_600,
		],
		['redshift-replacements', 'hold-early', [], 4_000],
	];

/** What nobody should do, done; and the same deed where it is not what the words mean. */
const UNSAFE: readonly (readonly [
	level: string,
	unsafe: string,
	wrong: Orders,
	right: Orders | null,
	until: number,
])[] = [
	...['a-queue-that-will-not-drain', 'exam', 'october-20', 'staged-restarts'].flatMap(
		level =>
			[
				[level, 'all-at-once', [[T, 'restart dwfm all']], [[T, 'restart dwfm host 3']], 5_000],
				[
					level,
					level === 'a-queue-that-will-not-drain' ? 'more-work' : 'more-workers',
					[[T, 'workers dwfm 64']],
					[[T, 'workers dwfm 8']],
					5_000,
				],
			] as const,
	),
	...['exam', 'october-20'].map(
		level =>
			[level, 'fail-faster', [[T, 'timeout dwfm 20']], [[T, 'timeout dwfm 120']], 2_400] as const,
	),
	...['exam', 'october-20'].map(
		level =>
			[
				level,
				'healthy-zone',
				[[T, 'drain zone use1-az2']],
				[[T, 'show balancers']],
				5_000,
			] as const,
	),
	...['exam', 'october-20'].map(
		level =>
			[
				level,
				'last-good-tree',
				[[T, 'clean zone regional']],
				[[T, 'show zone regional']],
				2_400,
			] as const,
	),
	[
		'october-20',
		'race-again',
		[
			[T, 'pause dns-automation'],
			[3_000, 'resume dns-automation'],
		],
		[[T, 'pause dns-automation']],
		6_000,
	],
	[
		'october-20',
		'flood',
		[
			[T, 'throttle launches 1'],
			[14_000, 'throttle launches off'],
		],
		[
			[T, 'throttle launches 100 percent'],
			[1_400, 'throttle launches off'],
			[1_600, 'throttle launches 1'],
		],
		16_000,
	],
	[
		'one-empty-answer',
		'trees-deleted',
		[[T, 'clean zone regional']],
		[[T, 'show zone regional']],
		2_000,
	],
	['one-empty-answer', 'handful-of-addresses', [[T, 'pin regional 10']], null, 4_000],
	[
		'two-writers',
		'rollback-deleted',
		[[T, 'delete rollback regional']],
		[[T, 'show zone regional']],
		2_000,
	],
	['quiet-shift', 'meddled', [[T, 'restart enactors']], [[T, 'show border']], 2_000],
	[
		'comms-only',
		'word-broken',
		[[60, 'update dynamodb errors investigating next 10']],
		[[60, 'update dynamodb errors investigating next 120']],
		1_800,
	],
];

describe('the words of a task, done wrongly, do not meet it', () => {
	test.each(NOT_MET)('%s: %s', (level, task, orders, until) => {
		expect(lived(level, orders, until).met).not.toContain(task);
	});
});

describe('what nobody should do is found when it is done, and only then', () => {
	test.each(UNSAFE)('%s: %s', (level, id, wrong, right, until) => {
		const found = lived(level, wrong, until);
		expect([found.unfulfilled, found.unsafe]).toEqual([
			found.unfulfilled,
			expect.arrayContaining([id]),
		]);
		if (right !== null) expect(lived(level, right, until).unsafe).not.toContain(id);
	});
});
