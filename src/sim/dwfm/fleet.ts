import {assert, enter, type StepContext, type Setup} from '../kernel/index.ts';
import {fleetMachine, HOST} from './dwfm.machine.ts';
import type {DwfmParameters} from './dwfm.parameters.ts';
import type {Dwfm, DwfmOutput} from './dwfm.types.ts';
import {constantsOf, type Constants} from './constants.ts';

/** A healthy fleet: every droplet leased, its checks spread evenly over the interval. */
export function createDwfm(setup: Setup<DwfmParameters>, ctx: StepContext): Dwfm {
	const {parameters} = setup;
	const constants = constantsOf(setup);
	const {hosts, droplets} = constants;
	assert(
		constants.backoffLow >= 1 && constants.backoffWidth >= 1,
		'a back-off is a span of seconds',
	);
	assert(constants.misses >= 2, 'a lease survives at least one missed check');
	const dwfm: Dwfm = {
		tick: ctx.now,
		due: new Float64Array((constants.dueMask + 1) * hosts),
		missed: new Float64Array((constants.missedMask + 1) * hosts * (constants.misses - 1)),
		release: new Float64Array((constants.releaseMask + 1) * hosts),
		rows: new Float64Array((constants.rowMask + 1) * hosts * constants.stride),
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
		fleet: enter(fleetMachine, 'droplets/fleet', ctx),
		crossed: {
			storeLost: false,
			backlog: false,
			stalled: false,
			well: true,
			storeEmpty: 0,
			hostsCut: 0,
			goodput: 0,
			throughput: 0,
			offered: 0,
		},
		output: emptyOutput(),
	};
	grantAll(dwfm, constants, ctx.now);
	return dwfm;
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
		hostModes: new Uint8Array(hosts).fill(HOST.working),
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
function grantAll(dwfm: Dwfm, constants: Constants, now: number): void {
	const {hosts, droplets, checkEvery, backoffLow, backoffEnd, dueMask} = constants;
	const breaks = constants.breaks * droplets;
	const broken = (breaks * (backoffLow + backoffEnd - 1)) / 2;
	const leased = droplets - broken;
	for (let host = 0; host < hosts; host++) {
		for (let wait = 1; wait <= checkEvery; wait++) {
			dwfm.due[((now + wait) & dueMask) * hosts + host] = leased / checkEvery;
		}
		for (let ago = 0; ago < backoffEnd; ago++) breakAgo(dwfm, constants, now, host, ago, breaks);
		dwfm.waiting[host] = leased;
		dwfm.backingOff[host] = broken;
	}
}

/** As if `count` leases had broken some seconds ago: part of their back-off is already running. */
function breakAgo(
	dwfm: Dwfm,
	constants: Constants,
	now: number,
	host: number,
	ago: number,
	count: number,
): void {
	const {hosts, backoffLow, backoffEnd, releaseMask} = constants;
	const step = count / constants.backoffWidth;
	if (ago < backoffLow)
		dwfm.release[((now + backoffLow - ago) & releaseMask) * hosts + host]! += step;
	else dwfm.releasePerSecond[host]! += step;
	dwfm.release[((now + backoffEnd - ago) & releaseMask) * hosts + host]! -= step;
}

function emptyOutput(): DwfmOutput {
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
		places: 0,
		storeLoad: 0,
		hostsDown: 0,
		hostsStuck: 0,
		hostsCut: 0,
		pressureWorst: 0,
	};
}
