import {
	done,
	refuse,
	unreachable,
	assert,
	type Acceptance,
	type StepContext,
	type Setup,
	type Order,
	type Refusal,
	type Result,
} from '../kernel/index.ts';
import type {DwfmParameters} from './dwfm.parameters.ts';
import {zoneOf, type Dwfm} from './dwfm.types.ts';
import {DWFM_ORDERS} from './order-table.ts';
import {isDown, planRolling, restartHost} from './restarts.ts';
import {openSecond} from './scratch.ts';
import {constantsOf} from './constants.ts';

type DwfmOrder = keyof typeof DWFM_ORDERS;

/** At the attempt: refuses with a reason, or says how long it takes. */
export function validateDwfm(
	dwfm: Dwfm,
	order: Order,
	setup: Setup<DwfmParameters>,
	ctx: StepContext,
): Acceptance | Refusal {
	const id = idOf(order);
	const refusal = objection(dwfm, id, order, setup, ctx.now);
	if (refusal !== null) return refusal;
	const {seconds} = DWFM_ORDERS[id];
	const share = setup.switches['dwfm-runbook'] ? setup.parameters.runbookShare : 1;
	return {ok: true, seconds: Math.ceil(seconds * share)};
}

/** At completion: the effect, unless the world has moved on meanwhile. */
export function applyDwfm(
	dwfm: Dwfm,
	order: Order,
	by: string,
	setup: Setup<DwfmParameters>,
	ctx: StepContext,
): Result {
	const id = idOf(order);
	const refusal = objection(dwfm, id, order, setup, ctx.now);
	if (refusal !== null) return refusal;
	const text = obey(dwfm, id, order, setup, ctx.now);
	ctx.say({source: 'dwfm', level: 'info', kind: id, text: `${by}: ${text}`});
	return done(text);
}

function objection(
	dwfm: Dwfm,
	id: DwfmOrder,
	order: Order,
	{parameters}: Setup<DwfmParameters>,
	now: number,
): Refusal | null {
	switch (id) {
		case 'gate-dwfm':
			if (dwfm.gatePerSecond !== numberOf(order, 'rate')) return null;
			return refuse('no-change', 'The gate already stands at that rate.');
		case 'gate-dwfm-off':
			if (dwfm.gatePerSecond !== null) return null;
			return refuse('gate-off', 'Lease attempts are not limited.');
		case 'restart-dwfm-host': {
			const host = numberOf(order, 'host');
			if (host > parameters.hosts) return refuse('no-such-host', 'There is no such host.');
			if (!isDown(dwfm, host - 1, now)) return null;
			return refuse('already-restarting', `Host ${String(host)} is already restarting.`);
		}
		case 'restart-dwfm-batch':
			if (!dwfm.rolling.active) return null;
			return refuse('already-rolling', 'A rolling restart is under way; stop it first.');
		case 'restart-dwfm-zone': {
			const hosts = hostsOf(dwfm, order);
			if (hosts.some(host => !isDown(dwfm, host, now))) return null;
			return refuse('already-restarting', 'Every host of that zone is already restarting.');
		}
		case 'restart-dwfm-all':
			if (allHosts(dwfm).some(host => !isDown(dwfm, host, now))) return null;
			return refuse('already-restarting', 'Every host is already restarting.');
		case 'stop-restarts':
			if (dwfm.rolling.active) return null;
			return refuse('nothing-to-stop', 'No rolling restart is under way.');
		case 'workers-dwfm':
			if (dwfm.threadsPerHost !== numberOf(order, 'threads')) return null;
			return refuse('no-change', 'The hosts already have that many workers.');
		case 'timeout-dwfm':
			if (dwfm.deadlineSeconds !== numberOf(order, 'seconds')) return null;
			return refuse('no-change', 'The attempt deadline is already that long.');
		case 'drop-dwfm-expired':
			if (dwfm.purge.active) return refuse('already-purging', 'A purge is under way.');
			if (dwfm.output.zombies >= 1) return null;
			return refuse('nothing-expired', 'No queue holds expired work.');
		case 'extend-leases':
			if (allHosts(dwfm).some(host => canWrite(dwfm, host, now))) return null;
			return refuse('store-unreachable', 'No host can write to the lease store.');
		default:
			return unreachable(id);
	}
}

