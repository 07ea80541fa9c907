import {assert, type Setup} from '../kernel/index.ts';
import {CLASSES, ZONE_HOLDS, ZONES, type Nlb, type Class, type ZoneHold} from './nlb.types.ts';
import type {NlbParameters} from './nlb.parameters.ts';
import {lateShare} from './health-checks.ts';

/** Shares below this are none. */
const NONE = 1e-9;

/** Whether operators have stopped automatic failover. */
export function isPaused(nlb: Nlb): boolean {
	return nlb.failover.value === 'paused';
}

/** Zones that look bad leave a balancer's DNS name; zones that look good come back. */
export function judgeZones(nlb: Nlb, flapping: number, parameters: NlbParameters): void {
	const {output, out} = nlb;
	const late = lateShare(nlb, parameters);
	const blamed = 1 - parameters.lateGain * late;
	let zonesOut = 0;
	for (let row = 0; row < CLASSES.length; row++) {
		const name = CLASSES[row]!;
		const share = shareOf(name, parameters);
		const flaps = Math.min(1, parameters.flapGain * flapping * exposureOf(name, parameters));
		const bad = 1 - (1 - flaps) * blamed;
		for (let zone = 0; zone < ZONES.length; zone++) {
			const cell = row * ZONES.length + zone;
			const present = out[cell]!;
			const free = nlb.zones[zone]!.value === 'free' && output.failoverOn;
			const goal = free ? bad : 0;
			const seconds = free
				? goal > present
					? parameters.outSeconds
					: parameters.backSeconds
				: parameters.restoreSeconds;
			const next = present + (goal - present) / seconds;
			out[cell] = next < NONE ? 0 : next;
			zonesOut += (out[cell] * share) / 2;
		}
	}
	output.zonesOut = zonesOut;
}

/** How many of a zone's balancers it is out of, as a share, and whether somebody holds it where it is. */
export type ZonePlace = {
	readonly zone: (typeof ZONES)[number];
	readonly outShare: number;
	readonly hold: ZoneHold;
};

/** Zone by zone, over all classes of balancers. */
export function zonePlaces(nlb: Nlb, {parameters}: Setup<NlbParameters>): readonly ZonePlace[] {
	return ZONES.map((zone, index): ZonePlace => {
		let outShare = 0;
		for (let row = 0; row < CLASSES.length; row++) {
			const share = shareOf(CLASSES[row]!, parameters);
			outShare += share * nlb.out[row * ZONES.length + index]!;
		}
		return {zone, outShare, hold: holdOf(nlb, index)};
	});
}

function holdOf({zones}: Nlb, zone: number): ZoneHold {
	const hold = ZONE_HOLDS.find(known => known === zones[zone]!.value);
	assert(hold !== undefined, 'a zone is free, pinned or drained');
	return hold;
}

/** Really dead targets and nodes stay in DNS while nobody removes them. */
export function gatherDead(nlb: Nlb, parameters: NlbParameters): void {
	if (nlb.output.failoverOn) nlb.deadShare -= nlb.deadShare / parameters.backSeconds;
	else nlb.deadShare += (parameters.deadShareMax - nlb.deadShare) / parameters.deadSeconds;
	if (nlb.deadShare < NONE) nlb.deadShare = 0;
}

/** Share of new targets among those of a class, over the mean. */
function exposureOf(name: Class, parameters: NlbParameters): number {
	switch (name) {
		case 'steady':
			return parameters.steadyExposure;
		case 'growing':
			return parameters.growingExposure;
		case 'starved':
			return parameters.starvedExposure;
	}
}

/** Share of balancers that are of a class. */
export function shareOf(name: Class, parameters: NlbParameters): number {
	switch (name) {
		case 'steady':
			return parameters.steadyShare;
		case 'growing':
			return Math.max(0, 1 - parameters.steadyShare - parameters.starvedShare);
		case 'starved':
			return parameters.starvedShare;
	}
}
