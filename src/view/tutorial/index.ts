export {createTutorial, type Tutorial} from './tutorial.ts';
