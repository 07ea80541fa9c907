import type {Level} from '../../level/index.ts';
import {assert, SUBSYSTEMS, type SubsystemName, type Switch, type Team} from '../../sim/index.ts';
import type {RunSetup} from '../run.ts';
import type {PlannedOrder} from '../order-file.ts';
import type {GivenOrder, RecordedRun} from './recorded-run.ts';
import type {PlayerScript} from './source.ts';

/** What is different in a changed run. Orders that make no sense any more stay as they were attempted. */
export type Change = {
	readonly leaveOut: readonly number[];
	readonly move: readonly {readonly order: number; readonly at: number}[];
	readonly add: readonly PlannedOrder[];
	/**
	 * Lines of steps that somebody follows beside each other: an order at a fixed time fits one night only. A night that was
	 * lived so says when each was taken, and from then on they are orders like any others.
	 */
	readonly steps: readonly (readonly Step[])[];
	/** Somebody else's orders in place of all of the player's, or null. */
	readonly instead: PlayerScript | null;
	/** Fixes that are in place beside the run's own. */
	readonly switches: readonly Switch[];
	/** Factor on what the recovering systems can do: how near a call was. */
	readonly capacity: number;
};

/**
 * Orders that are given once the tools work, a team is on the call and, for so many minutes, one of some metrics has been
 * alarming and all of others calm.
 */
export type Step = {
	readonly team: Team | null;
	readonly bad: readonly string[];
	readonly calm: readonly string[];
	readonly minutes: number;
	readonly words: readonly string[];
};

/** The run as it was recorded. */
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
export function ordersUnder({orders}: RecordedRun, changed: Change): readonly GivenOrder[] {
	if (changed.instead !== null) return numbered(changed.instead.orders);
	const out = new Set(changed.leaveOut);
	const moved = new Map(changed.move.map(({order, at}) => [order, at]));
	const kept = orders
		.filter(({order}) => !out.has(order))
		.map(given => ({...given, at: Math.max(1, moved.get(given.order) ?? given.at)}));
	return [...kept, ...numbered(changed.add)].sort((a, b) => a.at - b.at);
}

/** When a run first asked after each switch: before it, it is nobody's matter whether that is on. */
export type Asked = ReadonlyMap<Switch, number>;

/**
 * The first second in which the changed run can differ from the run that was recorded; `asked` by that run, where it is
 * known.
 */
export function differsFrom(recorded: RecordedRun, changed: Change, asked?: Asked): number {
	if (changed.capacity !== 1 || changed.instead !== null) return 0;
	const touched = new Set([...changed.leaveOut, ...changed.move.map(({order}) => order)]);
	const times = [
		...recorded.orders.filter(({order}) => touched.has(order)).map(({at}) => at),
		...changed.move.map(({at}) => at),
		...changed.add.map(({at}) => at),
		...changed.switches.map(name => (asked === undefined ? 0 : (asked.get(name) ?? Infinity))),
	];
	return times.reduce((first, at) => Math.min(first, at), Infinity);
}

/** Two changes with the same key make the same night: it is lived once for both. */
export function keyOf(recorded: RecordedRun, changed: Change): string {
	const {steps, instead, switches, capacity} = changed;
	const orders = ordersUnder(recorded, changed).map(({at, words}) => [at, words]);
	const on = [...new Set([...recorded.switches, ...switches])].sort();
	// Steps wait from the moment on at which the change begins.
	const from = steps.length === 0 ? null : differsFrom(recorded, changed);
	const rules = instead?.rules ?? [];
	return JSON.stringify([orders, rules, steps, from, on, capacity]);
}

function numbered(orders: readonly PlannedOrder[]): readonly GivenOrder[] {
	return orders.map(({at, words}) => ({order: 0, by: BY, at: Math.max(1, at), words}));
}

/** What the changed run begins under. */
export function setupUnder(level: Level, recorded: RecordedRun, changed: Change): RunSetup {
	const {seed, switches, parameters} = recorded;
	return {
		seed,
		switches: [...new Set([...switches, ...changed.switches])],
		parameters: withCapacity({...level.parameters, ...parameters}, parameters, changed.capacity),
		observed: changed.instead !== null && changed.instead.rules.length > 0,
	};
}

/** What the systems that recover can do in a second; a close call goes the other way with a tenth of it. */
const CAPACITIES: readonly (readonly [SubsystemName, string])[] = [
	['dwfm', 'threadsPerHost'],
	['dwfm', 'storeUnitsPerSecond'],
	['network', 'capacityRatio'],
];

function withCapacity(
	all: Level['parameters'],
	own: Level['parameters'],
	factor: number,
): Level['parameters'] {
	if (factor === 1) return own;
	const scaled: Record<string, Record<string, number>> = {};
	for (const [part, values] of Object.entries(own)) scaled[part] = {...values};
	for (const [part, name] of CAPACITIES) {
		const declared = SUBSYSTEMS[part].parameters[name];
		assert(declared !== undefined, `${name} is a parameter of ${part}`);
		const value = all[part]?.[name] ?? declared.value;
		scaled[part] = {...scaled[part], [name]: factor * value};
	}
	return scaled;
}
