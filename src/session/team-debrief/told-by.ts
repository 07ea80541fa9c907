import type {Condition, KeyFact} from '../../level/index.ts';
import type {FactToken, Observation} from '../../observe/index.ts';
import {beginsAsOneOf} from '../../sim/index.ts';

const ORDER = 'order ';

/** What is asked of a value for it to tell a fact. */
type Line = {readonly metric: string; readonly holds: (value: number) => boolean};

/** Whether a token tells the fact, as it was when the token was taken. */
export function tells(fact: KeyFact, token: FactToken): boolean {
	switch (token.kind) {
		case 'metric': {
			const {metric, value} = token;
			if (!fact.told.includes(metric) || value === null) return false;
			return linesIn(fact.when).every(line => line.metric !== metric || line.holds(value));
		}
		case 'look':
			return token.at > 0 && beginsAsOneOf(fact.told, token.look);
		case 'order':
			return beginsAsOneOf(ordersIn(fact), token.what);
		case 'suspect':
			return false;
	}
}

/** Whether a message without any fact tells it: somebody has spoken, which is all that is asked. */
export function isToldByWords({told}: KeyFact): boolean {
	return told.includes('words');
}

/** Whether a seat has something before it that tells the fact, and nothing that says otherwise. */
export function canTell(fact: KeyFact, seen: Observation, since: number): boolean {
	const value = (metric: string) => seen.metrics[metric]?.value ?? null;
	const says = linesIn(fact.when).every(line => {
		const shown = value(line.metric);
		return shown === null || line.holds(shown);
	});
	if (!says) return false;
	const orders = ordersIn(fact);
	return (
		isToldByWords(fact) ||
		fact.told.some(metric => value(metric) !== null) ||
		seen.orders.some(({text, due, state}) =>
			orders.length > 0
				? beginsAsOneOf(orders, text)
				: state === 'done' && due >= since && beginsAsOneOf(fact.told, text),
		)
	);
}

function ordersIn({told}: KeyFact): readonly string[] {
	return told.flatMap(each => (each.startsWith(ORDER) ? [each.slice(ORDER.length)] : []));
}

/** The lines through metrics that all have to be crossed. What may be so in several ways is left to the Region. */
function linesIn(condition: Condition): readonly Line[] {
	if ('above' in condition) {
		return [{metric: condition.metric, holds: value => value > condition.above}];
	}
	if ('below' in condition) {
		return [{metric: condition.metric, holds: value => value < condition.below}];
	}
	if ('all' in condition) return condition.all.flatMap(linesIn);
	return 'holds' in condition ? linesIn(condition.holds) : [];
}
