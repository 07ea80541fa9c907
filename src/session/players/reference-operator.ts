import {valueAt} from '../../sim/index.ts';
import type {Player} from './player.types.ts';
import {playerOf, type Rule, type Seen} from './rules.ts';

/**
 * Stands for AWS's own people: it acts on what it sees, as late as they did, and never by the clock. The
 * delays are the day's own (canon 3.1, 5.1); the throttles are steered by latency instead of a schedule,
 * because a rate that was right on the day is wrong in a night that went otherwise (model 12).
 */
export function referenceOperator(): Player {
	return playerOf('reference-operator', [...FIRST_WAVE, ...COLLAPSE, ...steering(), ...LAST_WAVE]);
}

const REGIONAL = 'dynamodb.us-east-1.amazonaws.com';
const FAILING = 0.01;

const tablesFail = (seen: Seen) => seen.value('dynamodb.customerErrors') > FAILING;
const tablesServe = (seen: Seen) => seen.value('dynamodb.customerErrors') < FAILING;
const leasesHeld = (seen: Seen) => seen.value('dwfm.leasedShare') > 0.999;

/** From the first page to the restored name. */
const FIRST_WAVE: readonly Rule[] = [
	{id: 'declare', when: tablesFail, afterMinutes: 3, orders: ['declare sev-1']},
	{
		id: 'follow the lower layer',
		when: seen => seen.observation.alerts.some(({group}) => group === 'border'),
		afterMinutes: 20,
		orders: ['reroute border use1-az1'],
	},
	{
		id: 'get in',
		when: ({observation}) => observation.access === 'failing',
		afterMinutes: 10,
		orders: ['break glass access'],
	},
	{
		id: 'doubt the lead',
		when: seen => seen.observation.severity === 'sev-1',
		afterMinutes: 35,
		orders: [`dig ${REGIONAL}`, 'page dynamodb', 'page ec2'],
	},
	{
		id: 'override',
		when: seen => seen.isEmpty(REGIONAL) && seen.isPresent('dynamodb'),
		afterMinutes: 23,
		orders: ['override regional prod on'],
	},
	{
		id: 'stop the automation',
		when: seen => seen.isDone('override regional prod on'),
		afterMinutes: 24,
		orders: ['pause dns-automation'],
	},
	{
		id: 'repoint',
		when: seen => seen.isDone('pause dns-automation'),
		afterMinutes: 1,
		orders: ['repoint all rollback'],
	},
	{
		id: 'drop the override',
		when: seen => seen.isDone('repoint all rollback'),
		afterMinutes: 25,
		orders: ['override regional prod off', 'page lambda', 'page support'],
	},
	{
		id: 'freeze elsewhere',
		when: seen => seen.isDone('repoint all rollback'),
		afterMinutes: 153,
		orders: ['pause dns-automation-elsewhere'],
	},
	{
		id: 'bypass support',
		when: seen => seen.isPresent('support'),
		afterMinutes: 10,
		orders: ['bypass support on'],
	},
	{
		id: 'restore the pollers',
		when: seen => seen.isPresent('lambda') && seen.value('lambda.sqsPollersDown') > 0,
		afterMinutes: 80,
		orders: ['restore pollers sqs'],
	},
];

/** No runbook: the better part of two hours before the gate, the throttle and the waves. */
const COLLAPSE: readonly Rule[] = [
	{
		id: 'hold work back',
		when: seen => tablesServe(seen) && seen.value('dwfm.leasedShare') < 0.5,
		afterMinutes: 88,
		orders: ['gate dwfm 4', 'throttle launches 5 percent', 'throttle terminations 5 percent'],
	},
	{
		id: 'restart in waves',
		when: seen => seen.isDone('gate dwfm 4'),
		afterMinutes: 0,
		orders: ['restart dwfm batch 10 every 190'],
	},
	{
		id: 'restart what was passed over',
		when: seen =>
			seen.isDone('restart dwfm batch') &&
			seen.value('dwfm.leasedShare') < 0.995 &&
			seen.value('dwfm.goodput') < 4500,
		afterMinutes: 90,
		againAfterMinutes: 60,
		orders: ['restart dwfm batch 10 every 190'],
	},
	{
		id: 'open the gate',
		when: seen => seen.isDone('gate dwfm 4') && leasesHeld(seen),
		afterMinutes: 2,
		orders: ['gate dwfm off', 'page nlb', 'page redshift'],
	},
];

