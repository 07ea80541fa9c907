import type {Player} from './player.types.ts';
import {randomPlayer} from './random-player.ts';
import {referenceOperator} from './reference-operator.ts';

export type {Player} from './player.types.ts';

/** Scripted players that act on what they see, by name. Those with a fixed script are order files of a level. */
export const PLAYERS: Readonly<Record<string, (seed: string) => Player>> = {
	random: randomPlayer,
	'reference-operator': referenceOperator,
};
