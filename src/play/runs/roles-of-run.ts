import type {Level} from '../../level/index.ts';
import type {Journal} from '../../session/index.ts';
import type {House} from '../house.types.ts';

/** How the people of a run shared its level; undefined where one played alone. */
export async function rolesOfRun({begin}: Journal, level: Level, house: Pick<House, 'rolesOf'>) {
	return begin.room === undefined ? undefined : house.rolesOf(level);
}
