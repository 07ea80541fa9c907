import type {Level} from '../level/index.ts';
import type {Switch} from '../sim/index.ts';
import {open} from './session.ts';

/** What a run begins under beyond its level's own. */
export type Changes = {
	readonly switches: readonly Switch[];
	readonly parameters: Level['parameters'];
};

export const NO_CHANGES: Changes = {switches: [], parameters: {}};

/** Long enough for most of what cannot be to show. */
const TRIED_SECONDS = 900;

/** Why the model cannot live with these numbers, if it cannot: its own objection, after a quarter of an hour. */
export function whyNotLivable(level: Level, changes: Changes): string | null {
	try {
		open(level, {game: 'tried', node: 0, observed: false, ...changes}).advance(TRIED_SECONDS);
		return null;
	} catch (error) {
		return error instanceof Error ? error.message : String(error);
	}
}
