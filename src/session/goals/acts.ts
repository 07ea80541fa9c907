import type {Condition, Level} from '../../level/index.ts';
import {ownerOf, specOf, type OrderRecord, type World} from '../../sim/index.ts';

/**
 * Orders of the player that make an unsafe row so by a second: those whose words it names, and where it counts
 * what was touched, all that touched anything. What was left undone is no order.
 */
export function actsBehind(
	{unsafe}: Pick<Level, 'unsafe'>,
	id: string,
	by: number,
	world: World,
): readonly OrderRecord[] {
	const row = unsafe.find(each => each.id === id);
	if (row === undefined) return [];
	const isNamed = namedBy(row.when, by);
	return world.orders.filter(record => record.number > 0 && record.due <= by && isNamed(record));
}

function namedBy(condition: Condition, by: number): (record: OrderRecord) => boolean {
	if ('done' in condition) {
		// What is asked of the second in which it took effect was so in that one.
		const isIts = ({due}: OrderRecord) => condition.while === undefined || due === by;
		return record => record.state === 'done' && begins(record, condition.done) && isIts(record);
	}
	if ('given' in condition) return record => begins(record, condition.given);
	if ('metric' in condition) {
		return condition.metric === 'orders.touched' ? hasTouched : () => false;
	}
	if ('all' in condition) return anyOf(condition.all, by);
	if ('any' in condition) return anyOf(condition.any, by);
	if ('holds' in condition) return namedBy(condition.holds, by);
	// What should have come before was left undone, and is no act.
	if ('first' in condition) return namedBy(condition.first, by);
	return () => false;
}

function anyOf(conditions: readonly Condition[], by: number): (record: OrderRecord) => boolean {
	const tests = conditions.map(each => namedBy(each, by));
	return record => tests.some(test => test(record));
}

function begins({words}: OrderRecord, wanted: string): boolean {
	const typed = words.toLowerCase();
	return typed === wanted || typed.startsWith(`${wanted} `);
}

function hasTouched({state, order}: OrderRecord): boolean {
	const owner = ownerOf(order);
	return (
		state === 'done' &&
		specOf(order).kind === 'do' &&
		owner !== 'incidentCall' &&
		owner !== 'identity'
	);
}
