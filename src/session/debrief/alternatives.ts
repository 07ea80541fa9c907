import type {PlannedOrder} from '../order-file.ts';
import {clock, orderList, type Candidate} from './candidate.ts';
import {change, together} from '../relive/change.ts';
import type {Change, Step} from '../relive/change.ts';
import type {Decision} from './decisions.ts';
import type {Baseline} from './baseline.ts';
import {JOINED_SECONDS, pageBefore} from './paging.ts';

/**
 * What people who know such nights would have tried in this one, wherever what it answers has happened. They
 * are suggestions only: the model says what each would have been worth.
 */
export function alternatives(
	baseline: Baseline,
	decisions: readonly Decision[],
): readonly Candidate[] {
	return [
		...heldBack(baseline, decisions),
		...failoverEarlier(baseline, decisions),
		...accelerated(baseline, decisions),
		...repaired(baseline, decisions),
	];
}

/** How long people need to believe what they see. */
const SEEN_SECONDS = 10 * 60;

const LET_GO: readonly Step[] = [
	{trace: 'broken', below: 0.001, minutes: 2, words: ['gate dwfm off']},
	...(
		[
			[100, 130],
			[100, 180],
			[125, 200],
			[200, 200],
		] as const
	).map(([launches, terminations]) => ({
		trace: 'network',
		below: 30,
		minutes: 20,
		words: [
			`throttle launches ${String(launches)} percent`,
			`throttle terminations ${String(terminations)} percent`,
		],
	})),
	{
		trace: 'held',
		below: 0.05,
		minutes: 5,
		words: ['throttle launches off', 'throttle terminations off'],
	},
];

/** The largest saving of all: less work before the name returns, and none let go faster than it is served. */
function heldBack(baseline: Baseline, decisions: readonly Decision[]): readonly Candidate[] {
	const restore = decisions.find(restoresTheName);
	if (restore === undefined) return [];
	const before = Math.max(baseline.level.takeover + 1, restore.at - 180);
	const own = decisions.filter(({act, at}) => act === 'ec2' && at >= before);
	const ownOrders = own
		.flatMap(({orders}) => orders)
		.filter(({words}) => /^(gate|throttle|restart|workers|timeout|terminate)/.test(words));
	const team = pageBefore(baseline, 'ec2', before);
	const gate = at(before, 'gate dwfm 4');
	const throttles = at(
		before,
		'throttle launches 100 percent',
		'throttle terminations 100 percent',
	);
	const leaveOut = ownOrders.map(({number}) => number);
	const held: Change = change({
		leaveOut,
		move: team.move,
		add: [...team.add, ...gate, ...throttles],
		steps: LET_GO,
	});
	const part = (add: readonly PlannedOrder[]) =>
		change({leaveOut, move: team.move, add: [...team.add, ...add], steps: LET_GO});
	return [
		{
			id: 'hold work back before the name returns',
			act: 'ec2',
			kind: 'instead',
			decision: own[0]?.id ?? null,
			point: null,
			at: before,
			did:
				ownOrders.length === 0
					? `no limit before the name came back at ${clock(baseline, restore.at)}`
					: `${orderList(ownOrders)} from ${clock(baseline, ownOrders[0]!.at)} on`,
			other: `the throttle before restoring DNS: ${orderList([...gate, ...throttles])} at ${clock(baseline, before)}, let go in steps once leases are held`,
			change: held,
			parts: [
				{id: 'the gate alone', other: 'the gate alone', change: part(gate)},
				{id: 'the throttles alone', other: 'the throttles alone', change: part(throttles)},
			],
		},
	];
}

