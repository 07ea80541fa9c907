import type {Mode} from '../kernel/index.ts';

/** STS, IAM, console sign-in, and whether the operators themselves can get at their tools. */
export type Identity = {
	/** The operator: `signed-in`, `failing` or `break-glass`. */
	readonly operator: Mode;
	/** The token service as its customers find it: `serving` or `impaired`. */
	readonly tokens: Mode;
	/** Console sign-in as its customers find it: `open` or `refused`. */
	readonly console: Mode;
	/** Share of token requests failing for want of the store, 0..1. */
	storeFelt: number;
	/** Share of the token service's hosts that failed checks have taken out of service, 0..1. */
	deregisteredShare: number;
	readonly output: IdentityOutputs;
};

export type IdentityInputs = {
	/** Errors of DynamoDB as internal services find it, 0..1. */
	readonly storeErrors: number;
	/** Errors of internal load balancers, 0..1. */
	readonly balancerErrors: number;
};

export type OperatorAccess = 'signed-in' | 'failing' | 'break-glass';

export type IdentityOutputs = {
	/** Share of STS calls failing, 0..1. */
	stsErrors: number;
	/** Share of IAM calls failing in this Region, 0..1. */
	iamErrors: number;
	/** Share of console sign-ins failing (IAM users, Identity Center), 0..1. */
	signInErrors: number;
	operator: OperatorAccess;
};
