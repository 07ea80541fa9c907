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
export {AXIS_LABELS, type AxisId, type AxisScore, type Score} from './score.types.ts';
export {scoreJournal, type Scored} from './score.ts';