/** The false health signal: out with the amplifier as soon as it shows. */
function failoverEarlier(baseline: Baseline, decisions: readonly Decision[]): readonly Candidate[] {
	const began = reached(baseline, 'nlb-errors-start');
	if (began === null) return [];
	const pausedAt = began + SEEN_SECONDS + JOINED_SECONDS;
	const own = decisions.find(({orders}) =>
		orders.some(({words}) => words === 'pause nlb-failover'),
	);
	if (own !== undefined && own.at <= pausedAt) return [];
	const team = pageBefore(baseline, 'nlb', pausedAt);
	const pause = own?.orders.find(({words}) => words === 'pause nlb-failover');
	const paused =
		pause === undefined
			? change({add: at(pausedAt, 'pause nlb-failover'), steps: RESUME_FAILOVER})
			: change({move: [{order: pause.number, at: pausedAt}]});
	return [
		{
			id: 'disable NLB failover earlier',
			act: 'balancers',
			kind: 'earlier',
			decision: own?.id ?? null,
			point: null,
			at: pausedAt,
			did:
				own === undefined
					? 'automatic failover left on'
					: `${orderList(own.orders)} at ${clock(baseline, own.at)}`,
			other: `NLB failover disabled earlier: “pause nlb-failover” at ${clock(baseline, pausedAt)}, half an hour after its errors began${team.add.length + team.move.length > 0 ? ', with its team paged in time' : ''}`,
			change: together(change(team), paused),
			parts: [],
		},
	];
}

const RESUME_FAILOVER: readonly Step[] = [
	{trace: 'network', below: 60, minutes: 60, words: ['resume nlb-failover']},
];

/** More propagation workers, ordered before the backlog is deep. */
function accelerated(baseline: Baseline, decisions: readonly Decision[]): readonly Candidate[] {
	const late = reached(baseline, 'network-latency-elevated');
	if (late === null) return [];
	const own = decisions.find(({orders}) => orders.some(({words}) => words === 'boost network on'));
	const orderedAt = Math.max(1, late - 2 * SEEN_SECONDS);
	if (own !== undefined && own.at <= orderedAt) return [];
	const team = pageBefore(baseline, 'network', orderedAt);
	const boost = own?.orders.find(({words}) => words === 'boost network on');
	const boosted =
		boost === undefined
			? change({add: at(orderedAt, 'boost network on')})
			: change({move: [{order: boost.number, at: orderedAt}]});
	return [
		{
			id: 'more network workers earlier',
			act: 'ec2',
			kind: 'earlier',
			decision: own?.id ?? null,
			point: null,
			at: orderedAt,
			did:
				own === undefined
					? 'no workers added'
					: `${orderList(own.orders)} at ${clock(baseline, own.at)}`,
			other: `“boost network on” at ${clock(baseline, orderedAt)}, before network state was late`,
			change: together(change(team), boosted),
			parts: [],
		},
	];
}

/** Where the name was never brought back: the plain way, at the pace of the day's own people. */
function repaired(baseline: Baseline, decisions: readonly Decision[]): readonly Candidate[] {
	const emptied = reached(baseline, 'record-empty');
	if (emptied === null || reached(baseline, 'dynamodb-recovered') !== null) return [];
	const when = emptied + 60 * 60;
	const team = pageBefore(baseline, 'dynamodb', when);
	const repair = [
		...at(emptied + SEEN_SECONDS, 'break glass access'),
		...at(when, 'pause dns-automation'),
		...at(when + 90, 'repoint all rollback'),
	];
	const own = decisions.filter(({act, at: given}) => act === 'name' && given >= emptied);
	return [
		{
			id: 'repair the name',
			act: 'name',
			kind: 'instead',
			decision: null,
			point: null,
			at: when,
			did: own.length === 0 ? 'nothing for the name' : orderList(own.flatMap(({orders}) => orders)),
			other: `the automation stopped first, then the name repaired by hand: ${orderList(repair.slice(1))} from ${clock(baseline, when)}`,
			change: change({
				leaveOut: own.flatMap(({orders}) => orders.map(({number}) => number)),
				move: team.move,
				add: [...team.add, ...repair],
			}),
			parts: [],
		},
	];
}

/** Whether the name came back by this. */
export function restoresTheName({orders}: Decision): boolean {
	return orders.some(({words}) =>
		/^(repoint (all|regional)|rebuild zone regional|force plan)/.test(words),
	);
}

function at(second: number, ...words: readonly string[]): readonly PlannedOrder[] {
	return words.map((each, index) => ({at: second + 5 * index, words: each}));
}

function reached({outcome}: Baseline, milestone: string): number | null {
	return outcome.milestones.find(({id}) => id === milestone)?.at ?? null;
}
