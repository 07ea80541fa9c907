import type {Mode, Setup} from '../kernel/index.ts';
import {CLASSES, ZONES, type Nlb, type NlbInputs} from './nlb.types.ts';
import type {NlbParameters} from './nlb.parameters.ts';
import {lostConnections, overflowsOf, ZONES_EACH} from './lost-connections.ts';
import {targetsOf} from './targets.ts';
import {shareOf} from './zone-failover.ts';

/** Connections beyond what is left in DNS fail. */
export function connect(nlb: Nlb, inputs: NlbInputs, setup: Setup<NlbParameters>): void {
	const {output} = nlb;
	const {parameters} = setup;
	const withheld = nlb.withheld / targetsOf(inputs, parameters);
	const crowding = 1 + Math.min(parameters.crowdingMax, parameters.unmetGain * withheld);
	const quiet = output.zonesOut === 0 && withheld === 0 && !nlb.zones.some(isDrained);
	const cap = !quiet && setup.switches['nlb-velocity-control'] ? 1 : 3;
	let customers = 0;
	let internal = 0;
	const lost = quiet ? [] : overflowsOf(utilisations(crowding, parameters));
	for (let row = 0; row < CLASSES.length && !quiet; row++) {
		const name = CLASSES[row]!;
		customers += shareOf(name, parameters) * lostOf(nlb, row, cap, lost);
		if (name !== 'steady') continue;
		const spared = crowding * (1 - parameters.internalSpareShare);
		internal = lostOf(nlb, row, cap, overflowsOf(utilisations(spared, parameters)));
	}
	output.customerErrors = Math.min(1, customers + nlb.deadShare);
	output.internalErrors = Math.min(1, internal + nlb.deadShare / 2);
}

/** How full each third of the balancers is. */
function utilisations(crowding: number, parameters: NlbParameters): readonly number[] {
	const {utilisationLow, utilisationMiddle, utilisationHigh} = parameters;
	return [crowding * utilisationLow, crowding * utilisationMiddle, crowding * utilisationHigh];
}

/** Share of connections lost by one class, over the two halves of the Region. */
function lostOf(nlb: Nlb, row: number, cap: number, overflows: readonly number[]): number {
	const first = lostIn(nlb, row, 0, cap, overflows);
	const second = halvesAreAlike(nlb, row) ? first : lostIn(nlb, row, ZONES_EACH, cap, overflows);
	return first / 2 + second / 2;
}

/** Share of connections lost by one class in the half of the Region that begins at a zone. */
function lostIn(
	nlb: Nlb,
	row: number,
	begin: number,
	cap: number,
	overflows: readonly number[],
): number {
	const chances: number[] = [];
	const drained: boolean[] = [];
	for (let zone = 0; zone < ZONES_EACH; zone++) {
		chances.push(nlb.out[row * ZONES.length + begin + zone]!);
		drained.push(isDrained(nlb.zones[begin + zone]!));
	}
	return lostConnections(chances, drained, cap, overflows);
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
