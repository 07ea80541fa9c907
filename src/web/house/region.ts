// What of the Region the house needs by itself: loaded once it is needed, and no more of it.
export {cleanText, rolesFrom, rolesIn} from '../../level/index.ts';
export {otherWorld, parseJournal, VOCABULARY, withGoal, WORLD} from '../../session/index.ts';
