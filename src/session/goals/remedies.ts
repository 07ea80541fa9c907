import type {Condition} from '../../level/index.ts';
import {LEVERS_STANDING} from './lever-state.ts';

/** What bears on a condition: numbers that it is about, and orders, or beginnings of them, that it asks for. */
export type Remedies = {readonly metrics: readonly string[]; readonly orders: readonly string[]};

const NONE: Remedies = {metrics: [], orders: []};

/** What could make a condition so, or keep it from being so where it is not wanted. */
export function remediesOf(condition: Condition, wanted: boolean): Remedies {
	if ('metric' in condition) return {metrics: [condition.metric], orders: []};
	if ('all' in condition) return joined(condition.all.map(each => remediesOf(each, wanted)));
	if ('any' in condition) return joined(condition.any.map(each => remediesOf(each, wanted)));
	if ('holds' in condition) return remediesOf(condition.holds, wanted);
	if ('not' in condition) return remediesOf(condition.not, !wanted);
	// Whoever does the second in time has not done the first before it.
	if ('first' in condition) return remediesOf(wanted ? condition.first : condition.then, true);
	return wanted ? {metrics: [], orders: askedFor(condition)} : keptOff(condition);
}

/** The beginnings of orders that a condition asks for: of what is measured, those that put in place what it measures. */
export function ordersAskedBy(condition: Condition): readonly string[] {
	if ('metric' in condition) {
		const {metric} = condition;
		return LEVERS_STANDING.filter(
			({shownBy}) => shownBy?.metric === metric && !(shownBy.lifted in condition),
		).flatMap(({setBy}) => setBy ?? []);
	}
	if ('all' in condition) return condition.all.flatMap(ordersAskedBy);
	if ('any' in condition) return condition.any.flatMap(ordersAskedBy);
	if ('holds' in condition) return ordersAskedBy(condition.holds);
	if ('first' in condition) return ordersAskedBy(condition.first);
	return askedFor(condition);
}

/** An order that must not be given while something is so may be given once it is not. */
function keptOff(condition: Condition): Remedies {
	if (('done' in condition || 'given' in condition) && condition.while !== undefined) {
		return remediesOf(condition.while, false);
	}
	if (!('automation' in condition)) return NONE;
	const is = condition.is === 'paused' ? 'running' : 'paused';
	return {metrics: [], orders: askedFor({...condition, is})};
}

function askedFor(condition: Condition): readonly string[] {
	if ('done' in condition) return [condition.done];
	if ('given' in condition) return [condition.given];
	if ('updates' in condition) return ['update <scope> <impact> <action> next <minutes>'];
	if (!('automation' in condition)) return [];
	return [`${condition.is === 'paused' ? 'pause' : 'resume'} ${condition.automation}`];
}

function joined(all: readonly Remedies[]): Remedies {
	return {
		metrics: all.flatMap(({metrics}) => metrics),
		orders: all.flatMap(({orders}) => orders),
	};
}
