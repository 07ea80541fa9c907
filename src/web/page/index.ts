export {openPage, type Page} from './page.ts';