/** Carries out what nothing speaks against; returns what was done. */
function obey(
	dwfm: Dwfm,
	id: DwfmOrder,
	order: Order,
	setup: Setup<DwfmParameters>,
	now: number,
): string {
	switch (id) {
		case 'gate-dwfm':
			dwfm.gatePerSecond = numberOf(order, 'rate');
			return `lease attempts limited to ${String(dwfm.gatePerSecond)}/s on each host`;
		case 'gate-dwfm-off':
			dwfm.gatePerSecond = null;
			return 'lease attempts no longer limited';
		case 'restart-dwfm-host':
			return restart(dwfm, [numberOf(order, 'host') - 1], setup, now);
		case 'restart-dwfm-zone':
			return restart(dwfm, hostsOf(dwfm, order), setup, now);
		case 'restart-dwfm-all':
			return restart(dwfm, allHosts(dwfm), setup, now);
		case 'restart-dwfm-batch': {
			const size = numberOf(order, 'size');
			const every = numberOf(order, 'seconds');
			const count = planRolling(dwfm, setup, size, every, now);
			return `${String(count)} hosts to restart, ${String(size)} every ${String(every)} s`;
		}
		case 'stop-restarts':
			dwfm.rolling.active = false;
			dwfm.toRestart.fill(0);
			return 'rolling restart ended';
		case 'workers-dwfm':
			dwfm.threadsPerHost = numberOf(order, 'threads');
			return `${String(dwfm.threadsPerHost)} workers on each host`;
		case 'timeout-dwfm':
			dwfm.deadlineSeconds = numberOf(order, 'seconds');
			return `attempt deadline ${String(dwfm.deadlineSeconds)} s`;
		case 'drop-dwfm-expired':
			dwfm.purge.active = true;
			dwfm.purge.host = 0;
			dwfm.purge.next = now;
			return 'purging expired work, a host at a time';
		case 'extend-leases':
			return extend(dwfm, numberOf(order, 'seconds'), now);
		default:
			return unreachable(id);
	}
}

function restart(
	dwfm: Dwfm,
	hosts: readonly number[],
	setup: Setup<DwfmParameters>,
	now: number,
): string {
	const up = hosts.filter(host => !isDown(dwfm, host, now));
	const constants = constantsOf(setup);
	const second = openSecond(constants, now);
	for (const host of up) restartHost(dwfm, constants, second, host);
	return up.length === 1 ? 'restarting 1 host' : `restarting ${String(up.length)} hosts`;
}

function extend(dwfm: Dwfm, seconds: number, now: number): string {
	let count = 0;
	for (const host of allHosts(dwfm)) {
		if (!canWrite(dwfm, host, now)) continue;
		dwfm.heldUntil[host] = Math.max(dwfm.heldUntil[host]!, now + seconds);
		count++;
	}
	return `leases of ${String(count)} of ${String(dwfm.cut.length)} hosts extended by ${String(seconds)} s`;
}

function canWrite(dwfm: Dwfm, host: number, now: number): boolean {
	return dwfm.cut[host] === 0 && !isDown(dwfm, host, now);
}

function allHosts(dwfm: Dwfm): number[] {
	return Array.from(dwfm.cut, (_, host) => host);
}

function hostsOf(dwfm: Dwfm, order: Order): number[] {
	return allHosts(dwfm).filter(host => zoneOf(host) === order.args['zone']);
}

function idOf(order: Order): DwfmOrder {
	assert(Object.hasOwn(DWFM_ORDERS, order.id), 'the order is one of the droplet managers’');
	return order.id as DwfmOrder;
}

function numberOf(order: Order, blank: string): number {
	const value = order.args[blank];
	assert(typeof value === 'number', `${blank} is a number`);
	return value;
}
