export {consoleFrames} from './frames.ts';
export {debriefPage} from './page.ts';
