import type {Debrief, TeamDebrief} from '../../../../session/index.ts';

/** What is known of a debrief, while it is being worked out and after. */
export type Telling = {
	readonly debrief: Debrief | null;
	readonly progress: {readonly lived: number; readonly wanted: number};
	/** What a team is told beside it; left out where one played alone. */
	readonly team?: TeamDebrief | 'later' | undefined;
};
