export {cleanName, isSameName} from './clean-name.ts';
export {cleanText, isClean} from './clean-text.ts';
export {didYouMean} from './did-you-mean.ts';
