// What the shell needs of the Region while it starts: loaded once it is needed, and no more of it.
export {LEVEL_ID, seedFault, wordsLike} from '../level/index.ts';
export {otherWorld, WORLD} from '../session/index.ts';
