export type * from './judgement.ts';
export {judgementOf} from './judgement.ts';
export {
	createLedger,
	hintsNow,
	isSoNow,
	judgeOf,
	judgeSecond,
	type Judge,
	type Ledger,
} from './evaluation.ts';
export {MEASURES} from './measures.ts';
