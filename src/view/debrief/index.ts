export {debriefText} from './text.ts';
