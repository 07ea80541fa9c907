import {assert, tick, type StepContext, type Setup} from '../kernel/index.ts';
import {followConnections} from './connections.ts';
import {HOST} from './dwfm.machine.ts';
import type {DwfmParameters} from './dwfm.parameters.ts';
import type {Arriving, Dwfm, DwfmInputs, DwfmOutput} from './dwfm.types.ts';
import {followFleet, followNames} from './fleet-mode.ts';
import {workHosts} from './hosts.ts';
import {notePressure} from './margin.ts';
import {purgeOn, rollOn} from './restarts.ts';
import {openSecond, takeIn} from './scratch.ts';
import {constantsOf, type Constants} from './constants.ts';

const PRESSURE_SECONDS = 60;

/** One second of the droplet managers. Mutates `x` and returns its output. */
export function stepDwfm(
	dwfm: Dwfm,
	inputs: DwfmInputs,
	setup: Setup<DwfmParameters>,
	ctx: StepContext,
): DwfmOutput {
	followNames(dwfm, inputs.storeEmpty, setup, ctx);
	advance(dwfm, inputs, setup, ctx.now);
	followFleet(dwfm, inputs.storeEmpty, setup, ctx);
	if (ctx.now % PRESSURE_SECONDS === 0) notePressure(dwfm, setup, inputs.probesOnReturnPerSecond);
	return dwfm.output;
}

/** The physics of a second, without charts, luck and log: what a probe of the future runs too. */
export function advance(
	dwfm: Dwfm,
	inputs: Arriving,
	setup: Setup<DwfmParameters>,
	now: number,
): void {
	const {storeEmpty} = inputs;
	assert(storeEmpty >= 0 && storeEmpty <= 1, 'a share of look-ups lies between 0 and 1');
	assert(inputs.probesPerSecond >= 0 && inputs.placedPerSecond >= 0, 'rates are not negative');
	const constants = constantsOf(setup);
	dwfm.tick = tick(now);
	clearTally(dwfm);
	const second = openSecond(constants, now);
	rollOn(dwfm, constants, second);
	purgeOn(dwfm, constants, setup, now);
	followConnections(dwfm, constants, setup, storeEmpty, second);
	dwfm.crossed.storeEmpty = storeEmpty;
	takeIn(second, dwfm, constants, inputs);
	workHosts(dwfm, constants, second);
	followStore(dwfm, setup);
	addUp(dwfm, constants, setup);
}

function clearTally(dwfm: Dwfm): void {
	const {tally} = dwfm;
	tally.units = 0;
	tally.goodput = 0;
	tally.zombiesServed = 0;
	tally.timeouts = 0;
	tally.started = 0;
	tally.lost = 0;
	tally.oldest = 0;
}

/** The store all hosts share slows down until it serves no more than it can. */
function followStore(dwfm: Dwfm, {parameters: p}: Setup<DwfmParameters>): void {
	const crowding = Math.max(0, dwfm.threadsPerHost / p.threadsPerHost - 1);
	const capacity = p.storeUnitsPerSecond / (1 + p.contentionPerThread * crowding);
	const load = (dwfm.tally.units * dwfm.storeLatencyFactor) / capacity;
	dwfm.output.storeLoad = load;
	dwfm.storeLatencyFactor += (Math.max(1, load) - dwfm.storeLatencyFactor) / p.storeLagSeconds;
}

function addUp(dwfm: Dwfm, constants: Constants, {parameters: p}: Setup<DwfmParameters>): void {
	const {output, tally, waiting, backingOff, busy, hostModes} = dwfm;
	let leased = 0;
	let broken = 0;
	let queued = 0;
	let zombies = 0;
	let placeable = 0;
	let down = 0;
	let stuck = 0;
	let cut = 0;
	for (let host = 0; host < constants.hosts; host++) {
		let held = waiting[host]!;
		let lost = backingOff[host]!;
		const isBusy = busy[host] === 1;
		if (isBusy) {
			held += dwfm.checking[host]!;
			lost += dwfm.held[host]! + dwfm.reserve[host]! + dwfm.attempting[host]!;
		}
		assert(Math.abs(held + lost - constants.droplets) < 1e-6, 'each droplet is leased or broken');
		leased += held;
		broken += lost;
		const mode = hostModes[host];
		if (mode !== HOST.restarting) placeable += held;
		if (!isBusy) continue;
		queued += dwfm.checking[host]! + dwfm.attempting[host]! + dwfm.workflows[host]!;
		zombies += dwfm.zombieItems[host]!;
		if (mode === HOST.restarting) down++;
		else if (mode === HOST.cutOff) cut++;
		else if (mode === HOST.stuck) stuck++;
	}
	// Rounding may leave a crowd of nobody a hair below zero.
	dwfm.placeable = Math.max(0, placeable);
	output.leased = Math.max(0, leased);
	output.broken = Math.max(0, broken);
	output.leasedShare = output.leased / (constants.hosts * constants.droplets);
	output.queued = queued;
	output.zombies = zombies;
	output.oldestSeconds = tally.oldest;
	output.goodputPerSecond = tally.goodput;
	output.throughputPerSecond = tally.goodput + tally.zombiesServed;
	output.timeoutsPerSecond = tally.timeouts;
	output.startedPerSecond = tally.started;
	output.workflowsLostPerSecond = tally.lost;
	output.places = (p.placesPerHost * dwfm.placeable) / constants.droplets;
	output.hostsDown = down;
	output.hostsStuck = stuck;
	output.hostsCut = cut;
}
