import type {Observation} from '../observe/index.ts';
import {completeOrder, numberAsked} from './command.ts';
import type {Grammar} from './grammar.ts';

/** By the name of a blank, the metric that shows what one would put there. */
const SHOWN_BY: Readonly<Record<string, string>> = {generation: 'dns.newestPlan'};

/** Whom a line is completed for. */
export type Completing = {
	readonly grammar: Grammar;
	/** Ids of all that may be suspected, those of the level's own among them. */
	readonly suspects: readonly string[];
	/** Asked for once a number is. */
	readonly seen: () => Pick<Observation, 'metrics'>;
};

/** Words that may stand at the end of a line, best first: of the grammar, the level's suspects, numbers that are seen. */
export function completions(text: string, {grammar, suspects, seen}: Completing) {
	const known = completeOrder(text, grammar);
	return [...new Set([...known, ...suspected(text, suspects), ...numberSeen(text, grammar, seen)])];
}

function suspected(text: string, suspects: readonly string[]): readonly string[] {
	const typed = /^\s*suspect\s+(\S*)$/iu.exec(text)?.[1]?.toLowerCase();
	return typed === undefined ? [] : suspects.filter(id => id.startsWith(typed));
}

function numberSeen(text: string, grammar: Grammar, seen: Completing['seen']): readonly string[] {
	const asked = numberAsked(text, grammar);
	const shown = SHOWN_BY[asked?.name ?? ''];
	const number = shown === undefined ? null : (seen().metrics[shown]?.value ?? null);
	if (asked === null || number === null) return [];
	return String(number).startsWith(asked.started) ? [String(number)] : [];
}
