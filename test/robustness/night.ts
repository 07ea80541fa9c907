import {parseOrder} from '../../src/session/index.ts';
import {createWorld, milestoneAt, step, tick, type World} from '../../src/sim/index.ts';
import {assert} from '../../src/sim/kernel/index.ts';
import {levelNamed, scriptsOf} from '../levels/own-levels.ts';
import {sampleParameters} from './sample.ts';

/** When the name is emptied; given, so that a night does not hang on the luck of the race. */
const EMPTY_AT = tick(1_692);
/** 04:14 PDT: until then nobody acts on the droplet managers. */
const SOMEONE_ACTS_AT = 17_640;
/** 11:00 PDT: both milestones in question have come by then or will not. */
const UNTIL = 42_000;

export type NightResult = {
	readonly sample: number;
	/** Managers stuck when people first act, and the share of leases won back in the hour before: none, in a collapse. */
	readonly stuckBefore: number;
	readonly wonBack: number;
	readonly leasedBefore: number;
	readonly collapsed: boolean;
	readonly latencyElevated: boolean;
	readonly nlbErrors: boolean;
	readonly allLeases: number | null;
	/** Why a milestone did not come, in numbers. */
	readonly latencyMostSeconds: number;
	readonly nlbErrorsMost: number;
};

const LEVEL = levelNamed('october-20');

/** The day's own orders, whatever comes of them. */
function ordersOfTheDay() {
	const {orders} = scriptsOf(LEVEL)['as-it-happened'] ?? {orders: []};
	return orders.map(({at, words}, index) => {
		const parsed = parseOrder(words);
		assert(parsed.ok, `${words} is an order`);
		return {at, attempt: {number: index + 1, by: 'operator', order: parsed.order}};
	});
}

/** A night with every declared parameter moved. */
export function live(sample: number): NightResult {
	const orders = ordersOfTheDay();
	const world = createWorld({
		...LEVEL,
		parameters: sampleParameters(sample, {
			name: 'robustness',
			spread: 0.2,
			declared: LEVEL.parameters,
		}),
		faults: [{at: EMPTY_AT, to: 'dns', fault: {type: 'lose-tree', endpoint: 'regional'}}],
	});
	let [leasedThen, leasedBefore, stuckShare, latencyMost, nlbMost, next] = [0, 0, 0, 0, 0, 0];
	while (world.now < UNTIL && world.ending === null) {
		const attempts = [];
		for (; orders[next]?.at === world.now + 1; next++) attempts.push(orders[next]!.attempt);
		step(world, attempts);
		const {leasedShare, hostsStuck} = world.dwfm.output;
		if (world.now === SOMEONE_ACTS_AT - 3_600) leasedThen = leasedShare;
		if (world.now === SOMEONE_ACTS_AT) {
			leasedBefore = leasedShare;
			stuckShare = hostsStuck / world.dwfm.waiting.length;
		}
		latencyMost = Math.max(latencyMost, world.network.output.latencySeconds);
		nlbMost = Math.max(nlbMost, world.nlb.output.customerErrors);
	}
	const wonBack = leasedBefore - leasedThen;
	return {
		sample,
		stuckBefore: stuckShare,
		wonBack,
		leasedBefore,
		collapsed: wonBack < 0.01 && stuckShare > 0.7,
		latencyElevated: reached(world, 'network-latency-elevated'),
		nlbErrors: reached(world, 'nlb-errors-start'),
		allLeases: milestoneAt(world, 'all-leases'),
		latencyMostSeconds: latencyMost,
		nlbErrorsMost: nlbMost,
	};
}

function reached(world: World, id: string): boolean {
	return milestoneAt(world, id) !== null;
}
