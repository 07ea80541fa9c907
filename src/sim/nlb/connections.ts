import type {Mode, Setup} from '../kernel/index.ts';
import {CLASSES, ZONES, type Nlb, type NlbInputs} from './nlb.types.ts';
import type {NlbParameters} from './nlb.parameters.ts';
import {lostConnections, ZONES_EACH} from './lost-connections.ts';
import {targetsOf} from './targets.ts';
import {shareOf} from './zone-failover.ts';

/** Connections beyond what is left in DNS fail. */
export function connect(nlb: Nlb, inputs: NlbInputs, setup: Setup<NlbParameters>): void {
	const {output} = nlb;
	const {parameters} = setup;
	const cap = setup.switches['nlb-velocity-control'] ? 1 : 3;
	const withheld = nlb.withheld / targetsOf(inputs, parameters);
	const crowding = 1 + Math.min(parameters.crowdingMax, parameters.unmetGain * withheld);
	const quiet = output.zonesOut === 0 && withheld === 0 && !nlb.zones.some(isDrained);
	let customers = 0;
	let internal = 0;
	for (let row = 0; row < CLASSES.length && !quiet; row++) {
		const name = CLASSES[row]!;
		customers += shareOf(name, parameters) * lostOf(nlb, row, cap, filled(crowding, parameters));
		if (name !== 'steady') continue;
		const spared = crowding * (1 - parameters.internalSpareShare);
		internal = lostOf(nlb, row, cap, filled(spared, parameters));
	}
	output.customerErrors = Math.min(1, customers + nlb.deadShare);
	output.internalErrors = Math.min(1, internal + nlb.deadShare / 2);
}

const utilisations = new Float64Array(3);

/** How full each third of the balancers is; one array for the whole program, read before it is filled again. */
function filled(crowding: number, parameters: NlbParameters): Float64Array {
	utilisations[0] = crowding * parameters.utilisationLow;
	utilisations[1] = crowding * parameters.utilisationMiddle;
	utilisations[2] = crowding * parameters.utilisationHigh;
	return utilisations;
}

const chances = [0, 0, 0];
const drained = [false, false, false];

/** Share of connections lost by one class, over the two halves of the Region. */
function lostOf(nlb: Nlb, row: number, cap: number, full: Float64Array): number {
	const first = lostIn(nlb, row, 0, cap, full);
	const second = halvesAreAlike(nlb, row) ? first : lostIn(nlb, row, ZONES_EACH, cap, full);
	return first / 2 + second / 2;
}

/** Share of connections lost by one class in the half of the Region that begins at a zone. */
function lostIn(nlb: Nlb, row: number, begin: number, cap: number, full: Float64Array): number {
	for (let zone = 0; zone < ZONES_EACH; zone++) {
		chances[zone] = nlb.out[row * ZONES.length + begin + zone]!;
		drained[zone] = isDrained(nlb.zones[begin + zone]!);
	}
	return lostConnections(chances, drained, cap, full);
}

/** Mostly they are: only operators tell one half from the other. */
function halvesAreAlike({out, zones}: Nlb, row: number): boolean {
	for (let zone = 0; zone < ZONES_EACH; zone++) {
		const cell = row * ZONES.length + zone;
		if (out[cell] !== out[cell + ZONES_EACH]) return false;
		if (zones[zone]!.value !== zones[zone + ZONES_EACH]!.value) return false;
	}
	return true;
}

function isDrained({value}: Mode): boolean {
	return value === 'drained';
}
