export {paragraphsOf} from './opening.ts';
export {createPlain} from './plain.ts';
export {plainScoreLines} from './score.ts';
export {printable} from './printable.ts';
export {keptWords} from '../say/kept.ts';
export type {Answer, Plain, PlainAsk} from './plain.types.ts';
