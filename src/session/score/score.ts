import type {Level} from '../../level/index.ts';
import type {Divergence} from '../relive/replay-cursor.ts';
import type {Journal} from '../journal.types.ts';
import type {OpenOptions} from '../session.ts';
import type {Problem} from '../session.types.ts';
import {baselinesOf, type Expert} from './baselines.ts';
import {communicationAxis} from './communication-axis.ts';
import {diagnosisAxis} from './diagnosis-axis.ts';
import {durabilityAxis} from './durability-axis.ts';
import {harmAxis} from './harm-axis.ts';
import {headlineOf} from './headline.ts';
import {playedIn} from './played.ts';
import {relive, type Relived} from './replayed-run.ts';
import {safetyAxis} from './safety-axis.ts';
import type {AxisId, AxisScore, Baselines, Played, Score} from './score.types.ts';
import {tasksAxis} from './tasks-axis.ts';
import {timeAxis} from './time-axis.ts';

export type Scored =
	| {readonly ok: true; readonly score: Score}
	/** Of a run that does not come out as its journal says, no score is believed. */
	| {readonly ok: false; readonly divergence: Divergence}
	| {readonly ok: false; readonly problem: Problem};

/** The score of a journal, never read from it: the run is lived again, and the same night by others. */
export function scoreJournal(
	level: Level,
	journal: Journal,
	reference: Expert | null,
	options: OpenOptions,
): Scored {
	const again = relive(level, journal, options);
	if (!again.ok) return again;
	const {relived} = again;
	if (relived.divergence !== null) return {ok: false, divergence: relived.divergence};
	const baselines = baselinesOf(relived, journal, reference, options);
	return {ok: true, score: scoreOf(relived, baselines, playedIn(journal))};
}

function scoreOf(relived: Relived, baselines: Baselines, played: Played): Score {
	const {result, run} = relived;
	const axes = [
		harmAxis(relived, baselines),
		tasksAxis(relived),
		safetyAxis(relived),
		durabilityAxis(relived),
		diagnosisAxis(relived),
		communicationAxis(relived),
		timeAxis(relived, baselines),
	];
	return {
		level: result.level,
		seed: result.seed,
		version: result.version,
		hash: result.hash,
		won: run.world.ending?.won ?? null,
		headline: headlineOf(pointsOf(axes)),
		axes,
		played,
	};
}

function pointsOf(axes: readonly AxisScore[]): Readonly<Partial<Record<AxisId, number | null>>> {
	return Object.fromEntries(axes.map(({id, points}) => [id, points]));
}
