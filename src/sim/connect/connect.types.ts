import type {Mode} from '../kernel/index.ts';

/** Amazon Connect: calls, chats, and agents who must be signed in to take them. */
export type Connect = {
	/** `signing-in` or `locked-out`. */
	readonly agents: Mode;
	/** Whether Lambda failed too much for a sign-in a second ago. */
	signInFails: boolean;
	/** Whether the log last said that contacts fail. */
	failing: boolean;
	/** Share of agents whose connection was cut and who have not signed in again, 0..1. */
	agentsOutShare: number;
	/** Callbacks promised and not made, in seconds of usual calls; absent until some were offered. */
	callbacksOwedSeconds?: number;
	readonly output: ConnectOutputs;
};

export type ConnectInputs = {
	readonly storeErrors: number;
	readonly balancerErrors: number;
	/** Errors of Lambda as one figure, 0..1. */
	readonly functionErrors: number;
};

export type ConnectOutputs = {
	/** Share of calls failing: busy tones, silence, no agent, 0..1. */
	callErrors: number;
	/** Share of chats failing, 0..1. */
	chatErrors: number;
};
