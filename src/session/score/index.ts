export {playedIn} from './played.ts';
export {headlineOf} from './headline.ts';
export type {Expert} from './baselines.ts';
export {
	distributionRow,
	questionsOf,
	readDistribution,
	standingOf,
	type Distribution,
	type Standing,
	type Standings,
} from './distribution.ts';
export {spreadOf, type Spread} from './spread.ts';
export {
	AXES,
	AXIS_LABELS,
	type AxisId,
	type AxisScore,
	type Belief,
	type Headline,
	type Score,
	type ScoreSoFar,
} from './score.types.ts';
export {scoreJournal, scoreSteps, type HeldAgainst, type Scored} from './score.ts';
export {systemName} from './system-names.ts';
