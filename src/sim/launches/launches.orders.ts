import {
	done,
	percent,
	refuse,
	type Result,
	rowsFor,
	send,
	type StepContext,
} from '../kernel/index.ts';
import {throttleMachine} from './launches.machine.ts';
import type {LaunchesParameters} from './launches.parameters.ts';
import type {Cap, Launches} from './launches.types.ts';

const rate = {kind: 'decimal', min: 0, max: 10_000, unit: 'requests/s', usual: [30]} as const;
const share = {
	kind: 'decimal',
	min: 0,
	max: 1000,
	unit: 'percent of the hour’s usual rate',
	usual: [100, 50, 5],
} as const;

const OFF: Cap = {kind: 'none', value: 0};
/** Fewer instances than this are not worth an order. */
const UNREACHABLE_MIN = 1;

const LATE = [
	'network.latency',
	'network.inflowShare',
	'network.backlog',
	'nlb.errors',
	'nlb.zonesOut',
	'nlb.checkDelay',
];
/** What comes in at the door is work for all behind it. */
const MOVES = [
	'ec2.successShare',
	'ec2.launchErrors',
	'ec2.pentUp',
	'ec2.limited',
	'ec2.admitted',
	'containers.errors',
	'dwfm.leasedShare',
	'dwfm.hostsStuck',
	'dwfm.zombies',
	'dwfm.goodput',
	...LATE,
];

const row = rowsFor<Launches, LaunchesParameters>({kind: 'do', team: 'ec2', needs: 'tools'});

export const LAUNCHES_ORDERS = {
	'throttle-launches': row({
		forms: ['throttle launches <rate>/s'],
		blanks: {rate},
		seconds: 60,
		what: 'admit at most that many launch requests a second',
		risk: 'everyone above it gets RequestLimitExceeded, and waits',
		touches: 'everyone who launches instances in the Region',
		example: 'throttle launches 30/s',
		moves: MOVES,
		liftedBy: 'throttle launches off',
		apply: (launches, {rate}, by, _setup, ctx) =>
			cap(launches, 'launches', {kind: 'rate', value: rate}, by, ctx),
	}),
	'throttle-launches-percent': row({
		forms: ['throttle launches <share> percent'],
		blanks: {share},
		seconds: 60,
		what: 'admit launch requests up to a share of what this hour usually sees',
		risk: 'everyone above it gets RequestLimitExceeded, and waits; even at 100 percent or more it stays in force until `throttle launches off`',
		touches: 'everyone who launches instances in the Region',
		example: 'throttle launches 10 percent',
		moves: MOVES,
		liftedBy: 'throttle launches off',
		apply: (launches, {share}, by, _setup, ctx) =>
			cap(launches, 'launches', {kind: 'share', value: share / 100}, by, ctx),
	}),
	'throttle-launches-off': row({
		forms: ['throttle launches off'],
		blanks: {},
		seconds: 60,
		what: 'admit every launch request',
		risk: 'Instances may start faster than the network can reach them.',
		touches: 'placement, DWFM and Network Manager',
		danger: 'Everyone who was held back comes in the same minute.',
		example: 'throttle launches off',
		moves: MOVES,
		refuse: ({launchCap}) =>
			launchCap.kind === 'none' ? refuse('not-throttled', 'Launches are not throttled.') : null,
		apply: (launches, _args, by, _setup, ctx) => cap(launches, 'launches', OFF, by, ctx),
	}),
	'throttle-terminations': row({
		forms: ['throttle terminations <rate>/s'],
		blanks: {rate},
		seconds: 60,
		what: 'release at most that many terminations a second',
		risk: 'held terminations pile up and must be released eventually',
		touches: 'everyone who terminates instances in the Region',
		example: 'throttle terminations 60/s',
		moves: LATE,
		liftedBy: 'throttle terminations off',
		apply: (launches, {rate}, by, _setup, ctx) =>
			cap(launches, 'terminations', {kind: 'rate', value: rate}, by, ctx),
	}),
	'throttle-terminations-percent': row({
		forms: ['throttle terminations <share> percent'],
		blanks: {share},
		seconds: 60,
		what: 'release terminations up to a share of what this hour usually sees',
		risk: 'held terminations pile up and must be released eventually',
		touches: 'everyone who terminates instances in the Region',
		example: 'throttle terminations 100 percent',
		moves: LATE,
		liftedBy: 'throttle terminations off',
		apply: (launches, {share}, by, _setup, ctx) =>
			cap(launches, 'terminations', {kind: 'share', value: share / 100}, by, ctx),
	}),
	'throttle-terminations-off': row({
		forms: ['throttle terminations off'],
		blanks: {},
		seconds: 60,
		what: 'release held terminations as fast as droplets allow',
		risk: 'each is one more change for the network to propagate',
		touches: 'Network Manager: all held terminations are changes to propagate',
		danger: 'All held terminations go at once, each a change for the network.',
		example: 'throttle terminations off',
		moves: LATE,
		refuse: ({terminationCap}) =>
			terminationCap.kind === 'none'
				? refuse('not-throttled', 'Terminations are not throttled.')
				: null,
		apply: (launches, _args, by, _setup, ctx) => cap(launches, 'terminations', OFF, by, ctx),
	}),
	'terminate-unreachable': row({
		forms: ['terminate unreachable'],
		blanks: {},
		seconds: 300,
		what: 'terminate instances that have no network and launch them again',
		risk: 'each costs the network two more changes, at the end of the queue',
		touches: 'instances of customers that run and have no network',
		danger: 'Instances of customers are terminated; what they held in memory is gone.',
		example: 'terminate unreachable',
		moves: ['network.unreachable', 'network.backlog'],
		refuse: ({unreachable}) =>
			unreachable < UNREACHABLE_MIN
				? refuse('none-unreachable', 'Every running instance has its network.')
				: null,
		apply: (launches, _args, _by, _setup, ctx) => {
			launches.relaunchesAsked = launches.unreachable;
			const text = `${launches.unreachable.toFixed(0)} instances without network are launched again.`;
			ctx.say({source: 'ec2-api', level: 'warn', kind: 'unreachable-relaunched', text});
			return done(text);
		},
	}),
};

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
			return `throttled at ${percent(cap.value, 1)} of the usual rate`;
	}
}
