/** How full a zone's capacity is on an ordinary day, in three equal groups of balancers (model 4.6). */
const UTILISATIONS = [0.45, 0.6, 0.75] as const;
const ZONES_EACH = 3;

/**
 * Share of connections that fail when each of a balancer's three zones is out with its own chance.
 * With all zones out DNS fails open and answers with all of them, as Route 53 does (model R25); a zone
 * that an operator drained stays out. `cap` is how many zones failover may remove.
 */
export function lostConnections(
	chances: readonly number[],
	drained: readonly boolean[],
	cap: number,
	crowding: number,
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
		lost += chance * overflow((ZONES_EACH - gone - taken) / ZONES_EACH, crowding);
	}
	return lost;
}

/** Share of connections beyond what is left of the capacity. */
function overflow(capacityShare: number, crowding: number): number {
	let lost = 0;
	for (const utilisation of UTILISATIONS) {
		lost += Math.max(0, 1 - capacityShare / (utilisation * crowding));
	}
	return lost / UTILISATIONS.length;
}
