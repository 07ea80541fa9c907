import {valueAt} from '../../sim/index.ts';
import {parseOrder} from '../command.ts';
import type {PlannedOrder} from '../order-file.ts';
import {change} from '../relive/change.ts';
import type {Baseline} from './baseline.ts';
import {toldAs, type Candidate} from './candidate.ts';
import {actOf, moves} from './decisions.ts';
import {beside, changeAt} from './levers-tried.ts';
import type {Reference} from './search-state.ts';

/** Of more orders than this, each alone and two by two would be too many nights. */
const APART_MAX = 5;

/** All that the expert gave and the player of a lost night never did, at the expert's times. */
export function neverGiven(
	baseline: Baseline,
	references: readonly Reference[],
): readonly Candidate[] {
	const missing = missingOf(baseline, references);
	return missing.length === 0 ? [] : [given(baseline, missing)];
}

/** The same in parts, each alone and two by two, where there are few of them. */
export function neverGivenApart(
	baseline: Baseline,
	references: readonly Reference[],
): readonly Candidate[] {
	const missing = missingOf(baseline, references);
	if (missing.length < 2 || missing.length > APART_MAX) return [];
	const two = missing.flatMap((one, index) => missing.slice(index + 1).map(other => [one, other]));
	const sets = [...missing.map(one => [one]), ...(missing.length === 2 ? [] : two)];
	return sets.map(set => given(baseline, set));
}

function missingOf(
	{level, orders, outcome}: Baseline,
	references: readonly Reference[],
): readonly PlannedOrder[] {
	const expert = references.find(({id}) => id === 'expert');
	const end = outcome.ended;
	if (expert === undefined || end === null || end.won) return [];
	const own = orders.filter(({state}) => state !== 'refused').map(({words}) => kindOf(words));
	return expert.script.orders.filter(({at, words}) => {
		const parsed = parseOrder(words);
		if (!parsed.ok || !moves(parsed.order)) return false;
		return at > level.takeover && at < end.at && !own.includes(kindOf(words));
	});
}

/** Orders that differ in a number are of one kind. */
function kindOf(words: string): string {
	return words.replaceAll(/\d+(\.\d+)?/gu, 'n');
}

function given(baseline: Baseline, orders: readonly PlannedOrder[]): Candidate {
	const whole = orders.map(each => changeAt(baseline, each)).reduce(beside, change({}));
	const {at, words} = valueAt(orders, 0);
	const parsed = parseOrder(words);
	return {
		id: `never given: ${orders.map(each => `${each.words} at ${String(each.at)}`).join(', ')}`,
		act: parsed.ok ? actOf(parsed) : 'others',
		kind: 'instead',
		decision: null,
		point: null,
		at,
		did: 'nothing of the kind',
		other: toldAs(baseline, whole),
		change: whole,
		parts: [],
	};
}
