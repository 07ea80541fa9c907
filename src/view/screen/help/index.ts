export {helpPage} from './help-page.ts';
