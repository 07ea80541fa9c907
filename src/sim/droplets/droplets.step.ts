import {assert, tick, type Beat, type Conditions} from '../kernel/index.ts';
import {drawConnections, followConnections} from './connections.ts';
import {putBack} from './crowds.ts';
import type {DropletsParameters} from './droplets.parameters.ts';
import type {Droplets, DropletsFault, DropletsInputs, DropletsOutput} from './droplets.types.ts';
import {followFleet} from './fleet-mode.ts';
import {workHosts} from './hosts.ts';
import {noteMargins} from './margin.ts';
import {purgeOn, rollOn} from './restarts.ts';
import {openSecond, takeIn} from './second.ts';
import {termsOf, type Terms} from './terms.ts';

const MARGIN_SECONDS = 60;

/** One second of the droplet managers. Mutates `x` and returns its output. */
export function stepDroplets(
	x: Droplets,
	inputs: DropletsInputs,
	conditions: Conditions<DropletsParameters>,
	beat: Beat,
): DropletsOutput {
	if (inputs.storeEmpty > 0 && x.crossed.storeEmpty <= 0) drawConnections(x, conditions, beat);
	advance(x, inputs, conditions, beat.now);
	followFleet(x, inputs.storeEmpty, beat);
	if (beat.now % MARGIN_SECONDS === 0) noteMargins(x, conditions, inputs.probesPerSecond);
	return x.output;
}

/** The physics of a second, without charts, luck and log: what a probe of the future runs too. */
export function advance(
	x: Droplets,
	inputs: DropletsInputs,
	conditions: Conditions<DropletsParameters>,
	now: number,
): void {
	const {storeEmpty} = inputs;
	assert(storeEmpty >= 0 && storeEmpty <= 1, 'a share of look-ups lies between 0 and 1');
	assert(inputs.probesPerSecond >= 0 && inputs.placedPerSecond >= 0, 'rates are not negative');
	const terms = termsOf(conditions);
	x.tick = tick(now);
	clearTally(x);
	const second = openSecond(terms, now);
	rollOn(x, terms, second);
	purgeOn(x, terms, conditions, now);
	followConnections(x, terms, conditions, storeEmpty, second);
	x.crossed.storeEmpty = storeEmpty;
	takeIn(second, x, terms, inputs);
	workHosts(x, terms, second);
	followStore(x, conditions);
	addUp(x, terms, conditions, now);
}

/** Nothing of the droplet managers is on the agenda: their delays are numbers of the crowd. */
export function deliverDroplets(_x: Droplets, to: string, event: {readonly type: string}): void {
	assert(false, `nothing is planned for ${to} (${event.type})`);
}

/** A share of every host's leases breaks at once. */
export function strikeDroplets(
	x: Droplets,
	fault: DropletsFault,
	conditions: Conditions<DropletsParameters>,
	beat: Beat,
): void {
	assert(fault.type === 'break-leases', `${fault.type} is a fault of the droplet managers`);
	const share = Number(fault['share']);
	assert(share >= 0 && share <= 1, 'a share of leases lies between 0 and 1');
	const terms = termsOf(conditions);
	const second = openSecond(terms, beat.now);
	const keep = 1 - share;
	for (let index = 0; index < x.due.length; index++) x.due[index]! *= keep;
	for (let index = 0; index < x.missed.length; index++) x.missed[index]! *= keep;
	for (let host = 0; host < terms.hosts; host++) {
		second.backingOff = x.waiting[host]! * share;
		x.waiting[host]! -= second.backingOff;
		x.missing[host]! *= keep;
		putBack(x, terms, second, host);
	}
	beat.say({
		source: 'dwfm',
		level: 'error',
		kind: 'leases-broken',
		text: `${(share * 100).toFixed(1)} % of droplet leases are invalid`,
	});
}

function clearTally(x: Droplets): void {
	const {tally} = x;
	tally.units = 0;
	tally.goodput = 0;
	tally.zombiesServed = 0;
	tally.timeouts = 0;
	tally.started = 0;
	tally.lost = 0;
	tally.oldest = 0;
}

/** The store all hosts share slows down until it serves no more than it can. */
function followStore(x: Droplets, {parameters: p}: Conditions<DropletsParameters>): void {
	const crowding = Math.max(0, x.threadsPerHost / p.threadsPerHost - 1);
	const capacity = p.storeUnitsPerSecond / (1 + p.contentionPerThread * crowding);
	const load = (x.tally.units * x.storeLatencyFactor) / capacity;
	x.output.storeLoad = load;
	x.storeLatencyFactor += (Math.max(1, load) - x.storeLatencyFactor) / p.storeLagSeconds;
}

function addUp(
	x: Droplets,
	terms: Terms,
	{parameters: p}: Conditions<DropletsParameters>,
	now: number,
): void {
	const {output, tally, waiting, backingOff, busy, downUntil} = x;
	let leased = 0;
	let broken = 0;
	let queued = 0;
	let zombies = 0;
	let placeable = 0;
	let down = 0;
	let stuck = 0;
	let cut = 0;
	for (let host = 0; host < terms.hosts; host++) {
		let held = waiting[host]!;
		let lost = backingOff[host]!;
		const isBusy = busy[host] === 1;
		if (isBusy) {
			held += x.checking[host]!;
			lost += x.held[host]! + x.reserve[host]! + x.attempting[host]!;
		}
		assert(Math.abs(held + lost - terms.droplets) < 1e-6, 'each droplet is leased or broken');
		leased += held;
		broken += lost;
		const isDown = now < downUntil[host]!;
		if (!isDown) placeable += held;
		if (!isBusy) continue;
		queued += x.checking[host]! + x.attempting[host]! + x.workflows[host]!;
		zombies += x.zombieItems[host]!;
		if (isDown) down++;
		else cut += x.cut[host]!;
		stuck += x.stuck[host]!;
	}
	// Rounding may leave a crowd of nobody a hair below zero.
	x.placeable = Math.max(0, placeable);
	output.leased = Math.max(0, leased);
	output.broken = Math.max(0, broken);
	output.leasedShare = output.leased / (terms.hosts * terms.droplets);
	output.queued = queued;
	output.zombies = zombies;
	output.oldestSeconds = tally.oldest;
	output.goodputPerSecond = tally.goodput;
	output.throughputPerSecond = tally.goodput + tally.zombiesServed;
	output.timeoutsPerSecond = tally.timeouts;
	output.startedPerSecond = tally.started;
	output.workflowsLostPerSecond = tally.lost;
	output.slotsPerSecond = (p.slotsPerDroplet * x.placeable) / p.slotFillSeconds;
	output.storeLatencyFactor = x.storeLatencyFactor;
	output.hostsDown = down;
	output.hostsStuck = stuck;
	output.hostsCut = cut;
}
