import {percent, send, type Setup, type StepContext} from '../kernel/index.ts';
import {drawConnections} from './connections.ts';
import {fleetMachine, type FleetEvent} from './dwfm.machine.ts';
import type {DwfmParameters} from './dwfm.parameters.ts';
import type {Dwfm} from './dwfm.types.ts';

const SUMMARY_SECONDS = 60;
const SMOOTHING_SECONDS = 60;
/** Share of empty look-ups above which the store counts as lost, and up to which as found again. */
const STORE_LOST_SHARE = 0.5;
const STORE_FOUND_SHARE = 0.05;

/** Before the second is worked: tells the chart when look-ups begin to come back empty, and when none does. */
export function followNames(
	dwfm: Dwfm,
	storeEmpty: number,
	setup: Setup<DwfmParameters>,
	ctx: StepContext,
): void {
	const isEmpty = storeEmpty > 0;
	if (isEmpty === dwfm.crossed.storeEmpty > 0) return;
	const asked = cross(dwfm, {type: isEmpty ? 'STORE_LOST' : 'STORE_FOUND'}, ctx);
	if (asked.includes('draw pools')) drawConnections(dwfm, setup, ctx);
}

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

	crossed.storeLost = storeEmpty > (crossed.storeLost ? STORE_FOUND_SHARE : STORE_LOST_SHARE);
	const brokenShare = 1 - output.leasedShare;
	crossed.backlog = brokenShare > (crossed.backlog ? backlogClearedShare : backlogGrownShare);
	const share = crossed.goodput / Math.max(1, crossed.throughput, crossed.offered);
	const isServed = crossed.backlog && !crossed.storeLost;
	const stalled =
		isServed &&
		(crossed.stalled ? share < goodputBackShare : share < goodputGoneShare && isLate(dwfm));
	if (stalled !== crossed.stalled) {
		crossed.stalled = stalled;
		const namesEmpty = storeEmpty > 0;
		cross(dwfm, stalled ? {type: 'GOODPUT_GONE'} : {type: 'GOODPUT_BACK', namesEmpty}, ctx);
	}
	const well = !crossed.backlog && storeEmpty <= 0 && !dwfm.strained;
	if (well !== crossed.well) {
		crossed.well = well;
		cross(dwfm, {type: well ? 'WELL' : 'STRAINED'}, ctx);
	}
	followHosts(dwfm, ctx);
	if (ctx.now % SUMMARY_SECONDS === 0 && dwfm.fleet.value !== 'healthy') summarise(dwfm, ctx);
}

function isLate(dwfm: Dwfm): boolean {
	return dwfm.output.oldestSeconds > dwfm.deadlineSeconds;
}

const SAYINGS: Readonly<Record<FleetEvent['type'], readonly ['info' | 'warn' | 'error', string]>> =
	{
		STORE_LOST: ['error', 'state checks fail: look-ups of the state store come back empty'],
		STORE_FOUND: ['info', 'state store: dynamodb.us-east-1.amazonaws.com answers again'],
		STRAINED: ['warn', 'droplet leases are lost, or hosts are without the state store'],
		GOODPUT_GONE: [
			'error',
			'lease attempts time out before they are reached; nothing completes in time',
		],
		GOODPUT_BACK: ['info', 'lease attempts complete within their deadline again'],
		WELL: ['info', 'droplet leases are held on the whole fleet'],
	};

/** Sends the chart an event, writes what it changes, and returns what the chart asks for. */
function cross(dwfm: Dwfm, event: FleetEvent, ctx: StepContext): readonly string[] {
	const before = dwfm.fleet.value;
	const asked = send(fleetMachine, dwfm.fleet, event, ctx);
	if (before !== dwfm.fleet.value) {
		const [level, words] = SAYINGS[event.type];
		const text = `fleet ${before} -> ${dwfm.fleet.value}: ${words}`;
		const kind = event.type.toLowerCase().replaceAll('_', '-');
		ctx.say({source: 'dwfm', level, kind, text});
	}
	return asked;
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
			`leases held ${percent(output.leasedShare, 1)}, queued ${output.queued.toFixed(0)}, ` +
			`expired unserved ${output.zombies.toFixed(0)}, oldest ${output.oldestSeconds.toFixed(0)} s, ` +
			`in time ${output.goodputPerSecond.toFixed(0)}/s of ${output.throughputPerSecond.toFixed(0)}/s, ` +
			`timeouts ${output.timeoutsPerSecond.toFixed(0)}/s`,
	});
}
