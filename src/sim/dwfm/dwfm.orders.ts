import {
	done,
	refuse,
	rowsFor,
	type Result,
	type Setup,
	type StepContext,
	ZONES,
	type Zone,
} from '../kernel/index.ts';
import {isConnected} from './connections.ts';
import {constantsOf, DEADLINE_SECONDS_MAX} from './constants.ts';
import type {DwfmParameters} from './dwfm.parameters.ts';
import {zoneOf, type Dwfm} from './dwfm.types.ts';
import {isDown, planRolling, restartHost} from './restarts.ts';
import {openSecond} from './scratch.ts';

const LEASES = ['dwfm.leasedShare', 'dwfm.hostsStuck', 'dwfm.zombies', 'dwfm.goodput'];
/** Without leases nothing starts. */
const MOVES = [
	...LEASES,
	'ec2.successShare',
	'ec2.launchErrors',
	'ec2.pentUp',
	'ec2.limited',
	'ec2.admitted',
	'containers.errors',
];

const row = rowsFor<Dwfm, DwfmParameters>({kind: 'do', team: 'ec2', needs: 'tools'});

/** What can be ordered of the droplet managers, and how long each honestly takes (canon 2.6, 5.2). */
export const DWFM_ORDERS = {
	'gate-dwfm': row({
		forms: ['gate dwfm <rate>'],
		blanks: {rate: {kind: 'decimal', min: 0.1, max: 50, unit: 'attempts/s per host', usual: [4]}},
		seconds: 120,
		what: 'limits how many lease attempts enter each droplet manager’s queue in a second',
		risk: 'Too high and the queue outgrows the deadline; too low and recovery takes hours.',
		touches: 'what enters the queue of every droplet manager',
		example: 'gate dwfm 4',
		moves: MOVES,
		liftedBy: 'gate dwfm off',
		takes: fasterByRunbook(120),
		askedAgain: true,
		refuse: (dwfm, {rate}) =>
			dwfm.gatePerSecond === rate
				? refuse('no-change', 'The gate already stands at that rate.')
				: null,
		apply: (dwfm, {rate}, by, _setup, ctx) => {
			dwfm.gatePerSecond = rate;
			return said('gate-dwfm', `lease attempts limited to ${String(rate)}/s on each host`, by, ctx);
		},
	}),
	'gate-dwfm-off': row({
		forms: ['gate dwfm off'],
		blanks: {},
		seconds: 120,
		what: 'lets every held lease attempt into the queues',
		risk: 'What the gate still holds enters at once; a half-recovered fleet collapses again.',
		touches: 'the queue of every droplet manager, and the lease store behind them',
		danger: 'All held lease attempts come at once; a half-recovered fleet collapses again.',
		example: 'gate dwfm off',
		moves: MOVES,
		takes: fasterByRunbook(120),
		askedAgain: true,
		refuse: dwfm =>
			dwfm.gatePerSecond === null ? refuse('gate-off', 'Lease attempts are not limited.') : null,
		apply: (dwfm, _args, by, _setup, ctx) => {
			dwfm.gatePerSecond = null;
			return said('gate-dwfm-off', 'lease attempts no longer limited', by, ctx);
		},
	}),
	'restart-dwfm-host': row({
		forms: ['restart dwfm host <host>'],
		blanks: {host: {kind: 'whole', min: 1, max: 100, unit: '', usual: [1]}},
		seconds: 180,
		what: 'restarts one droplet manager: its queue is dropped, its leases go unchecked while it is down',
		risk: 'Without a gate its queue refills within minutes.',
		touches: 'one droplet manager, its queue, and the leases that it keeps',
		example: 'restart dwfm host 7',
		moves: MOVES,
		takes: fasterByRunbook(180),
		askedAgain: true,
		refuse: (dwfm, {host}, {parameters}) => {
			if (host > parameters.hosts) return refuse('no-such-host', 'There is no such host.');
			if (!isDown(dwfm, host - 1)) return null;
			return refuse('already-restarting', `Host ${String(host)} is already restarting.`);
		},
		apply: (dwfm, {host}, by, setup, ctx) =>
			said('restart-dwfm-host', restart(dwfm, [host - 1], setup, ctx.now), by, ctx),
	}),
	'restart-dwfm-batch': row({
		forms: ['restart dwfm batch <size> every <seconds>'],
		blanks: {
			size: {kind: 'whole', min: 1, max: 50, unit: 'hosts', usual: [10]},
			seconds: {kind: 'whole', min: 10, max: 3600, unit: 's', usual: [190]},
		},
		seconds: 180,
		what: 'restarts droplet managers in batches until all are done, skipping those of the last 30 min',
		risk: 'Without a gate the first batches relapse before the last have restarted.',
		touches: 'one batch of droplet managers after another, until all have restarted',
		example: 'restart dwfm batch 10 every 190',
		moves: MOVES,
		takes: fasterByRunbook(180),
		askedAgain: true,
		refuse: ({rolling}) =>
			rolling.active
				? refuse('already-rolling', 'A rolling restart is under way; stop it first.')
				: null,
		apply: (dwfm, {size, seconds}, by, setup, ctx) => {
			const count = planRolling(dwfm, setup, size, seconds, ctx.now);
			if (count === 0) {
				const next = Math.min(...dwfm.restartedAt) + setup.parameters.recentRestartSeconds;
				const minutes = String(Math.ceil((next - ctx.now) / 60));
				const none = `nothing done: every host was restarted in the last half hour; the next may be in ${minutes} min`;
				return said('restart-dwfm-batch', none, by, ctx);
			}
			const text = `${String(count)} hosts to restart, ${String(size)} every ${String(seconds)} s`;
			return said('restart-dwfm-batch', text, by, ctx);
		},
	}),
	'restart-dwfm-zone': row({
		forms: ['restart dwfm zone <zone>'],
		blanks: {zone: {kind: 'word', words: ZONES}},
		seconds: 180,
		what: 'restarts every droplet manager of one availability zone at once',
		risk: 'No launch is placed in that zone while they are down.',
		touches: 'every droplet manager of a zone, their queues and their leases',
		danger: 'A whole zone loses its managers, and no launch is placed in it meanwhile.',
		example: 'restart dwfm zone use1-az2',
		moves: MOVES,
		takes: fasterByRunbook(180),
		askedAgain: true,
		refuse: (dwfm, {zone}) =>
			hostsOf(dwfm, zone).every(host => isDown(dwfm, host))
				? refuse('already-restarting', 'Every host of that zone is already restarting.')
				: null,
		apply: (dwfm, {zone}, by, setup, ctx) =>
			said('restart-dwfm-zone', restart(dwfm, hostsOf(dwfm, zone), setup, ctx.now), by, ctx),
	}),
	'restart-dwfm-all': row({
		forms: ['restart dwfm all'],
		blanks: {},
		seconds: 180,
		what: 'restarts every droplet manager at once',
		risk: 'All leases are then requested together; the lease store may not cope.',
		touches: 'every droplet manager of the Region, their queues and all leases',
		danger: 'All managers restart at once, and every lease is then requested together.',
		example: 'restart dwfm all',
		moves: MOVES,
		takes: fasterByRunbook(180),
		askedAgain: true,
		refuse: dwfm =>
			allHosts(dwfm).every(host => isDown(dwfm, host))
				? refuse('already-restarting', 'Every host is already restarting.')
				: null,
		apply: (dwfm, _args, by, setup, ctx) =>
			said('restart-dwfm-all', restart(dwfm, allHosts(dwfm), setup, ctx.now), by, ctx),
	}),
	'stop-restarts': row({
		forms: ['stop restarts'],
		blanks: {},
		seconds: 30,
		what: 'ends a rolling restart after the batch under way',
		risk: 'Hosts not yet reached keep their expired work.',
		touches: 'the rolling restart, where it stands',
		example: 'stop restarts',
		moves: MOVES,
		takes: fasterByRunbook(30),
		askedAgain: true,
		refuse: ({rolling}) =>
			rolling.active ? null : refuse('nothing-to-stop', 'No rolling restart is under way.'),
		apply: (dwfm, _args, by, _setup, ctx) => {
			dwfm.rolling.active = false;
			dwfm.toRestart.fill(0);
			return said('stop-restarts', 'rolling restart ended', by, ctx);
		},
	}),
	'workers-dwfm': row({
		forms: ['workers dwfm <threads>'],
		blanks: {threads: {kind: 'whole', min: 4, max: 64, unit: 'threads per host', usual: [64]}},
		seconds: 300,
		what: 'changes the number of worker threads of each droplet manager',
		risk: 'More workers contend for the same lease records: the store slows down for everybody.',
		touches: 'every droplet manager, and the lease store that they share',
		example: 'workers dwfm 24',
		moves: MOVES,
		takes: fasterByRunbook(300),
		askedAgain: true,
		refuse: ({threadsPerHost}, {threads}) =>
			threadsPerHost === threads
				? refuse('no-change', 'The hosts already have that many workers.')
				: null,
		apply: (dwfm, {threads}, by, _setup, ctx) => {
			dwfm.threadsPerHost = threads;
			return said('workers-dwfm', `${String(threads)} workers on each host`, by, ctx);
		},
	}),
	'timeout-dwfm': row({
		forms: ['timeout dwfm <seconds>'],
		blanks: {
			seconds: {
				kind: 'whole',
				min: 10,
				max: DEADLINE_SECONDS_MAX,
				unit: 's',
				usual: [DEADLINE_SECONDS_MAX],
			},
		},
		seconds: 240,
		what: 'changes how long queued work may wait before it is abandoned and requeued',
		risk: 'Shorter means more work abandoned, and more of it queued twice.',
		touches: 'every lease attempt of every droplet manager',
		example: 'timeout dwfm 120',
		moves: MOVES,
		takes: fasterByRunbook(240),
		askedAgain: true,
		refuse: ({deadlineSeconds}, {seconds}) =>
			deadlineSeconds === seconds
				? refuse('no-change', 'The attempt deadline is already that long.')
				: null,
		apply: (dwfm, {seconds}, by, _setup, ctx) => {
			dwfm.deadlineSeconds = seconds;
			return said('timeout-dwfm', `attempt deadline ${String(seconds)} s`, by, ctx);
		},
	}),
	'drop-dwfm-expired': row({
		forms: ['drop dwfm expired'],
		blanks: {},
		seconds: 120,
		what: 'purges expired work from the queues by hand, one host a minute',
		risk: 'Slow: ungated hosts fill up again behind the purge.',
		touches: 'expired work in the queues of the droplet managers',
		example: 'drop dwfm expired',
		moves: MOVES,
		takes: fasterByRunbook(120),
		askedAgain: true,
		refuse: ({purge, output}) => {
			if (purge.active) return refuse('already-purging', 'A purge is under way.');
			return output.zombies >= 1 ? null : refuse('nothing-expired', 'No queue holds expired work.');
		},
		apply: ({purge}, _args, by, _setup, ctx) => {
			purge.active = true;
			purge.host = 0;
			purge.next = ctx.now;
			return said('drop-dwfm-expired', 'purging expired work, a host at a time', by, ctx);
		},
	}),
	'extend-leases': row({
		forms: ['extend leases <seconds>'],
		blanks: {seconds: {kind: 'whole', min: 60, max: 14_400, unit: 's', usual: [14_400]}},
		seconds: 240,
		what: 'keeps the leases of every host that can still write to the store from lapsing for a while',
		risk: 'The state of a droplet may drift from its record while nobody checks it.',
		touches: 'every lease that can be written',
		example: 'extend leases 3600',
		moves: MOVES,
		takes: fasterByRunbook(240),
		askedAgain: true,
		refuse: dwfm =>
			allHosts(dwfm).some(host => isConnected(dwfm, host))
				? null
				: refuse('store-unreachable', 'No host can write to the lease store.'),
		apply: (dwfm, {seconds}, by, _setup, ctx) =>
			said('extend-leases', extend(dwfm, seconds, ctx.now), by, ctx),
	}),
};

