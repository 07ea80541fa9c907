import {beginningOf, recordedRunOf} from '../relive/recorded-run.ts';
import {relive} from '../relive/relive.ts';
import {allOf, heardSource, NO_ORDERS, scriptSource, type PlayerScript} from '../relive/source.ts';
import {endOf, startRun, type Run} from '../run.ts';
import {harmOf, milestonesOf} from '../../sim/index.ts';
import type {Journal} from '../journal.types.ts';
import type {ReplayedRun} from './replayed-run.types.ts';
import type {Baseline} from './score.types.ts';

/** Somebody to be held against: a scripted player of the level, by name. */
export type Expert = {readonly name: string; readonly script: PlayerScript};

const NOBODY: Expert = {name: 'nobody acting', script: NO_ORDERS};

/**
 * The same night, seed, fixes, numbers and injects, lived by somebody else, who lives on after they have lost or won: to
 * the last second of a run that was lost or is not over, and to the limit of one that was won.
 */
export function baselineOf(
	{level, from, run: {world}}: ReplayedRun,
	journal: Journal,
	{name, script}: Expert = NOBODY,
): Baseline {
	const won = world.ending?.won === true;
	const {reached} = journal;
	const {injects} = recordedRunOf(level, journal);
	const observed = script.rules.length > 0;
	const run = startRun(level, {...beginningOf(journal), observed, afterEnd: 'live on'});
	const then: number[] = [];
	const source = allOf([scriptSource(name, script), heardSource({suspicions: [], injects})]);
	relive(run, source, {
		until: won ? level.limit : reached,
		recorders: [
			() => {
				if (run.world.now === reached) then.push(harmOf(run.world).total);
			},
		],
	});
	const harm = harmOf(run.world).total;
	const wonAt = won ? winOf(run) : null;
	return {
		name,
		harm,
		after: won ? harm - (then[0] ?? harm) : 0,
		wonAfterSeconds: wonAt === null ? null : wonAt - from,
		reached: milestonesOf(run.world).flatMap(({id, at}) => (at === null ? [] : [id])),
	};
}

/** An expert is no loser, though it takes longer than a level likes. */
function winOf(run: Run): number | null {
	const end = endOf(run);
	return run.evaluation.wonAt ?? (end?.won === true ? end.at : null);
}
