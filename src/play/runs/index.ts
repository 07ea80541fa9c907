// What plays, watches, scores and debriefs runs: all of it needs the Region.
export * from './changes.ts';
export * from './chosen-run.ts';
export {livedToCompare, whyOther} from './compared-runs.ts';
export {comparisonScreen} from './comparison-screen.ts';
export {checkedBy} from './checked-by.ts';
export {createHand} from './debrief-hand.ts';
export {toDebrief} from './debrief-of.ts';
export {debriefOnScreen} from './debrief-on-screen.ts';
export type {Brief, FromWorker, ToWorker} from './debrief-protocol.ts';
export {startDebriefing} from './debriefing.ts';
export type {Crew, Debriefing, DebriefOptions, Known, Thread} from './debriefing.ts';
export {reviewOnScreen} from './review-on-screen.ts';
export {runOnScreen, type RunEnd} from './run-on-screen.ts';
export {
	openLines,
	scoredAgain,
	scorePage,
	shareCard,
	spokenScore,
	type ScoredRun,
} from './scored-run.ts';
export {scoreScreen, shareScreen} from './score-screen.ts';
export {startScoring} from './scoring.ts';
export * from './started.ts';
// A door that is opened late hands out only what is asked of it here: the rest of those behind stays out of a page.
export {clockOf} from '../../level/index.ts';
export {createReplayViewer} from '../../view/index.ts';
