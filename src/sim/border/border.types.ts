import type {Mode} from '../kernel/index.ts';

/** The border network of one availability zone: a real fault, and the wrong lead of the night. */
export type Border = {
	/** `clear`, `lossy` or `rerouted`. */
	readonly mode: Mode;
	/** Share of packets the damaged paths lose. */
	lossShare: number;
	readonly output: BorderOutputs;
};

export type BorderOutputs = {
	/** Share of packets lost at the border of use1-az1, 0..1. Nothing inside the Region depends on it. */
	packetLossShare: number;
};
