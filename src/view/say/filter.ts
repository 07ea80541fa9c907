import type {Fact} from './fact.types.ts';

/**
 * Whether a filter lets a text through: a plain substring in any case, or with `!` all that lack it. A filter
 * without words, `!` alone among them, lets everything through.
 */
export function passes(filter: string, text: string): boolean {
	const inverted = filter.startsWith('!');
	const wanted = (inverted ? filter.slice(1) : filter).trim().toLowerCase();
	return wanted === '' || text.toLowerCase().includes(wanted) !== inverted;
}

/** The facts that a filter lets through, by any of their words. */
export function passing<Of>(filter: string, facts: readonly Fact<Of>[]): readonly Fact<Of>[] {
	if (filter === '') return facts;
	return facts.filter(({id, label, text}) => passes(filter, `${id} ${label} ${text}`));
}
