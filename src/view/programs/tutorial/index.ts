export {FIRST_STEPS} from './steps.ts';
export {createTutorial, type Tutorial} from './tutorial.ts';
