export {debriefPage} from './page.ts';
