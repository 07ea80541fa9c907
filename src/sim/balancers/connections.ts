import type {Conditions} from '../kernel/index.ts';
import {CLASSES, ZONES, type Balancers, type BalancersInputs} from './balancers.types.ts';
import type {BalancersParameters} from './balancers.parameters.ts';
import {lostConnections} from './lost-connections.ts';
import {targetsOf} from './targets.ts';
import {shareOf} from './zone-failover.ts';

/** Connections beyond what is left in DNS fail. */
export function connect(
	balancers: Balancers,
	inputs: BalancersInputs,
	conditions: Conditions<BalancersParameters>,
): void {
	const {output} = balancers;
	const {parameters} = conditions;
	const cap = conditions.switches['nlb-velocity-control'] ? 1 : 3;
	const withheld = balancers.withheld / targetsOf(inputs, parameters);
	const crowding = 1 + Math.min(0.3, parameters.unmetGain * withheld);
	const quiet = output.zonesOut === 0 && withheld === 0 && !balancers.holds.includes('drained');
	let customers = 0;
	let internal = 0;
	for (const [row, name] of CLASSES.entries()) {
		if (quiet) break;
		customers += shareOf(name, parameters) * lostOf(balancers, row, cap, crowding);
		if (name !== 'steady') continue;
		internal = lostOf(balancers, row, cap, crowding * (1 - parameters.internalSpareShare));
	}
	output.customerErrors = Math.min(1, customers + balancers.deadShare);
	output.internalErrors = Math.min(1, internal + balancers.deadShare / 2);
}

const chances = [0, 0, 0];
const drained = [false, false, false];

/** Share of connections lost by one class, over the two halves of the Region. */
function lostOf(balancers: Balancers, row: number, cap: number, crowding: number): number {
	let lost = 0;
	for (let first = 0; first < ZONES.length; first += 3) {
		for (let zone = 0; zone < 3; zone++) {
			chances[zone] = balancers.out[row * ZONES.length + first + zone]!;
			drained[zone] = balancers.holds[first + zone] === 'drained';
		}
		lost += lostConnections(chances, drained, cap, crowding) / 2;
	}
	return lost;
}
