export {consoleFrames, debriefPage} from './html/index.ts';
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
