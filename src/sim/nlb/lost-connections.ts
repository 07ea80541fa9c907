/** Zones of a half of the Region: those of one balancer. */
export const ZONES_EACH = 3;
// Overflow by the number of zones left. Written anew at each call; kept here only to be allocated once.
const overflows = new Float64Array(ZONES_EACH + 1);

/**
 * Share of connections that fail when each of a balancer's three zones is out with its own chance.
 * With all zones out DNS fails open and answers with all of them, as Route 53 does (model R25); a zone
 * that an operator drained stays out. `cap` is how many zones failover may remove,
 * and `utilisations` is how full a zone's capacity is, in equal groups of balancers.
 */
export function lostConnections(
	chances: readonly number[],
	drained: readonly boolean[],
	cap: number,
	utilisations: ArrayLike<number>,
): number {
	let lost = 0;
	for (let zones = 0; zones <= ZONES_EACH; zones++) {
		overflows[zones] = overflow(zones / ZONES_EACH, utilisations);
	}
	for (let pattern = 0; pattern < 1 << ZONES_EACH; pattern++) {
		let chance = 1;
		let removed = 0;
		let gone = 0;
		for (let zone = 0; zone < ZONES_EACH; zone++) {
			const isOut = (pattern & (1 << zone)) !== 0;
			chance *= isOut ? chances[zone]! : 1 - chances[zone]!;
			if (drained[zone]) gone++;
			else if (isOut) removed++;
		}
		if (chance === 0) continue;
		const taken = removed + gone >= ZONES_EACH && removed > 0 ? 0 : Math.min(removed, cap);
		lost += chance * overflows[ZONES_EACH - gone - taken]!;
	}
	return lost;
}

/** Share of connections beyond what is left of the capacity. */
function overflow(capacityShare: number, utilisations: ArrayLike<number>): number {
	let lost = 0;
	for (let group = 0; group < utilisations.length; group++) {
		lost += Math.max(0, 1 - capacityShare / utilisations[group]!);
	}
	return lost / utilisations.length;
}
