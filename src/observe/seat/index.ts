export {seenFrom} from './seen-from.ts';
export type * from './sees.types.ts';
