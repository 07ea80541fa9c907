import {PART_NAMES, type World} from '../../sim/index.ts';

/** What an automation does now; undefined for a name that none has. */
export function automationState(world: World, id: string): 'running' | 'paused' | undefined {
	for (const name of PART_NAMES) {
		const part = world[name];
		if (!('automations' in part)) continue;
		for (const automation of part.automations) {
			if (automation.id === id) return automation.paused ? 'paused' : 'running';
		}
	}
	return undefined;
}
