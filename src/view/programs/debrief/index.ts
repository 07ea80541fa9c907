export {consoleFrames, debriefPage} from './html/index.ts';
export {cohortPage} from './html/cohort.ts';
export {evidencePage, evidenceText} from './html/evidence.ts';
export {lobbyPage, openedPage, openingPage} from './html/lobby.ts';
export {comparisonPage} from './html/compared.ts';
export {comparisonText} from './compared-text.ts';
export {debriefSentences, debriefText} from './text.ts';
export {
	createDebrief,
	NOT_SCORED,
	REPLAYED_FROM,
	type OwnWords,
	type Scored,
	type Telling,
} from './console/index.ts';
