import type {Debrief, TeamDebrief} from '../../../../session/index.ts';
import type {CardMore} from '../../../say/card.types.ts';

/** What is known of a debrief, while it is being worked out and after. */
export type Telling = {
	readonly debrief: Debrief | null;
	readonly progress: {readonly lived: number; readonly wanted: number};
	/** What a team is told beside it; left out where one played alone. */
	readonly team?: TeamDebrief | 'later' | undefined;
};

/** As far as a run is scored. */
export type Scored = Pick<CardMore, 'soFar' | 'standing' | 'coming'>;
export const NOT_SCORED: Scored = {soFar: null, standing: null, coming: true};

/** What a player says of a run, in their own words. */
export const OWN_WORDS = ['felt', 'story', 'commitment'] as const;
export type OwnWord = (typeof OWN_WORDS)[number];
export type OwnWords = Readonly<Record<OwnWord, string>>;
