import type {Mode} from '../kernel/index.ts';

/** Support Center, which asks about an account before it lets anybody open a case. */
export type Support = {
	/** What the account metadata answers: `valid`, `error` or `invalid`. */
	readonly accounts: Mode;
	/** Whether an operator has switched the check off, by hand. */
	bypassed: boolean;
	readonly output: SupportOutputs;
};

export type SupportInputs = {readonly storeErrors: number};

export type SupportAnswer = 'valid' | 'error' | 'invalid';

export type SupportOutputs = {
	/** Share of real customers who cannot create, see or change a case, 0..1. */
	lockedOutShare: number;
	answer: SupportAnswer;
	bypassed: boolean;
};
