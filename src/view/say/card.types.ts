import type {AxisScore, RunResult, ScoreSoFar, Standings, StillOpen} from '../../session/index.ts';

/** What the shell adds to a card while it is worked out. */
export type CardMore = {
	readonly soFar: ScoreSoFar | null;
	/** Whether more of the score comes by itself. */
	readonly coming: boolean;
	readonly standing: Standings | null;
	/** The least harm of a win of this level, in minutes of full outage; null before the first. */
	readonly best: number | null;
	/** What can be done with the run where it is played. */
	readonly offers: readonly CardOffer[];
};

export type CardOffer = 'retry' | 'debrief' | 'replay' | 'next' | 'share';

/** Everything on the card of a run. */
export type CardTold = CardMore & {
	readonly title: string;
	/** Whether a team played it, whose host has the journal and the report. */
	readonly room: boolean;
	/** Place in the ladder; null beside it. */
	readonly ladder: number | null;
	readonly result: RunResult;
	/** What somebody put in place and nobody took back. */
	readonly open: readonly StillOpen[];
	readonly impacted: number;
	readonly services: number;
	/** Tasks and safety, which ask for no other run. */
	readonly marks: readonly AxisScore[];
	/** The clock of a second of the run, `HH:MM`. */
	readonly clock: (at: number) => string;
};

/** A card that nothing is added to. */
export const NOTHING_MORE: CardMore = {
	soFar: null,
	coming: false,
	standing: null,
	best: null,
	offers: [],
};
