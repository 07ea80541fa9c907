import {automationsIn, type World} from '../sim/index.ts';
import type {Automation} from './observation.types.ts';

/** Every automation that can be paused, in the causal order of their subsystems. */
export function automationsOf(world: World): readonly Automation[] {
	return automationsIn(world).map(({id, label, paused, by, since}) => ({
		id,
		label,
		state: paused ? 'paused' : 'running',
		by,
		since,
	}));
}
