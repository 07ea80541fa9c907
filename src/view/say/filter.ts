import type {Fact} from './fact.types.ts';

/** A filter that has no words, `!` alone among them, is none. */
export function asked(filter: string): string {
	return filter.replace(/^!/u, '').trim() === '' ? '' : filter;
}

/** Whether a filter lets a text through: a plain substring in any case, or with `!` all that lack it. */
export function passes(filter: string, text: string): boolean {
	if (asked(filter) === '') return true;
	const inverted = filter.startsWith('!');
	const wanted = (inverted ? filter.slice(1) : filter).trim().toLowerCase();
	return text.toLowerCase().includes(wanted) !== inverted;
}

/** The facts that a filter lets through, by any of their words. */
export function passing<Of>(filter: string, facts: readonly Fact<Of>[]): readonly Fact<Of>[] {
	if (filter === '') return facts;
	return facts.filter(({id, label, text}) => passes(filter, `${id} ${label} ${text}`));
}
