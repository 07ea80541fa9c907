import {send, type Beat} from '../kernel/index.ts';
import {fleetMachine, type FleetEvent} from './droplets.machine.ts';
import type {Droplets} from './droplets.types.ts';

const SUMMARY_SECONDS = 60;
const SMOOTHING_SECONDS = 60;
/** Lines of crossings, lower and upper: a share that wavers at one line is not news. */
const BACKLOG = {cleared: 0.001, grown: 0.005};
const GOODPUT = {gone: 0.05, back: 0.2};

/** Compares this second with the last one and sends the fleet's chart what has been crossed. */
export function followFleet(x: Droplets, storeEmpty: number, beat: Beat): void {
	const {crossed, output} = x;
	const keep = 1 - 1 / SMOOTHING_SECONDS;
	crossed.goodput = crossed.goodput * keep + output.goodputPerSecond / SMOOTHING_SECONDS;
	crossed.throughput = crossed.throughput * keep + output.throughputPerSecond / SMOOTHING_SECONDS;
	crossed.offered =
		crossed.offered * keep +
		(output.goodputPerSecond + output.timeoutsPerSecond) / SMOOTHING_SECONDS;

	const storeLost = crossed.storeLost ? storeEmpty > 0.05 : storeEmpty >= 0.5;
	if (storeLost !== crossed.storeLost) {
		crossed.storeLost = storeLost;
		cross(x, storeLost ? 'STORE_LOST' : 'STORE_FOUND', beat);
	}
	const brokenShare = 1 - output.leasedShare;
	const backlog = brokenShare > (crossed.backlog ? BACKLOG.cleared : BACKLOG.grown);
	if (backlog !== crossed.backlog) {
		crossed.backlog = backlog;
		cross(x, backlog ? 'BACKLOG_GREW' : 'BACKLOG_CLEARED', beat);
	}
	const share = crossed.goodput / Math.max(1, crossed.throughput, crossed.offered);
	const stalled =
		backlog &&
		!storeLost &&
		(crossed.stalled ? share < GOODPUT.back : share < GOODPUT.gone && isLate(x));
	if (stalled !== crossed.stalled) {
		crossed.stalled = stalled;
		if (backlog && !storeLost) cross(x, stalled ? 'GOODPUT_GONE' : 'GOODPUT_BACK', beat);
	}
	const gated = x.gatePerSecond !== null && backlog && !storeLost && !stalled;
	if (gated !== crossed.gated) {
		crossed.gated = gated;
		cross(x, gated ? 'GATE_SET' : 'GATE_LIFTED', beat);
	}
	followHosts(x, beat);
	if (beat.now % SUMMARY_SECONDS === 0 && x.fleet.value !== 'granting') summarise(x, beat);
}

function isLate(x: Droplets): boolean {
	return x.output.oldestSeconds > x.deadlineSeconds;
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

function cross(x: Droplets, type: FleetEvent['type'], beat: Beat): void {
	const before = x.fleet.value;
	send(fleetMachine, x.fleet, {type}, beat);
	const [level, text] = SAYINGS[type];
	if (before === x.fleet.value) return;
	beat.say({
		source: 'dwfm',
		level,
		kind: type.toLowerCase().replaceAll('_', '-'),
		text: `fleet ${before} -> ${x.fleet.value}: ${text}`,
	});
}

function followHosts(x: Droplets, beat: Beat): void {
	const {crossed, output} = x;
	if (crossed.hostsCut === 0 && output.hostsCut > 0) {
		beat.say({
			source: 'dwfm',
			level: 'error',
			kind: 'host-cut',
			text: 'state check: last pooled connection to the state store closed, no address to reconnect to',
		});
	}
	if (crossed.hostsCut > 0 && output.hostsCut === 0) {
		beat.say({
			source: 'dwfm',
			level: 'info',
			kind: 'hosts-connected',
			text: 'state check: every host is connected to the state store',
		});
	}
	crossed.hostsCut = output.hostsCut;
}

function summarise(x: Droplets, beat: Beat): void {
	const {output} = x;
	const worrying = output.hostsStuck > 0 || output.hostsCut > 0;
	beat.say({
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
