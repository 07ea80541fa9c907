export {NOTHING_YET, optionsOf} from './options.ts';
export type * from './panel.types.ts';
