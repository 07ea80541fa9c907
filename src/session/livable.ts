import {parametersFault, type Level} from '../level/index.ts';
import type {Switch} from '../sim/index.ts';
import {open} from './session.ts';

/** What a run begins under beyond its level's own. */
export type Changes = {
	readonly switches: readonly Switch[];
	readonly parameters: Level['parameters'];
};

/** Long enough for most of what cannot be to show. */
const TRIED_SECONDS = 900;

/** Why the model cannot live with numbers that were changed, in a sentence; null where it can for a quarter of an hour. */
export function whyNotLivable(level: Level, changes: Changes): string | null {
	const {parameters} = changes;
	if (Object.keys(parameters).length === 0) return null;
	const fault = parametersFault(parameters);
	if (fault !== undefined) return fault;
	try {
		open(level, {game: 'tried', node: 0, observed: false, ...changes}).advance(TRIED_SECONDS);
		return null;
	} catch (error) {
		const objection = error instanceof Error ? error.message : String(error);
		return `The model does not work with these numbers: ${objection}.`;
	}
}
