import {
	done,
	refuse,
	unreachable,
	assert,
	type Acceptance,
	type Beat,
	type Conditions,
	type Order,
	type Refusal,
	type Result,
} from '../kernel/index.ts';
import type {DropletsParameters} from './droplets.parameters.ts';
import {zoneOf, type Droplets} from './droplets.types.ts';
import {DROPLETS_ORDERS} from './order-table.ts';
import {isDown, planRolling, restartHost} from './restarts.ts';
import {openSecond} from './second.ts';
import {termsOf} from './terms.ts';

type DropletsOrder = keyof typeof DROPLETS_ORDERS;

/** At the attempt: refuses with a reason, or says how long it takes. */
export function weighDroplets(
	x: Droplets,
	order: Order,
	conditions: Conditions<DropletsParameters>,
	beat: Beat,
): Acceptance | Refusal {
	const id = idOf(order);
	const refusal = objection(x, id, order, conditions, beat.now);
	if (refusal !== null) return refusal;
	const {seconds} = DROPLETS_ORDERS[id];
	const share = conditions.switches['dwfm-runbook'] ? conditions.parameters.runbookShare : 1;
	return {ok: true, seconds: Math.ceil(seconds * share)};
}

/** At completion: the effect, unless the world has moved on meanwhile. */
export function carryOutDroplets(
	x: Droplets,
	order: Order,
	by: string,
	conditions: Conditions<DropletsParameters>,
	beat: Beat,
): Result {
	const id = idOf(order);
	const refusal = objection(x, id, order, conditions, beat.now);
	if (refusal !== null) return refusal;
	const text = obey(x, id, order, conditions, beat.now);
	beat.say({source: 'dwfm', level: 'info', kind: id, text: `${by}: ${text}`});
	return done(text);
}

function objection(
	x: Droplets,
	id: DropletsOrder,
	order: Order,
	{parameters}: Conditions<DropletsParameters>,
	now: number,
): Refusal | null {
	switch (id) {
		case 'gate-dwfm':
			if (x.gatePerSecond !== numberOf(order, 'rate')) return null;
			return refuse('no-change', 'The gate already stands at that rate.');
		case 'gate-dwfm-off':
			if (x.gatePerSecond !== null) return null;
			return refuse('gate-off', 'Lease attempts are not limited.');
		case 'restart-dwfm-host': {
			const host = numberOf(order, 'host');
			if (host > parameters.hosts) return refuse('no-such-host', 'There is no such host.');
			if (!isDown(x, host - 1, now)) return null;
			return refuse('already-restarting', `Host ${String(host)} is already restarting.`);
		}
		case 'restart-dwfm-batch':
			if (!x.rolling.active) return null;
			return refuse('already-rolling', 'A rolling restart is under way; stop it first.');
		case 'restart-dwfm-zone': {
			const hosts = hostsOf(x, order);
			if (hosts.some(host => !isDown(x, host, now))) return null;
			return refuse('already-restarting', 'Every host of that zone is already restarting.');
		}
		case 'restart-dwfm-all':
			if (allHosts(x).some(host => !isDown(x, host, now))) return null;
			return refuse('already-restarting', 'Every host is already restarting.');
		case 'stop-restarts':
			if (x.rolling.active) return null;
			return refuse('nothing-to-stop', 'No rolling restart is under way.');
		case 'workers-dwfm':
			if (x.threadsPerHost !== numberOf(order, 'threads')) return null;
			return refuse('no-change', 'The hosts already have that many workers.');
		case 'timeout-dwfm':
			if (x.deadlineSeconds !== numberOf(order, 'seconds')) return null;
			return refuse('no-change', 'The attempt deadline is already that long.');
		case 'drop-dwfm-expired':
			if (x.purge.active) return refuse('already-purging', 'A purge is under way.');
			if (x.output.zombies >= 1) return null;
			return refuse('nothing-expired', 'No queue holds expired work.');
		case 'extend-leases':
			if (allHosts(x).some(host => canWrite(x, host, now))) return null;
			return refuse('store-unreachable', 'No host can write to the lease store.');
		default:
			return unreachable(id);
	}
}

/** Carries out what nothing speaks against; returns what was done. */
function obey(
	x: Droplets,
	id: DropletsOrder,
	order: Order,
	conditions: Conditions<DropletsParameters>,
	now: number,
): string {
	switch (id) {
		case 'gate-dwfm':
			x.gatePerSecond = numberOf(order, 'rate');
			return `lease attempts limited to ${String(x.gatePerSecond)}/s on each host`;
		case 'gate-dwfm-off':
			x.gatePerSecond = null;
			return 'lease attempts no longer limited';
		case 'restart-dwfm-host':
			return restart(x, [numberOf(order, 'host') - 1], conditions, now);
		case 'restart-dwfm-zone':
			return restart(x, hostsOf(x, order), conditions, now);
		case 'restart-dwfm-all':
			return restart(x, allHosts(x), conditions, now);
		case 'restart-dwfm-batch': {
			const size = numberOf(order, 'size');
			const every = numberOf(order, 'seconds');
			const count = planRolling(x, conditions, size, every, now);
			return `${String(count)} hosts to restart, ${String(size)} every ${String(every)} s`;
		}
		case 'stop-restarts':
			x.rolling.active = false;
			x.toRestart.fill(0);
			return 'rolling restart ended';
		case 'workers-dwfm':
			x.threadsPerHost = numberOf(order, 'threads');
			return `${String(x.threadsPerHost)} workers on each host`;
		case 'timeout-dwfm':
			x.deadlineSeconds = numberOf(order, 'seconds');
			return `attempt deadline ${String(x.deadlineSeconds)} s`;
		case 'drop-dwfm-expired':
			x.purge.active = true;
			x.purge.host = 0;
			x.purge.next = now;
			return 'purging expired work, a host at a time';
		case 'extend-leases':
			return extend(x, numberOf(order, 'seconds'), now);
		default:
			return unreachable(id);
	}
}

function restart(
	x: Droplets,
	hosts: readonly number[],
	conditions: Conditions<DropletsParameters>,
	now: number,
): string {
	const up = hosts.filter(host => !isDown(x, host, now));
	const terms = termsOf(conditions);
	const second = openSecond(terms, now);
	for (const host of up) restartHost(x, terms, second, host);
	return up.length === 1 ? 'restarting 1 host' : `restarting ${String(up.length)} hosts`;
}

function extend(x: Droplets, seconds: number, now: number): string {
	let count = 0;
	for (const host of allHosts(x)) {
		if (!canWrite(x, host, now)) continue;
		x.heldUntil[host] = Math.max(x.heldUntil[host]!, now + seconds);
		count++;
	}
	return `leases of ${String(count)} of ${String(x.cut.length)} hosts extended by ${String(seconds)} s`;
}

function canWrite(x: Droplets, host: number, now: number): boolean {
	return x.cut[host] === 0 && !isDown(x, host, now);
}

function allHosts(x: Droplets): number[] {
	return Array.from(x.cut, (_, host) => host);
}

function hostsOf(x: Droplets, order: Order): number[] {
	return allHosts(x).filter(host => zoneOf(host) === order.args['zone']);
}

function idOf(order: Order): DropletsOrder {
	assert(Object.hasOwn(DROPLETS_ORDERS, order.id), 'the order is one of the droplet managers’');
	return order.id as DropletsOrder;
}

function numberOf(order: Order, blank: string): number {
	const value = order.args[blank];
	assert(typeof value === 'number', `${blank} is a number`);
	return value;
}
