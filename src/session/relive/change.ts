import type {PlannedOrder} from '../order-file.ts';
import type {Change, GivenOrder, Lived} from '../debrief/debrief.types.ts';

/** The run as it was lived. */
export const NO_CHANGE: Change = {
	leaveOut: [],
	move: [],
	add: [],
	steps: [],
	instead: null,
	switches: [],
	capacity: 1,
};

/** The name that added orders are given under. */
export const BY = 'what if';

/** One change with some of its parts. */
export function change(parts: Partial<Change>): Change {
	return {...NO_CHANGE, ...parts};
}

/** Both changes in one run. Of an order that both move, the second has the say. */
export function together(one: Change, other: Change): Change {
	const moved = new Set(other.move.map(({order}) => order));
	return {
		leaveOut: [...new Set([...one.leaveOut, ...other.leaveOut])],
		move: [...one.move.filter(({order}) => !moved.has(order)), ...other.move],
		add: [...one.add, ...other.add],
		steps: [...one.steps, ...other.steps],
		instead: other.instead ?? one.instead,
		switches: [...new Set([...one.switches, ...other.switches])],
		capacity: one.capacity * other.capacity,
	};
}

/** The orders of the changed run, in the order in which they meet the world. */
export function ordersUnder({orders}: Lived, changed: Change): readonly GivenOrder[] {
	if (changed.instead !== null) return numbered(changed.instead.orders);
	const out = new Set(changed.leaveOut);
	const moved = new Map(changed.move.map(({order, at}) => [order, at]));
	const kept = orders
		.filter(({order}) => !out.has(order))
		.map(given => ({...given, at: Math.max(1, moved.get(given.order) ?? given.at)}));
	return [...kept, ...numbered(changed.add)].sort((a, b) => a.at - b.at);
}

/** The first second in which the changed run can differ from the run that was lived. */
export function differsFrom(lived: Lived, changed: Change): number {
	if (changed.switches.length > 0 || changed.capacity !== 1 || changed.instead !== null) return 0;
	const touched = new Set([...changed.leaveOut, ...changed.move.map(({order}) => order)]);
	const times = [
		...lived.orders.filter(({order}) => touched.has(order)).map(({at}) => at),
		...changed.move.map(({at}) => at),
		...changed.add.map(({at}) => at),
	];
	return times.reduce((first, at) => Math.min(first, at), Infinity);
}

/** Two changes with the same key make the same night: it is lived once for both. */
export function keyOf(lived: Lived, changed: Change): string {
	const {steps, instead, switches, capacity} = changed;
	const orders = ordersUnder(lived, changed).map(({at, words}) => [at, words]);
	const on = [...new Set([...lived.switches, ...switches])].sort();
	// Steps wait from the moment on at which the change begins.
	const from = steps.length === 0 ? null : differsFrom(lived, changed);
	const rules = instead?.rules ?? [];
	return JSON.stringify([orders, rules, steps, from, on, capacity]);
}

function numbered(orders: readonly PlannedOrder[]): readonly GivenOrder[] {
	return orders.map(({at, words}) => ({order: 0, by: BY, at: Math.max(1, at), words}));
}
