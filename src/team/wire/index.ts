export * from './down.ts';
export type {Json} from './patch.ts';
export {patchOf} from './patch-of.ts';
export * from './up.ts';
