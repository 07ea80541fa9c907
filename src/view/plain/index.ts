export {createPlain} from './plain.ts';
export type {Answer, Moment, Plain, PlainAsk, PlainSettings} from './plain.types.ts';