/**
 * What is let in, as shares of demand in per cent: launches, and terminations. What was held must go some day: the
 * first step out of the worst is the one that keeps a swamped network busy and no busier.
 */
const STEPS = [
	[5, 5],
	[116, 165],
	[72, 167],
	[75, 210],
	[95, 250],
	[200, 250],
] as const;
const STEADY = 1;
const WIDEST = STEPS.length - 1;
const SWAMPED_SECONDS = 600;
const BEHIND_SECONDS = 300;
const CALM_SECONDS = 60;

/** Throttle on latency, relax on recovery, one step at a time, with a hold after each. */
function steering(): readonly Rule[] {
	let step = 0;
	const turnTo = (next: number) => {
		step = Math.min(WIDEST, Math.max(STEADY, next));
		const [launches, terminations] = valueAt(STEPS, step);
		return [
			`throttle launches ${String(launches)} percent`,
			`throttle terminations ${String(terminations)} percent`,
		];
	};
	const throttled = (seen: Seen) => seen.isDone('throttle launches 5 percent');
	const swamped = (seen: Seen) => seen.value('network.latency') > SWAMPED_SECONDS;
	const behind = (seen: Seen) => seen.value('network.latency') > BEHIND_SECONDS;
	const calm = (seen: Seen) => seen.value('network.latency') < CALM_SECONDS;
	return [
		{
			id: 'let launches in',
			when: seen => throttled(seen) && leasesHeld(seen),
			afterMinutes: 0,
			orders: ['throttle launches 200 percent', 'throttle terminations 190 percent'],
		},
		{
			id: 'let terminations go',
			when: seen => seen.isDone('throttle launches 200 percent') && !swamped(seen),
			afterMinutes: 32,
			orders: () => {
				step = WIDEST;
				return ['throttle terminations 345 percent'];
			},
		},
		{
			id: 'hold back what was held',
			when: seen => throttled(seen) && step === WIDEST && swamped(seen),
			afterMinutes: 12,
			orders: ['throttle terminations 135 percent'],
		},
		{
			id: 'tighten',
			when: seen => throttled(seen) && step === WIDEST && swamped(seen),
			afterMinutes: 26,
			orders: () => turnTo(STEADY + 1),
		},
		{
			id: 'keep it busy and no busier',
			when: seen => throttled(seen) && step === STEADY + 1 && behind(seen),
			afterMinutes: 41,
			orders: () => turnTo(STEADY),
		},
		{
			id: 'accelerate',
			when: seen => throttled(seen) && behind(seen),
			afterMinutes: 230,
			orders: ['boost network on'],
		},
		{
			id: 'relax',
			when: seen => throttled(seen) && step > 0 && step < WIDEST && calm(seen),
			afterMinutes: 45,
			againAfterMinutes: 3,
			orders: () => turnTo(step + (step === STEADY ? 2 : 1)),
		},
		{
			id: 'lift the throttles',
			when: seen => step === WIDEST && seen.value('ec2.limited') < 1 && calm(seen),
			afterMinutes: 10,
			orders: ['throttle launches off', 'throttle terminations off'],
		},
	];
}

/** False signals, true victims, and the safety net that goes back last. */
const LAST_WAVE: readonly Rule[] = [
	{
		id: 'stop the doomed replacements',
		when: seen => seen.isPresent('redshift') && seen.value('redshift.stuck') > 0,
		afterMinutes: 30,
		orders: ['pause redshift-replacement'],
	},
	{
		id: 'protect synchronous calls',
		when: seen =>
			tablesServe(seen) && seen.isPresent('lambda') && seen.value('nlb.internalErrors') > FAILING,
		afterMinutes: 10,
		orders: ['throttle async 30', 'throttle pollers 20'],
	},
	{
		id: 'take the net away',
		when: seen => seen.value('nlb.zonesOut') > 0.3 && seen.isPresent('nlb'),
		afterMinutes: 220,
		orders: ['pause nlb-failover'],
	},
	{
		id: 'give Lambda back',
		when: seen =>
			seen.isDone('throttle async 30') &&
			seen.isDone('pause nlb-failover') &&
			seen.value('lambda.syncErrors') < FAILING,
		afterMinutes: 60,
		orders: ['throttle async 100', 'throttle pollers 100'],
	},
	{
		id: 'put the net back',
		when: seen =>
			seen.isDone('pause nlb-failover') &&
			seen.isDone('throttle launches off') &&
			seen.value('network.latency') < CALM_SECONDS,
		afterMinutes: 17,
		orders: ['resume nlb-failover', 'resume redshift-replacement'],
	},
];
