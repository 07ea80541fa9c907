import {ADVISED} from '../kernel/index.ts';
import type {IncidentCallParameters} from './incident-call.parameters.ts';

/** Advice that customers follow one by one, as it reads on the Health Dashboard, and how long that takes. */
export const FOLLOWED = {
	[ADVISED.regionalSts]: {
		post: 'ask for tokens at the STS endpoint of another Region',
		pace: 'adviceSeconds',
	},
	[ADVISED.localUsers]: {
		post: 'connect to Redshift as local database users, in every Region',
		pace: 'adviceSeconds',
	},
	[ADVISED.writeElsewhere]: {
		post: 'write to global tables in another Region',
		pace: 'adviceSeconds',
	},
	[ADVISED.otherRegion]: {
		post: 'move workloads to another Region',
		pace: 'evacuationSeconds',
	},
} as const satisfies Readonly<
	Record<string, {readonly post: string; readonly pace: keyof IncidentCallParameters}>
>;

export type FollowedWord = keyof typeof FOLLOWED;
export const FOLLOWED_WORDS = Object.keys(FOLLOWED) as readonly FollowedWord[];

export function isFollowed(word: string): word is FollowedWord {
	return Object.hasOwn(FOLLOWED, word);
}
