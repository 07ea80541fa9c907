// What of the Region the house needs by itself: loaded once it is needed, and no more of it.
export {rolesFrom, rolesIn} from '../../level/index.ts';
export {otherWorld, parseJournal, VOCABULARY, WORLD} from '../../session/index.ts';
