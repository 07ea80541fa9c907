export {createLesson, type Lesson} from './lesson.ts';
export {FIRST_STEPS, LAST_WORDS} from './steps.ts';
export {createTutorial, type Tutorial} from './tutorial.ts';
