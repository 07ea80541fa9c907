import {harmOf} from '../../sim/index.ts';
import type {Journal} from '../journal.types.ts';
import {change, ordersUnder} from '../relive/change.ts';
import {beginningOf, recordedRunOf} from '../relive/recorded-run.ts';
import {relive} from '../relive/relive.ts';
import {allOf, givenSource, heardSource} from '../relive/source.ts';
import {startRun} from '../run.ts';
import {actsBehind} from '../goals/index.ts';
import type {ReplayedRun} from './replayed-run.types.ts';

/** Minutes of harm, by the end of the run, that each kind of unsafe act came to; null where it is no act of anybody. */
export type Consequences = Readonly<Record<string, number | null>>;

/** Each kind is a run more: that many are lived, and the others are told without. */
const LIVED_MAX = 6;

/** What unsafe acts caused is what differs in a run without them: what came after them would have come anyway. */
export function consequencesOf(
	{level, result, run: {world}}: ReplayedRun,
	journal: Journal,
): Consequences {
	const recorded = recordedRunOf(level, journal);
	const known = new Map<string, number>();
	const consequences: Record<string, number | null> = {};
	for (const id of new Set(result.unsafe.map(act => act.id))) {
		const last = result.unsafe.findLast(act => act.id === id)?.tick ?? 0;
		const leaveOut = actsBehind(level, id, last, world).map(({number}) => number);
		const key = leaveOut.join();
		if (leaveOut.length === 0 || (known.size >= LIVED_MAX && !known.has(key))) {
			consequences[id] = null;
			continue;
		}
		const without = known.get(key) ?? harmWithout(leaveOut);
		known.set(key, without);
		consequences[id] = result.harm.total - without;
	}
	return consequences;

	function harmWithout(leaveOut: readonly number[]): number {
		const run = startRun(level, {...beginningOf(journal), observed: false, afterEnd: 'live on'});
		const source = allOf([
			givenSource(ordersUnder(recorded, change({leaveOut}))),
			heardSource(recorded),
		]);
		relive(run, source, {until: world.now});
		return harmOf(run.world).total;
	}
}
