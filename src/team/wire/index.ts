export * from './messages.ts';
export {patchOf, type Json} from './patch.ts';
