import type {Level} from '../../level/index.ts';
import {
	assert,
	harmOf,
	milestonesOf,
	PARTS,
	type OrderRecord,
	type PartName,
} from '../../sim/index.ts';
import {parseOrder} from '../command.ts';
import {copyRun, give, liveSecond, runFrom, startRun, type Run, type RunCopy} from '../run.ts';
import {BY, differsFrom, NO_CHANGE, ordersUnder} from './change.ts';
import type {Change, GivenOrder, Lived, Outcome} from './debrief.types.ts';
import {stepper} from './steps.ts';
import {TRACE_SECONDS, TRACES} from './traces.ts';

/** A run that was lived once more: what every change is held against. */
export type Basis = {
	readonly level: Level;
	readonly lived: Lived;
	readonly outcome: Outcome;
	/** What became of each order. */
	readonly orders: readonly OrderRecord[];
};

/** With places to go on from: half of a changed run is the run itself. */
export type Life = Basis & {readonly places: readonly Place[]};

type Place = {readonly copy: RunCopy; readonly rows: readonly (readonly number[])[]};

/** Half a megabyte each. */
const PLACE_EVERY_SECONDS = 900;

/** Lives the run as it was. */
export function createLife(level: Level, lived: Lived): Life {
	const places: Place[] = [];
	const walk = begin(level, lived, NO_CHANGE);
	const outcome = follow(walk, lived, NO_CHANGE, () => {
		const {run, rows} = walk;
		if (run.world.now % PLACE_EVERY_SECONDS !== 0) return;
		places.push({copy: copyRun(run), rows: rows.map(row => [...row])});
	});
	return {level, lived, outcome, orders: walk.run.world.orders, places};
}

/** Lives the run with something changed, from the last place before it makes a difference. */
export function whatIf(life: Life, changed: Change): Outcome {
	const {level, lived, places} = life;
	const first = differsFrom(lived, changed);
	if (first === Infinity) return life.outcome;
	const from = places.filter(({copy}) => (copy.world.state.now ?? 0) < first).at(-1);
	const walk = from === undefined || first === 0 ? begin(level, lived, changed) : goOn(from);
	return follow(walk, lived, changed, () => undefined);
}

/** A run under way, and what has been written down of it. */
type Walk = {readonly run: Run; readonly rows: number[][]};

function begin(level: Level, {seed, switches, parameters}: Lived, changed: Change): Walk {
	const run = startRun(level, {
		seed,
		switches: [...new Set([...switches, ...changed.switches])],
		parameters: withCapacity({...level.parameters, ...parameters}, parameters, changed.capacity),
		observed: false,
	});
	const walk = {run, rows: TRACES.map(() => [])};
	writeDown(walk);
	return walk;
}

function goOn({copy, rows}: Place): Walk {
	return {run: runFrom(copy), rows: rows.map(row => [...row])};
}

function follow(walk: Walk, lived: Lived, changed: Change, eachSecond: () => void): Outcome {
	const {run} = walk;
	const orders = ordersUnder(lived, changed);
	let next = orders.findIndex(({at}) => at > run.world.now);
	if (next === -1) next = orders.length;
	// Steps begin when the change does: before it there is nothing to follow up.
	const stepsDue = stepper(changed.steps, differsFrom(lived, changed));
	while (run.world.ending === null && run.world.now < lived.until) {
		for (; (orders[next]?.at ?? Infinity) <= run.world.now + 1; next++) attempt(run, orders[next]!);
		for (const words of stepsDue(run.world)) attempt(run, {order: 0, by: BY, at: 0, words});
		liveSecond(run);
		if (run.world.now % TRACE_SECONDS === 0) writeDown(walk);
		eachSecond();
	}
	return outcomeOf(walk);
}

function attempt(run: Run, {by, words}: GivenOrder): void {
	const parsed = parseOrder(words);
	assert(parsed.ok, 'orders of a run are understood');
	give(run, by, parsed.order);
}

function writeDown({run, rows}: Walk): void {
	TRACES.forEach(({read}, index) => rows[index]!.push(read(run.world)));
}

function outcomeOf({run: {world}, rows}: Walk): Outcome {
	return {
		harm: harmOf(world),
		ended: world.ending,
		milestones: milestonesOf(world).map(({id, at}) => ({id, at})),
		traces: Object.fromEntries(TRACES.map(({id}, index) => [id, rows[index]!])),
	};
}

/** What the systems that recover can do in a second; a close call goes the other way with a tenth of it. */
const CAPACITIES: readonly (readonly [PartName, string])[] = [
	['droplets', 'threadsPerHost'],
	['droplets', 'storeUnitsPerSecond'],
	['network', 'capacityRatio'],
];

function withCapacity(
	all: Level['parameters'],
	own: Lived['parameters'],
	factor: number,
): Level['parameters'] {
	if (factor === 1) return own;
	const scaled: Record<string, Record<string, number>> = {};
	for (const [part, values] of Object.entries(own)) scaled[part] = {...values};
	for (const [part, name] of CAPACITIES) {
		const declared = PARTS[part].parameters[name];
		assert(declared !== undefined, `${name} is a parameter of ${part}`);
		const value = all[part]?.[name] ?? declared.value;
		scaled[part] = {...scaled[part], [name]: factor * value};
	}
	return scaled;
}
