// What the shell needs of the Region while it starts: loaded once it is needed, and no more of it.
export {seedFault, wordsLike} from '../level/index.ts';
