import type {Automation} from './kernel/index.ts';
import {SUBSYSTEM_NAMES, type SubsystemName} from './subsystems.ts';
import type {World} from './world.types.ts';

/** The automations of one subsystem; none where it has none. */
export function automationsOf(world: World, name: SubsystemName): readonly Automation[] {
	const part = world[name];
	return 'automations' in part ? part.automations : [];
}

/** Every automation that can be paused, in the causal order of their subsystems. */
export function automationsIn(world: World): readonly Automation[] {
	return SUBSYSTEM_NAMES.flatMap(name => automationsOf(world, name));
}
