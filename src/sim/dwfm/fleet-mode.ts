import {send, type Setup, type StepContext} from '../kernel/index.ts';
import {fleetMachine, type FleetEvent} from './dwfm.machine.ts';
import type {DwfmParameters} from './dwfm.parameters.ts';
import type {Dwfm} from './dwfm.types.ts';

const SUMMARY_SECONDS = 60;
const SMOOTHING_SECONDS = 60;

/** Compares this second with the last one and sends the fleet's chart what has been crossed. */
export function followFleet(
	dwfm: Dwfm,
	storeEmpty: number,
	{parameters}: Setup<DwfmParameters>,
	ctx: StepContext,
): void {
	const {crossed, output} = dwfm;
	const {backlogClearedShare, backlogGrownShare, goodputBackShare, goodputGoneShare} = parameters;
	const keep = 1 - 1 / SMOOTHING_SECONDS;
	crossed.goodput = crossed.goodput * keep + output.goodputPerSecond / SMOOTHING_SECONDS;
	crossed.throughput = crossed.throughput * keep + output.throughputPerSecond / SMOOTHING_SECONDS;
	crossed.offered =
		crossed.offered * keep +
		(output.goodputPerSecond + output.timeoutsPerSecond) / SMOOTHING_SECONDS;

	const storeLost = crossed.storeLost ? storeEmpty > 0.05 : storeEmpty >= 0.5;
	if (storeLost !== crossed.storeLost) {
		crossed.storeLost = storeLost;
		cross(dwfm, storeLost ? 'STORE_LOST' : 'STORE_FOUND', ctx);
	}
	const brokenShare = 1 - output.leasedShare;
	const backlog = brokenShare > (crossed.backlog ? backlogClearedShare : backlogGrownShare);
	if (backlog !== crossed.backlog) {
		crossed.backlog = backlog;
		cross(dwfm, backlog ? 'BACKLOG_GREW' : 'BACKLOG_CLEARED', ctx);
	}
	const share = crossed.goodput / Math.max(1, crossed.throughput, crossed.offered);
	const stalled =
		backlog &&
		!storeLost &&
		(crossed.stalled ? share < goodputBackShare : share < goodputGoneShare && isLate(dwfm));
	if (stalled !== crossed.stalled) {
		crossed.stalled = stalled;
		if (backlog && !storeLost) cross(dwfm, stalled ? 'GOODPUT_GONE' : 'GOODPUT_BACK', ctx);
	}
	const gated = dwfm.gatePerSecond !== null && backlog && !storeLost && !stalled;
	if (gated !== crossed.gated) {
		crossed.gated = gated;
		cross(dwfm, gated ? 'GATE_SET' : 'GATE_LIFTED', ctx);
	}
	followHosts(dwfm, ctx);
	if (ctx.now % SUMMARY_SECONDS === 0 && dwfm.fleet.value !== 'granting') summarise(dwfm, ctx);
}

function isLate(dwfm: Dwfm): boolean {
	return dwfm.output.oldestSeconds > dwfm.deadlineSeconds;
}

const SAYINGS: Readonly<Record<FleetEvent['type'], readonly ['info' | 'warn' | 'error', string]>> =
	{
		STORE_LOST: ['error', 'state checks fail: the state store cannot be reached'],
		STORE_FOUND: ['info', 'state store: dynamodb.us-east-1.amazonaws.com answers again'],
		BACKLOG_GREW: ['warn', 'droplet leases are being lost faster than they are re-established'],
		BACKLOG_CLEARED: ['info', 'droplet leases are held on the whole fleet'],
		GOODPUT_GONE: [
			'error',
			'lease attempts time out before they are reached; nothing completes in time',
		],
		GOODPUT_BACK: ['info', 'lease attempts complete within their deadline again'],
		GATE_SET: ['info', 'lease attempts are limited at intake'],
		GATE_LIFTED: ['info', 'lease attempts are no longer limited at intake'],
	};

function cross(dwfm: Dwfm, type: FleetEvent['type'], ctx: StepContext): void {
	const before = dwfm.fleet.value;
	send(fleetMachine, dwfm.fleet, {type}, ctx);
	const [level, text] = SAYINGS[type];
	if (before === dwfm.fleet.value) return;
	ctx.say({
		source: 'dwfm',
		level,
		kind: type.toLowerCase().replaceAll('_', '-'),
		text: `fleet ${before} -> ${dwfm.fleet.value}: ${text}`,
	});
}

function followHosts(dwfm: Dwfm, ctx: StepContext): void {
	const {crossed, output} = dwfm;
	if (crossed.hostsCut === 0 && output.hostsCut > 0) {
		ctx.say({
			source: 'dwfm',
			level: 'error',
			kind: 'host-cut',
			text: 'state check: last pooled connection to the state store closed, no address to reconnect to',
		});
	}
	if (crossed.hostsCut > 0 && output.hostsCut === 0) {
		ctx.say({
			source: 'dwfm',
			level: 'info',
			kind: 'hosts-connected',
			text: 'state check: every host is connected to the state store',
		});
	}
	crossed.hostsCut = output.hostsCut;
}

function summarise(dwfm: Dwfm, ctx: StepContext): void {
	const {output} = dwfm;
	const worrying = output.hostsStuck > 0 || output.hostsCut > 0;
	ctx.say({
		source: 'dwfm',
		level: worrying ? 'warn' : 'info',
		kind: 'lease-summary',
		text:
			`leases held ${(output.leasedShare * 100).toFixed(1)} %, queued ${output.queued.toFixed(0)}, ` +
			`expired unserved ${output.zombies.toFixed(0)}, oldest ${output.oldestSeconds.toFixed(0)} s, ` +
			`in time ${output.goodputPerSecond.toFixed(0)}/s of ${output.throughputPerSecond.toFixed(0)}/s, ` +
			`timeouts ${output.timeoutsPerSecond.toFixed(0)}/s`,
	});
}
