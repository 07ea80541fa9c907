import {
	completeOrder,
	expectedNext,
	grammarIn,
	ORDERS,
	parseOrder,
	type Cast,
	type OrderSpec,
} from '../../session/index.ts';
import {completeWord, wordBegunBy} from '../do/read-deed.ts';
import {takesWords} from '../say/measure.ts';
import {findOrders, formsIn} from '../input/palette/index.ts';

const WORDS_SHOWN = 4;

/**
 * What can go wrong with the line being typed, what it would do and how long that would take; or, while it is no
 * order yet, what may come next, with keys by name as in `{offer}`. Empty where nothing can be said.
 */
export function orderHint(draft: string, cast: Cast): string {
	if (draft.trim() === '') return '';
	const begun = wordBegunBy(draft);
	if (begun !== null) return `${begun.forms.at(-1) ?? ''}: ${begun.what}.`;
	const parsed = parseOrder(draft, grammarIn(cast));
	if (!parsed.ok) return nextWords(draft, cast);
	const spec = ORDERS[parsed.order.id];
	return spec === undefined ? '' : describe(spec);
}

function describe(spec: OrderSpec): string {
	const risk = spec.risk === '' ? '' : `Risk: ${sentence(spec.risk)} `;
	const team = spec.team === null ? '' : `Needs team ${spec.team} on the call. `;
	return `${risk}${sentence(spec.what)} ${team}Takes ${takesWords(spec)}.`;
}

function nextWords(draft: string, cast: Cast): string {
	const grammar = grammarIn(cast);
	// Plain words stand in the completion already; what belongs in a blank does not.
	const blanks = expectedNext(draft, grammar).filter(word => word.startsWith('<'));
	if (blanks.length > 0) return `Next: ${blanks.slice(0, WORDS_SHOWN).join(' or ')}`;
	if (completeOrder(draft, grammar).length > 0 || completeWord(draft, 'screen').length > 0)
		return '';
	return findOrders(draft, formsIn(cast)).length > 0
		? 'No command starts like this; {offer} picks a related one.'
		: 'No command starts like this.';
}

function sentence(text: string): string {
	const first = text.charAt(0).toUpperCase() + text.slice(1);
	return first.endsWith('.') ? first : `${first}.`;
}
