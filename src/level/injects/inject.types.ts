import type {Fault, SubsystemName} from '../../sim/index.ts';
import type {CHAT_ROLES} from '../roles/roles.types.ts';

/** What an inject does: a cause that the Region knows, never a number on a screen. */
export type InjectDeed =
	/** Something goes wrong, or right again, in the next second. */
	| {readonly does: 'strike'; readonly to: SubsystemName; readonly fault: Fault}
	/** A panel is dark for everybody, for so long. */
	| {readonly does: 'darken'; readonly panel: string; readonly minutes: number}
	/** Somebody who is not on the call writes. */
	| {
			readonly does: 'write';
			readonly from: string;
			readonly role: (typeof CHAT_ROLES)[number];
			readonly words: string;
	  }
	/** A colleague who is not of the room gives an order, in its canonical words. */
	| {readonly does: 'order'; readonly from: string; readonly words: string};

/** Something that whoever serves a drill may bring about in a level, under a name. */
export type Inject = {
	readonly id: string;
	/** What it is and what it trains, for whoever serves the drill. */
	readonly what: string;
	readonly deed: InjectDeed;
};
