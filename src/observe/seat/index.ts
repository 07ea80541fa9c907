export {newsSince} from './news-since.ts';
export {seenFrom} from './seen-from.ts';
export type * from './sees.types.ts';
