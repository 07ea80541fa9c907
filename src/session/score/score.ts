import type {Level} from '../../level/index.ts';
import type {Refused} from '../relive/replay.ts';
import type {Journal} from '../journal.types.ts';
import type {OpenOptions} from '../session.ts';
import {baselinesOf, type Expert} from './baselines.ts';
import {consequencesOf, type Consequences} from './consequences.ts';
import {communicationAxis} from './communication-axis.ts';
import {diagnosisAxis} from './diagnosis-axis.ts';
import {durabilityAxis} from './durability-axis.ts';
import {harmAxis} from './harm-axis.ts';
import {headlineOf} from './headline.ts';
import {playedIn} from './played.ts';
import {replayForScore, type ReplayedRun} from './replayed-run.ts';
import {safetyAxis} from './safety-axis.ts';
import type {AxisId, AxisScore, Baselines, Played, Score} from './score.types.ts';
import {tasksAxis} from './tasks-axis.ts';
import {timeAxis} from './time-axis.ts';

export type Scored =
	/** Of a run that does not come out as its journal says, no score is believed. */
	{readonly ok: true; readonly score: Score} | Refused;

/** The score of a journal, never read from it: the run is lived again, and the same night by others. */
export function scoreJournal(
	level: Level,
	journal: Journal,
	reference: Expert | null,
	options: OpenOptions,
): Scored {
	const again = replayForScore(level, journal, options);
	if (!again.ok) return again;
	const {replayed} = again;
	const baselines = baselinesOf(replayed, journal, reference);
	const consequences = consequencesOf(replayed, journal);
	return {ok: true, score: scoreOf(replayed, {baselines, consequences}, playedIn(journal))};
}

function scoreOf(
	replayed: ReplayedRun,
	{baselines, consequences}: {readonly baselines: Baselines; readonly consequences: Consequences},
	played: Played,
): Score {
	const {result, run} = replayed;
	const axes = [
		harmAxis(replayed, baselines),
		tasksAxis(replayed),
		safetyAxis(replayed, consequences),
		durabilityAxis(replayed),
		diagnosisAxis(replayed),
		communicationAxis(replayed),
		timeAxis(replayed, baselines),
	];
	return {
		level: result.level,
		seed: result.seed,
		version: result.version,
		hash: result.hash,
		won: run.world.ending?.won ?? null,
		why: result.ended?.why ?? '',
		headline: headlineOf(pointsOf(axes)),
		axes,
		played,
	};
}

function pointsOf(axes: readonly AxisScore[]): Readonly<Partial<Record<AxisId, number | null>>> {
	return Object.fromEntries(axes.map(({id, points}) => [id, points]));
}
