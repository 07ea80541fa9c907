export {
	isQuiet,
	proofOf,
	PROVING,
	provingSeeds,
	type Claim,
	type PassRate,
	type Proof,
} from './proof.ts';
export {tryLevel, type Trial} from './try-level.ts';
