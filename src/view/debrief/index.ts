export {debriefPage} from './html/index.ts';
export {debriefText} from './text.ts';
