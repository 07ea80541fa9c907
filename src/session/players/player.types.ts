import type {Observation} from '../../observe/index.ts';

/**
 * Somebody scripted who plays as a person would: from what can be observed, through the same orders.
 * Asked once a minute; answers with the orders to give now, in words.
 */
export type Player = {
	readonly name: string;
	readonly act: (observation: Observation) => readonly string[];
};
