import {assert, enter, type Beat, type Conditions} from '../kernel/index.ts';
import {fleetMachine} from './droplets.machine.ts';
import type {DropletsParameters} from './droplets.parameters.ts';
import {MARGIN_MAX, type Droplets, type DropletsOutput} from './droplets.types.ts';
import {termsOf, type Terms} from './terms.ts';

/** A healthy fleet: every droplet leased, its checks spread evenly over the interval. */
export function createDroplets(conditions: Conditions<DropletsParameters>, beat: Beat): Droplets {
	const {parameters} = conditions;
	const terms = termsOf(conditions);
	const {hosts, droplets} = terms;
	assert(terms.backoffLow >= 1 && terms.backoffWidth >= 1, 'a back-off is a span of seconds');
	assert(terms.misses >= 2, 'a lease survives at least one missed check');
	const x: Droplets = {
		tick: beat.now,
		due: new Float64Array((terms.dueMask + 1) * hosts),
		missed: new Float64Array((terms.missedMask + 1) * hosts * (terms.misses - 1)),
		release: new Float64Array((terms.releaseMask + 1) * hosts),
		rows: new Float64Array((terms.rowMask + 1) * hosts * terms.stride),
		...crowdsOf(hosts),
		strained: false,
		rolling: {active: false, size: 0, everySeconds: 0, next: 0},
		purge: {active: false, host: 0, next: 0},
		gatePerSecond: null,
		deadlineSeconds: parameters.deadlineSeconds,
		threadsPerHost: parameters.threadsPerHost,
		storeLatencyFactor: 1,
		placeable: hosts * droplets,
		tally: {units: 0, goodput: 0, zombiesServed: 0, timeouts: 0, started: 0, lost: 0, oldest: 0},
		fleet: enter(fleetMachine, 'droplets/fleet', beat),
		crossed: {
			storeLost: false,
			backlog: false,
			stalled: false,
			gated: false,
			storeEmpty: 0,
			hostsCut: 0,
			goodput: 0,
			throughput: 0,
			offered: 0,
		},
		output: emptyOutput(),
	};
	grantAll(x, terms, beat.now);
	return x;
}

function crowdsOf(hosts: number) {
	return {
		waiting: new Float64Array(hosts),
		checking: new Float64Array(hosts),
		backingOff: new Float64Array(hosts),
		held: new Float64Array(hosts),
		reserve: new Float64Array(hosts),
		attempting: new Float64Array(hosts),
		reservePerSecond: new Float64Array(hosts),
		releasePerSecond: new Float64Array(hosts),
		missing: new Float64Array(hosts),
		workflows: new Float64Array(hosts),
		zombieItems: new Float64Array(hosts),
		zombieWork: new Float64Array(hosts),
		zombieUnits: new Float64Array(hosts),
		zombieArrived: new Float64Array(hosts),
		zombieSince: new Int32Array(hosts),
		head: new Int32Array(hosts),
		busy: new Uint8Array(hosts),
		stuck: new Uint8Array(hosts),
		cut: new Uint8Array(hosts),
		emptySeconds: new Float64Array(hosts),
		poolLifeSeconds: new Float64Array(hosts),
		answeredSeconds: new Float64Array(hosts),
		reconnectAfterSeconds: new Float64Array(hosts),
		downUntil: new Int32Array(hosts).fill(NEVER),
		restartedAt: new Int32Array(hosts).fill(NEVER),
		heldUntil: new Int32Array(hosts).fill(NEVER),
		toRestart: new Uint8Array(hosts),
	};
}

/** Long before any level begins. */
export const NEVER = -1_000_000;

/** Breaks by themselves balance repairs from the first second on, so that no transient opens the level. */
function grantAll(x: Droplets, terms: Terms, now: number): void {
	const {hosts, droplets, checkEvery, backoffLow, backoffEnd, dueMask} = terms;
	const breaks = terms.breaks * droplets;
	const broken = (breaks * (backoffLow + backoffEnd - 1)) / 2;
	const leased = droplets - broken;
	for (let host = 0; host < hosts; host++) {
		for (let wait = 1; wait <= checkEvery; wait++) {
			x.due[((now + wait) & dueMask) * hosts + host] = leased / checkEvery;
		}
		for (let ago = 0; ago < backoffEnd; ago++) breakAgo(x, terms, now, host, ago, breaks);
		x.waiting[host] = leased;
		x.backingOff[host] = broken;
	}
}

/** As if `count` leases had broken some seconds ago: part of their back-off is already running. */
function breakAgo(
	x: Droplets,
	terms: Terms,
	now: number,
	host: number,
	ago: number,
	count: number,
): void {
	const {hosts, backoffLow, backoffEnd, releaseMask} = terms;
	const step = count / terms.backoffWidth;
	if (ago < backoffLow) x.release[((now + backoffLow - ago) & releaseMask) * hosts + host]! += step;
	else x.releasePerSecond[host]! += step;
	x.release[((now + backoffEnd - ago) & releaseMask) * hosts + host]! -= step;
}

function emptyOutput(): DropletsOutput {
	return {
		leased: 0,
		broken: 0,
		leasedShare: 1,
		queued: 0,
		zombies: 0,
		oldestSeconds: 0,
		goodputPerSecond: 0,
		throughputPerSecond: 0,
		timeoutsPerSecond: 0,
		startedPerSecond: 0,
		workflowsLostPerSecond: 0,
		slotsPerSecond: 0,
		storeLoad: 0,
		storeLatencyFactor: 1,
		hostsDown: 0,
		hostsStuck: 0,
		hostsCut: 0,
		marginMedian: MARGIN_MAX,
		marginWorst: MARGIN_MAX,
		pressureMedian: 0,
		pressureWorst: 0,
	};
}
