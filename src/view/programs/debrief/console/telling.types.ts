import type {Debrief} from '../../../../session/index.ts';

/** What is known of a debrief, while it is being worked out and after. */
export type Telling = {
	readonly debrief: Debrief | null;
	readonly progress: {readonly lived: number; readonly wanted: number};
};
