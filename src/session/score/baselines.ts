import {beginningOf, recordedRunOf} from '../relive/recorded-run.ts';
import {relive} from '../relive/relive.ts';
import {allOf, heardSource, NO_ORDERS, scriptSource, type PlayerScript} from '../relive/source.ts';
import {endOf, startRun, type Run} from '../run.ts';
import {harmOf} from '../../sim/index.ts';
import type {Journal} from '../journal.types.ts';
import type {ReplayedRun} from './replayed-run.ts';
import type {Baselines} from './score.types.ts';

/** Somebody to be held against: a scripted player of the level, by name. */
export type Expert = {readonly name: string; readonly script: PlayerScript};

const NOBODY: Expert = {name: 'nobody acting', script: NO_ORDERS};

/**
 * The same night, seed, fixes, numbers and injects, lived by others, who live on after they have lost or won: to the last
 * second of a run that was lost or is not over, and to the limit of one that was won.
 */
export function baselinesOf(
	{level, from, run: {world}}: ReplayedRun,
	journal: Journal,
	reference: Expert | null,
): Baselines {
	const won = world.ending?.won === true;
	const {reached} = journal;
	const until = won ? level.limit : reached;
	const {injects} = recordedRunOf(level, journal);
	const livedBy = ({name, script}: Expert) => {
		const observed = script.rules.length > 0;
		const run = startRun(level, {...beginningOf(journal), observed, afterEnd: 'live on'});
		const then: number[] = [];
		const source = allOf([scriptSource(name, script), heardSource({suspicions: [], injects})]);
		relive(run, source, {
			until,
			recorders: [
				() => {
					if (run.world.now === reached) then.push(harmOf(run.world).total);
				},
			],
		});
		const harm = harmOf(run.world).total;
		return {run, name, harm, then: then[0] ?? harm};
	};
	const silent = livedBy(NOBODY);
	const expert = reference === null ? null : livedBy(reference);
	const wonAt = expert !== null && won ? winOf(expert.run) : null;
	return {
		silent: {name: silent.name, harm: silent.harm, after: 0, wonAfterSeconds: null},
		reference: expert && {
			name: expert.name,
			harm: expert.harm,
			after: won ? expert.harm - expert.then : 0,
			wonAfterSeconds: wonAt === null ? null : wonAt - from,
		},
	};
}

/** An expert is no loser, though it takes longer than a level likes. */
function winOf(run: Run): number | null {
	const end = endOf(run);
	return run.evaluation.wonAt ?? (end?.won === true ? end.at : null);
}
