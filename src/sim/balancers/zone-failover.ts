import type {Conditions} from '../kernel/index.ts';
import {CLASSES, ZONES, type Balancers, type Class, type ZoneHold} from './balancers.types.ts';
import type {BalancersParameters} from './balancers.parameters.ts';
import {lateShare} from './health-checks.ts';

/** Shares below this are none. */
const NONE = 1e-9;

/** Whether operators have stopped automatic failover. */
export function isPaused(balancers: Balancers): boolean {
	return balancers.automations[0]!.paused;
}

/** Zones that look bad leave a balancer's DNS name; zones that look good come back. */
export function judgeZones(
	balancers: Balancers,
	flapping: number,
	parameters: BalancersParameters,
): void {
	const {output, out} = balancers;
	const late = lateShare(output.checkDelaySeconds, parameters);
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
			const free = balancers.holds[zone] === 'free' && output.failoverOn;
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
export function zonePlaces(
	balancers: Balancers,
	{parameters}: Conditions<BalancersParameters>,
): readonly ZonePlace[] {
	return ZONES.map((zone, index): ZonePlace => {
		let outShare = 0;
		for (let row = 0; row < CLASSES.length; row++) {
			const share = shareOf(CLASSES[row]!, parameters);
			outShare += share * balancers.out[row * ZONES.length + index]!;
		}
		return {zone, outShare, hold: balancers.holds[index]!};
	});
}

/** Really dead targets and nodes stay in DNS while nobody removes them. */
export function gatherDead(balancers: Balancers, parameters: BalancersParameters): void {
	if (balancers.output.failoverOn)
		balancers.deadShare -= balancers.deadShare / parameters.backSeconds;
	else
		balancers.deadShare += (parameters.deadShareMax - balancers.deadShare) / parameters.deadSeconds;
	if (balancers.deadShare < NONE) balancers.deadShare = 0;
}

/** Share of new targets among those of a class, over the mean. */
function exposureOf(name: Class, parameters: BalancersParameters): number {
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
export function shareOf(name: Class, parameters: BalancersParameters): number {
	switch (name) {
		case 'steady':
			return parameters.steadyShare;
		case 'growing':
			return Math.max(0, 1 - parameters.steadyShare - parameters.starvedShare);
		case 'starved':
			return parameters.starvedShare;
	}
}
