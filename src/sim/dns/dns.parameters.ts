import type {Parameter, ParameterTable, Values} from '../kernel/index.ts';

const assumed = (value: number, unit: string, section: string, what: string): Parameter => ({
	value,
	unit,
	source: 'assumed',
	section,
	what,
});

/** AWS gives no number for any of these but the count of Enactors, which is in the structure. */
export const DNS_PARAMETERS = {
	planSeconds: assumed(60, 's', 'model 4.1', 'mean time between two plans'),
	planJitterShare: assumed(0.1, 'share', 'model 4.1', 'spread of that time, either way'),
	slowLaneFactor: assumed(10, 'x', 'canon 6', 'routine plans are this much rarer in the slow lane'),
	firstPlan: {
		...assumed(110, 'generation', 'canon 3.2', 'plan that is live when the level begins'),
		max: 1_000,
	},
	keepPlans: assumed(
		10,
		'generations',
		'model 4.1',
		'N: plans that clean-up leaves for a rollback',
	),
	noticeSeconds: assumed(5, 's', 'canon 4.2', 'an idle Enactor sees a new plan within this time'),
	readPlanSeconds: assumed(0.3, 's', 'canon 4.2', 'time to read and check a plan'),
	prepareSeconds: assumed(0.1, 's', 'model 4.1', 'host time to prepare one endpoint; grows with F'),
	thinkSeconds: assumed(
		0.07,
		's',
		'model 4.1',
		'age of the lock belief when the batch lands; grows with F',
	),
	latencyVariation: assumed(0.6, 'CV', 'model 4.1', 'spread of both host times'),
	batchSeconds: assumed(0.08, 's', 'model 4.1', 'one change batch at Route 53'),
	lockSeconds: assumed(30, 's', 'canon 2.3', 'a lock is held this long at most'),
	backoffSeconds: assumed(0.5, 's', 'model 4.1', 'wait after a first lost lock; grows with F'),
	backoffMaxSeconds: assumed(20, 's', 'model 4.1', 'longest wait after a lost lock; grows with F'),
	deleteSeconds: assumed(4, 's', 'model 4.1', 'clean-up of one plan, in all zones'),
	retrySeconds: assumed(5, 's', 'canon 4.7', 'wait after a failed pass; doubles'),
	retryMaxSeconds: assumed(60, 's', 'canon 4.7', 'longest wait after a failed pass'),
	planAgeMax: assumed(
		5,
		'generations',
		'canon 6',
		'age at which a plan is dropped with max-plan-age',
	),
	leaderGapSeconds: assumed(120, 's', 'canon 6', 'no writer while a new leader is found'),
	lastKnownGoodSeconds: assumed(60, 's', 'model 7', 'until the tree before is served instead'),
	fullAnswers: {
		value: 300,
		unit: 'load balancers',
		source: 'inferred',
		section: 'canon 2.1',
		what: 'load balancers behind a whole endpoint ("hundreds")',
	},
	retiredAfterPlans: assumed(
		10,
		'generations',
		'canon 5.2',
		'plans of this age still fit the fleet',
	),
	retiredPerPlan: assumed(
		0.001,
		'share',
		'canon 5.2',
		'load balancers retired per generation after that',
	),
	handEditSeconds: {
		value: 600,
		unit: 's',
		source: 'inferred',
		section: 'canon 4.5',
		what: 'first edit of a zone by hand, with UUID names (02:15 to 02:25)',
	},
	handEditBlindSeconds: assumed(
		600,
		's',
		'canon 4.5',
		'the same while the zone tool cannot read its own state, which is in DynamoDB: record by record',
	),
	zoneToolErrorsMax: assumed(
		0.05,
		'share',
		'canon 1.1',
		'failing requests of AWS’s own services beyond which the zone tool cannot read its state',
	),
	nextZoneSeconds: assumed(30, 's', 'canon 4.5', 'each further zone in the same edit'),
	switchSeconds: assumed(60, 's', 'canon 4.5', 'pausing or resuming an automation of this Region'),
	elsewhereSeconds: assumed(2400, 's', 'canon 1.1', 'the same in every other Region, one by one'),
	freezeSeconds: assumed(10, 's', 'canon 6', 'the same with one switch for all of them'),
	retryJitterShare: assumed(
		0.5,
		'share',
		'canon 4.7',
		'spread of the wait after a failed pass, either way',
	),
	backoffJitterShare: assumed(
		0.5,
		'share',
		'model 4.1',
		'spread of the wait after a lost lock, either way',
	),
	handEditReadableSeconds: assumed(60, 's', 'canon 6', 'the same with plan numbers in the names'),
	handEditAgainSeconds: assumed(120, 's', 'canon 4.5', 'a later edit by hand'),
} as const satisfies ParameterTable;

export type DnsParameters = Values<typeof DNS_PARAMETERS>;
