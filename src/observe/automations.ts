import {SUBSYSTEM_NAMES, type World} from '../sim/index.ts';
import type {Automation} from './observation.types.ts';

/** An automation as its subsystem keeps it. */
type Kept = {
	readonly id: string;
	readonly label: string;
	readonly paused: boolean;
	readonly by: string | null;
	readonly since: number;
};

/** Every automation that can be paused, in the causal order of their subsystems. */
export function automationsOf(world: World): readonly Automation[] {
	return SUBSYSTEM_NAMES.flatMap(name => {
		const part = world[name];
		const kept: readonly Kept[] = 'automations' in part ? part.automations : [];
		return kept.map(({id, label, paused, by, since}): Automation => ({
			id,
			label,
			state: paused ? 'paused' : 'running',
			by,
			since,
		}));
	});
}
