import {hash} from '../sim/index.ts';
import type {Level} from './level.types.ts';

/** The night that a seed makes of a level: one of its variations where it has any, or the level as it stands. */
export function nightOf(level: Level, seed: string): Level {
	const {variations} = level;
	if (variations.length === 0) return level;
	const drawn = Number.parseInt(hash([level.id, seed]).slice(0, 8), 16) % variations.length;
	const {startSecondsOfDay, faults, switches, parameters} = variations[drawn]!;
	return {...level, startSecondsOfDay, faults, switches, parameters};
}
