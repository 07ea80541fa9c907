export {consoleFrames, debriefPage} from './html/index.ts';
export {comparisonPage} from './html/compared.ts';
export {comparisonText} from './compared-text.ts';
export {debriefText} from './text.ts';
export {createDebrief, type Telling} from './console/index.ts';
