import {assert} from '../../sim/index.ts';
import type {Level} from '../../level/index.ts';
import type {Refused} from '../relive/replay.ts';
import type {Journal} from '../journal.types.ts';
import type {OpenOptions} from '../session.ts';
import {baselineOf, type Expert} from './baselines.ts';
import {consequencesOf} from './consequences.ts';
import {communicationAxis} from './communication-axis.ts';
import {beliefsOf, diagnosisAxis} from './diagnosis-axis.ts';
import {durabilityAxis} from './durability-axis.ts';
import {harmAxis} from './harm-axis.ts';
import {headlineOf} from './headline.ts';
import {marksOf} from './marks.ts';
import {playedIn} from './played.ts';
import {replayForScore} from './replayed-run.ts';
import type {ReplayedRun} from './replayed-run.types.ts';
import {safetyAxis} from './safety-axis.ts';
import {
	AXES,
	type AxisId,
	type AxisScore,
	type Baselines,
	type Played,
	type Score,
	type ScoreSoFar,
} from './score.types.ts';
import {timeAxis} from './time-axis.ts';

export type Scored =
	/** Of a run that does not come out as its journal says, no score is believed. */
	{readonly ok: true; readonly score: Score} | Refused;

/** Whoever a run is held against, beside nobody acting. */
export type HeldAgainst = {readonly expert: Expert | null; readonly day: Expert | null};

/** The score of a journal, never read from it: the run is lived again, and the same night by others. */
export function scoreJournal(
	level: Level,
	journal: Journal,
	expert: Expert | null,
	options: OpenOptions,
): Scored {
	let score: Score | null = null;
	for (const step of scoreSteps(level, journal, {expert, day: null}, options)) {
		if ('problem' in step) return step;
		score = step.score;
	}
	assert(score !== null, 'the last step is the whole score');
	return {ok: true, score};
}

/** The same one run after the other, told after each; a refusal instead where the run does not come out as it says. */
export function* scoreSteps(
	level: Level,
	journal: Journal,
	{expert, day}: HeldAgainst,
	options: OpenOptions,
): Generator<ScoreSoFar | Refused, void> {
	const again = replayForScore(level, journal, options);
	if (!again.ok) {
		yield again;
		return;
	}
	const {replayed} = again;
	const others = [
		...(expert === null ? [] : [{id: 'expert', who: expert} as const]),
		...(day === null ? [] : [{id: 'day', who: day} as const]),
		{id: 'silent', who: undefined} as const,
	];
	const wanted = 2 + others.length;
	const alone = aloneAxes(replayed);
	let soFar: ScoreSoFar = {done: 1, wanted, axes: inOrder(alone), references: [], score: null};
	yield soFar;
	for (const {id, who} of others) {
		const reference = {...baselineOf(replayed, journal, who), id};
		soFar = {...soFar, done: soFar.done + 1, references: [...soFar.references, reference]};
		yield soFar;
	}
	const baselines = baselinesIn(soFar.references);
	const axes = inOrder([
		harmAxis(replayed, baselines),
		...alone.filter(({id}) => id !== 'safety'),
		safetyAxis(replayed, consequencesOf(replayed, journal)),
		timeAxis(replayed, baselines),
	]);
	yield {...soFar, done: wanted, axes, score: scoreOf(replayed, axes, playedIn(journal))};
}

/** What asks for nobody else. */
function aloneAxes(replayed: ReplayedRun): readonly AxisScore[] {
	return [
		...marksOf(replayed),
		durabilityAxis(replayed),
		diagnosisAxis(replayed),
		communicationAxis(replayed),
	];
}

function inOrder(axes: readonly AxisScore[]): readonly AxisScore[] {
	return AXES.flatMap(id => axes.filter(axis => axis.id === id));
}

function baselinesIn(references: ScoreSoFar['references']): Baselines {
	const silent = references.find(({id}) => id === 'silent');
	assert(silent !== undefined, 'nobody acting is held against every run');
	return {silent, reference: references.find(({id}) => id === 'expert') ?? null};
}

function scoreOf(replayed: ReplayedRun, axes: readonly AxisScore[], played: Played): Score {
	const {result, run} = replayed;
	return {
		level: result.level,
		seed: result.seed,
		version: result.version,
		hash: result.hash,
		won: run.world.ending?.won ?? null,
		why: result.ended?.why ?? '',
		headline: headlineOf(pointsOf(axes)),
		axes,
		beliefs: beliefsOf(replayed),
		played,
	};
}

function pointsOf(axes: readonly AxisScore[]): Readonly<Partial<Record<AxisId, number | null>>> {
	return Object.fromEntries(axes.map(({id, points}) => [id, points]));
}
