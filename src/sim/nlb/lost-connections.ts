/** Zones of a half of the Region: those of one balancer. */
export const ZONES_EACH = 3;

/**
 * Share of connections that fail when each of a balancer's three zones is out with its own chance.
 * With all zones out DNS fails open and answers with all of them, as Route 53 does (model R25); a zone
 * that an operator drained stays out. `cap` is how many zones failover may remove, and `overflows` is
 * what is lost by the number of zones left.
 */
export function lostConnections(
	chances: readonly number[],
	drained: readonly boolean[],
	cap: number,
	overflows: readonly number[],
): number {
	let lost = 0;
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

/** Share of connections lost with no zone left, with one, and so on; `utilisations` is how full equal groups of balancers are. */
export function overflowsOf(utilisations: readonly number[]): readonly number[] {
	const overflows: number[] = [];
	for (let zones = 0; zones <= ZONES_EACH; zones++) {
		overflows.push(overflow(zones / ZONES_EACH, utilisations));
	}
	return overflows;
}

/** Share of connections beyond what is left of the capacity. */
function overflow(capacityShare: number, utilisations: readonly number[]): number {
	let lost = 0;
	for (let group = 0; group < utilisations.length; group++) {
		lost += Math.max(0, 1 - capacityShare / utilisations[group]!);
	}
	return lost / utilisations.length;
}
