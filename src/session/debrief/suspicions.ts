import {hear, type Run} from '../run.ts';
import type {Lived} from './debrief.types.ts';

/** What the player suspected is said again in the second in which they said it. */
export function suspicionsOf(
	{world}: Run,
	{suspicions}: Pick<Lived, 'suspicions'>,
): (run: Run) => void {
	let next = suspicions.findIndex(({at}) => at >= world.now);
	return run => {
		for (; (suspicions[next]?.at ?? Infinity) <= run.world.now; next++) {
			const {suspect} = suspicions[next]!;
			hear(run, {about: 'hypothesis', suspect, confidence: 100, unless: ''});
		}
	};
}
