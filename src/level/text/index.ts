export {cleanText, isClean} from './clean-text.ts';
