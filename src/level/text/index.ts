export {cleanName, isSameName} from './clean-name.ts';
export {cleanText, isClean} from './clean-text.ts';
export {didYouMean} from './did-you-mean.ts';
export {LEVEL_LENGTH_MAX} from './length.ts';
export {withGoal} from './with-goal.ts';
