import {clockAt, type Level} from '../level/index.ts';
import type {Divergence} from '../session/index.ts';

/** Where a run that was lived again is not what its journal says, and how; the end of a sentence. */
export function differenceWords(
	{at, subsystem, recorded, replayed}: Divergence,
	{startSecondsOfDay}: Level,
): string {
	const clock = clockAt(at, startSecondsOfDay);
	return `tick ${String(at)} (${clock} PDT) in ${subsystem}: recorded ${recorded}, replayed ${replayed}`;
}
