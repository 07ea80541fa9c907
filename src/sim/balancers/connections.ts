import type {Conditions} from '../kernel/index.ts';
import {CLASSES, ZONES, type Balancers, type BalancersInputs} from './balancers.types.ts';
import type {BalancersParameters} from './balancers.parameters.ts';
import {lostConnections, ZONES_EACH} from './lost-connections.ts';
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
	for (let row = 0; row < CLASSES.length && !quiet; row++) {
		const name = CLASSES[row]!;
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
	const first = lostIn(balancers, row, 0, cap, crowding);
	const second = halvesAreAlike(balancers, row)
		? first
		: lostIn(balancers, row, ZONES_EACH, cap, crowding);
	return first / 2 + second / 2;
}

/** Share of connections lost by one class in the half of the Region that begins at a zone. */
function lostIn(
	balancers: Balancers,
	row: number,
	begin: number,
	cap: number,
	crowding: number,
): number {
	for (let zone = 0; zone < ZONES_EACH; zone++) {
		chances[zone] = balancers.out[row * ZONES.length + begin + zone]!;
		drained[zone] = balancers.holds[begin + zone] === 'drained';
	}
	return lostConnections(chances, drained, cap, crowding);
}

/** Mostly they are: only operators tell one half from the other. */
function halvesAreAlike({out, holds}: Balancers, row: number): boolean {
	for (let zone = 0; zone < ZONES_EACH; zone++) {
		const cell = row * ZONES.length + zone;
		if (out[cell] !== out[cell + ZONES_EACH]) return false;
		if (holds[zone] !== holds[zone + ZONES_EACH]) return false;
	}
	return true;
}
