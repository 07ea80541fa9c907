export {createDebrief} from './debrief-program.ts';
export type {Telling} from './telling.types.ts';
