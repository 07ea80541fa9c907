import {automationsNamed, PART_NAMES, type World} from '../../sim/index.ts';

/** What an automation does now; several that are meant by one word stand still only when all of them do. */
export function automationState(world: World, id: string): 'running' | 'paused' {
	const named = automationsNamed(world.dns, id);
	if (named.length > 0) return named.every(({paused}) => paused) ? 'paused' : 'running';
	for (const name of PART_NAMES) {
		const part = world[name];
		if (!('automations' in part)) continue;
		for (const automation of part.automations) {
			if (automation.id === id && automation.paused) return 'paused';
		}
	}
	return 'running';
}
