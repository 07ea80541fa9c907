export {consoleFrames, debriefPage} from './html/index.ts';
export {debriefText} from './text.ts';
export {createDebrief, type Telling} from './console/index.ts';
