import {automationsOf as automationsOfPart, castOf, type World} from '../sim/index.ts';
import type {Automation} from './observation.types.ts';

/** Every automation of the cast that can be paused, in the causal order of their subsystems. */
export function automationsOf(world: World): readonly Automation[] {
	const automations = castOf(world).flatMap(name => automationsOfPart(world, name));
	return automations.map(({id, label, paused, by, since}) => ({
		id,
		label,
		state: paused ? 'paused' : 'running',
		by,
		since,
	}));
}
