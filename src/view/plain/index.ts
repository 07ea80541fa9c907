export {createPlain} from './plain.ts';
export type {Moment} from '../moments.ts';
export type {Answer, Plain} from './plain.types.ts';
