import type {DecisionPoint} from '../level.types.ts';

/** What everybody can do at any decision. */
export const NOTHING_YET = 'nothing yet';

/** What can be done at a decision, in the words of its author, and nothing; by name, so that their order tells nothing. */
export function optionsOf({alternatives}: Pick<DecisionPoint, 'alternatives'>): readonly string[] {
	return [...new Set([...alternatives.map(({words}) => words), NOTHING_YET])].sort();
}
