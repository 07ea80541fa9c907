import {
	done,
	refuse,
	send,
	type Acceptance,
	type StepContext,
	type Setup,
	type Order,
	type OrderTable,
	type Refusal,
	type Result,
} from '../kernel/index.ts';
import {throttleMachine} from './launches.machine.ts';
import type {LaunchesParameters} from './launches.parameters.ts';
import type {Cap, Launches} from './launches.types.ts';

const rate = {kind: 'decimal', min: 0, max: 10_000, unit: 'requests/s'} as const;
const share = {
	kind: 'decimal',
	min: 0,
	max: 1000,
	unit: 'percent of the hour’s usual rate',
} as const;

export const LAUNCHES_ORDERS = {
	'throttle-launches': {
		forms: ['throttle launches <rate>'],
		blanks: {rate},
		kind: 'do',
		seconds: 60,
		team: 'ec2',
		needs: 'tools',
		what: 'let in at most so many launch requests a second',
		risk: 'everyone above it gets RequestLimitExceeded, and waits',
		touches: 'everyone who launches instances in the Region',
		example: 'throttle launches 30',
	},
	'throttle-launches-percent': {
		forms: ['throttle launches <share> percent'],
		blanks: {share},
		kind: 'do',
		seconds: 60,
		team: 'ec2',
		needs: 'tools',
		what: 'let in launch requests up to a share of what this hour usually sees',
		risk: 'everyone above it gets RequestLimitExceeded, and waits',
		touches: 'everyone who launches instances in the Region',
		example: 'throttle launches 10 percent',
	},
	'throttle-launches-off': {
		forms: ['throttle launches off'],
		blanks: {},
		kind: 'do',
		seconds: 60,
		team: 'ec2',
		needs: 'tools',
		what: 'let every launch request in',
		risk: 'everyone who waited comes at once: placement, DWFM and the network must carry it',
		touches: 'placement, DWFM and Network Manager: all who waited come at once',
		danger: 'Everyone who was held back comes in the same minute.',
		example: 'throttle launches off',
	},
	'throttle-terminations': {
		forms: ['throttle terminations <rate>'],
		blanks: {rate},
		kind: 'do',
		seconds: 60,
		team: 'ec2',
		needs: 'tools',
		what: 'release at most so many terminations a second',
		risk: 'held terminations pile up and must be released some day',
		touches: 'everyone who terminates instances in the Region',
		example: 'throttle terminations 60',
	},
	'throttle-terminations-percent': {
		forms: ['throttle terminations <share> percent'],
		blanks: {share},
		kind: 'do',
		seconds: 60,
		team: 'ec2',
		needs: 'tools',
		what: 'release terminations up to a share of what this hour usually sees',
		risk: 'held terminations pile up and must be released some day',
		touches: 'everyone who terminates instances in the Region',
		example: 'throttle terminations 100 percent',
	},
	'throttle-terminations-off': {
		forms: ['throttle terminations off'],
		blanks: {},
		kind: 'do',
		seconds: 60,
		team: 'ec2',
		needs: 'tools',
		what: 'release held terminations as fast as droplets allow',
		risk: 'each is one more change for the network to propagate',
		touches: 'Network Manager: all held terminations are changes to propagate',
		danger: 'All held terminations go at once, each a change for the network.',
		example: 'throttle terminations off',
	},
	'terminate-unreachable': {
		forms: ['terminate unreachable'],
		blanks: {},
		kind: 'do',
		seconds: 300,
		team: 'ec2',
		needs: 'tools',
		what: 'terminate instances that have no network and launch them again',
		risk: 'each costs the network two more changes, at the end of the queue',
		touches: 'instances of customers that run and have no network',
		danger: 'Instances of customers are terminated; what they held in memory is gone.',
		example: 'terminate unreachable',
	},
} as const satisfies OrderTable;

/** Fewer instances than this are not worth an order. */
const UNREACHABLE_MIN = 1;

export function validateLaunches(launches: Launches, order: Order): Acceptance | Refusal {
	if (order.id === 'terminate-unreachable' && launches.unreachable < UNREACHABLE_MIN) {
		return refuse('none-unreachable', 'Every running instance has its network.');
	}
	if (order.id === 'throttle-launches-off' && launches.launchCap.kind === 'none') {
		return refuse('not-throttled', 'Launches are not throttled.');
	}
	if (order.id === 'throttle-terminations-off' && launches.terminationCap.kind === 'none') {
		return refuse('not-throttled', 'Terminations are not throttled.');
	}
	const spec: OrderTable[string] | undefined = (LAUNCHES_ORDERS as OrderTable)[order.id];
	if (spec === undefined) return refuse('unknown-order', `EC2 knows no order ${order.id}.`);
	return {ok: true, seconds: spec.seconds};
}

export function applyLaunches(
	launches: Launches,
	order: Order,
	by: string,
	_conditions: Setup<LaunchesParameters>,
	ctx: StepContext,
): Result {
	switch (order.id as keyof typeof LAUNCHES_ORDERS) {
		case 'throttle-launches':
			return cap(launches, 'launches', {kind: 'rate', value: amount(order, 'rate')}, by, ctx);
		case 'throttle-launches-percent':
			return cap(
				launches,
				'launches',
				{kind: 'share', value: amount(order, 'share') / 100},
				by,
				ctx,
			);
		case 'throttle-launches-off':
			return cap(launches, 'launches', {kind: 'none', value: 0}, by, ctx);
		case 'throttle-terminations':
			return cap(launches, 'terminations', {kind: 'rate', value: amount(order, 'rate')}, by, ctx);
		case 'throttle-terminations-percent': {
			const value = amount(order, 'share') / 100;
			return cap(launches, 'terminations', {kind: 'share', value}, by, ctx);
		}
		case 'throttle-terminations-off':
			return cap(launches, 'terminations', {kind: 'none', value: 0}, by, ctx);
		case 'terminate-unreachable': {
			launches.relaunchesAsked = launches.unreachable;
			const text = `${launches.unreachable.toFixed(0)} instances without network are launched again.`;
			ctx.say({source: 'ec2-api', level: 'warn', kind: 'unreachable-relaunched', text});
			return done(text);
		}
		default:
			return refuse('unknown-order', `EC2 knows no order ${order.id}.`);
	}
}

function amount(order: Order, blank: string): number {
	return Number(order.args[blank]);
}

function cap(
	launches: Launches,
	what: 'launches' | 'terminations',
	next: Cap,
	by: string,
	ctx: StepContext,
): Result {
	const present = what === 'launches' ? launches.launchCap : launches.terminationCap;
	present.kind = next.kind;
	present.value = next.value;
	const mode = what === 'launches' ? launches.throttle : launches.terminationThrottle;
	send(throttleMachine, mode, {type: next.kind === 'none' ? 'OPENED' : 'THROTTLED'}, ctx);
	const text = `${what}: ${words(next)}`;
	ctx.say({source: 'ec2-api', level: 'info', kind: 'throttle-set', text: `${text} (${by})`});
	return done(`${text}.`);
}

function words(cap: Cap): string {
	switch (cap.kind) {
		case 'none':
			return 'throttle off';
		case 'rate':
			return `throttled at ${String(cap.value)}/s`;
		case 'share':
			return `throttled at ${(cap.value * 100).toFixed(1)} % of the usual rate`;
	}
}