/** Whoever has a procedure and has exercised it is faster. */
function fasterByRunbook(seconds: number) {
	return (_dwfm: Dwfm, _args: unknown, {parameters, switches}: Setup<DwfmParameters>): number =>
		Math.ceil(seconds * (switches['dwfm-runbook'] ? parameters.runbookShare : 1));
}

function said(kind: string, text: string, by: string, ctx: StepContext): Result {
	ctx.say({source: 'dwfm', level: 'info', kind, text: `${by}: ${text}`});
	return done(text);
}

function restart(
	dwfm: Dwfm,
	hosts: readonly number[],
	setup: Setup<DwfmParameters>,
	now: number,
): string {
	const up = hosts.filter(host => !isDown(dwfm, host));
	const constants = constantsOf(setup);
	const second = openSecond(constants, now);
	for (const host of up) restartHost(dwfm, constants, second, host);
	return up.length === 1 ? 'restarting 1 host' : `restarting ${String(up.length)} hosts`;
}

function extend(dwfm: Dwfm, seconds: number, now: number): string {
	let count = 0;
	for (const host of allHosts(dwfm)) {
		if (!isConnected(dwfm, host)) continue;
		dwfm.heldUntil[host] = Math.max(dwfm.heldUntil[host]!, now + seconds);
		count++;
	}
	return `leases of ${String(count)} of ${String(dwfm.hostModes.length)} hosts extended by ${String(seconds)} s`;
}

function allHosts(dwfm: Dwfm): number[] {
	return Array.from(dwfm.hostModes, (_, host) => host);
}

function hostsOf(dwfm: Dwfm, zone: Zone): number[] {
	return allHosts(dwfm).filter(host => zoneOf(host) === zone);
}
