import {nightOf, type Level} from '../../level/index.ts';
import {look} from '../../observe/index.ts';
import {
	assert,
	harmOf,
	milestonesOf,
	SUBSYSTEMS,
	type OrderRecord,
	type SubsystemName,
} from '../../sim/index.ts';
import {parseOrder} from '../command.ts';
import {createLedger, judgementOf, judgeOf, judgeSecond} from '../goals/index.ts';
import {watch} from '../order-rules.ts';
import {copyRun, give, liveSecond, runFrom, startRun, type Run, type RunCopy} from '../run.ts';
import {BY, differsFrom, NO_CHANGE, ordersUnder} from '../relive/change.ts';
import type {Change, GivenOrder, Lived, Outcome} from './debrief.types.ts';
import {stepper} from '../relive/steps.ts';
import {suspicionsOf} from './suspicions.ts';
import {TRACE_SECONDS, TRACES} from '../relive/traces.ts';

/** A run that was lived once more: what every change is held against. */
export type Basis = {
	readonly level: Level;
	readonly lived: Lived;
	readonly outcome: Outcome;
	/** What became of each order, those of the night shift included. */
	readonly orders: readonly OrderRecord[];
	/** Decision points of the level that came, with their seconds. */
	readonly decided: readonly {readonly id: string; readonly tick: number}[];
	/** Seconds in which something began that the level calls unsafe. */
	readonly unsafe: readonly number[];
};

/** With places to go on from: half of a changed run is the run itself. */
export type Life = Basis & {readonly places: readonly Place[]};

type Place = {
	readonly copy: RunCopy;
	readonly rows: readonly (readonly number[])[];
	readonly ended: Outcome['ended'];
};

/** Half a megabyte each. */
const PLACE_EVERY_SECONDS = 900;

/** Lives the run as it was. */
export function createLife(anyNight: Level, lived: Lived): Life {
	const level = nightOf(anyNight, lived.seed);
	const places: Place[] = [];
	const walk = begin(level, lived, NO_CHANGE);
	const judge = judgeOf({...level, goals: null});
	const ledger = createLedger(judge, walk.run.world);
	const outcome = follow(walk, lived, NO_CHANGE, () => {
		const {run, rows, ended} = walk;
		ledger.suspected = run.ledger.suspected;
		judgeSecond(judge, ledger, run.world);
		if (run.world.now % PLACE_EVERY_SECONDS !== 0) return;
		places.push({copy: copyRun(run), rows: rows.map(row => [...row]), ended});
	});
	const {world} = walk.run;
	const {decisions: decided, unsafe} = judgementOf(judge, ledger, world);
	const {orders} = world;
	return {level, lived, outcome, orders, decided, unsafe: unsafe.map(({tick}) => tick), places};
}

/** What of a life others need, who do not live it again. */
export function basisOf({level, lived, outcome, orders, decided, unsafe}: Life): Basis {
	return {level, lived, outcome, orders, decided, unsafe};
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
type Walk = {run: Run; readonly rows: number[][]; ended: Outcome['ended']};

function begin(level: Level, {seed, switches, parameters}: Lived, changed: Change): Walk {
	const run = startRun(bare(level), {
		seed,
		switches: [...new Set([...switches, ...changed.switches])],
		parameters: withCapacity({...level.parameters, ...parameters}, parameters, changed.capacity),
		observed: changed.instead !== null && changed.instead.rules.length > 0,
	});
	const walk: Walk = {run, rows: TRACES.map(() => []), ended: null};
	// What was before the takeover is the same in every run, and shown in none.
	for (let at = 0; at <= run.world.now; at += TRACE_SECONDS) writeDown(walk);
	return walk;
}

/** A night that is lived again is asked how it ends, and nothing else: questions cost more than the Region. */
function bare(level: Level): Level {
	return {...level, tasks: [], unsafe: [], diagnosis: [], decisions: [], hints: []};
}

function goOn({copy, rows, ended}: Place): Walk {
	return {run: runFrom(copy), rows: rows.map(row => [...row]), ended};
}

function follow(walk: Walk, lived: Lived, changed: Change, eachSecond: () => void): Outcome {
	const ordersDue = ordersFor(walk.run, lived, changed);
	// Steps begin when the change does: before it there is nothing to follow up.
	const stepsDue = stepper(changed.steps, differsFrom(lived, changed));
	const listen = suspicionsOf(walk.run, lived);
	while (walk.run.world.ending === null && walk.run.world.now < lived.until && !isWell(walk)) {
		const {run} = walk;
		for (const order of ordersDue(run)) attempt(run, order);
		for (const words of stepsDue(run.world)) attempt(run, {order: 0, by: BY, at: 0, words});
		listen(run);
		liveSecond(run);
		goOnAfterEnd(walk);
		if (run.world.now % TRACE_SECONDS === 0) writeDown(walk);
		eachSecond();
	}
	return outcomeOf(walk);
}

/** Asked each second, answers with the orders that meet the next one. */
function ordersFor(
	{world}: Run,
	lived: Lived,
	changed: Change,
): (run: Run) => readonly GivenOrder[] {
	const orders = ordersUnder(lived, changed).filter(({at}) => at > world.now);
	const rules = watch(changed.instead?.rules ?? []);
	return ({world: {now}, world: seenWorld, observer}) => {
		if (observer !== null && !rules.isOver() && now % RULES_SECONDS === 0) {
			const planned = rules.seen(look(observer, seenWorld));
			orders.push(...planned.map(({at, words}) => ({order: 0, by: BY, at, words})));
			orders.sort((a, b) => a.at - b.at);
		}
		let due = 0;
		while ((orders[due]?.at ?? Infinity) <= now + 1) due++;
		return due === 0 ? NO_ORDERS : orders.splice(0, due);
	};
}

const RULES_SECONDS = 15;
const NO_ORDERS: readonly GivenOrder[] = [];

/** Less harm than this in the last minutes is none: a hundredth of an outage. */
const CALM_MINUTES = 0.01;

/**
 * Harm does not stop where a level's goals say that all is lost, nor where they say that enough is won: a night is
 * lived on until nobody suffers any more, or to where the others end.
 */
function goOnAfterEnd(walk: Walk): void {
	const {world, judge} = walk.run;
	const {ending} = world;
	if (ending === null) return;
	walk.ended ??= ending;
	if (judge.level.goals === null) return;
	world.ending = null;
	walk.run = {...walk.run, judge: {...judge, level: {...judge.level, goals: null}}};
}

function isWell({run: {world}, rows: [harm = []], ended}: Walk): boolean {
	if (ended?.won !== true) return false;
	const seconds = world.now - TRACE_SECONDS * (harm.length - 1);
	return harmOf(world).total - (harm.at(-1) ?? 0) < (CALM_MINUTES * seconds) / 60;
}

function attempt(run: Run, {by, words}: GivenOrder): void {
	const parsed = parseOrder(words);
	assert(parsed.ok, 'orders of a run are understood');
	give(run, by, parsed.order);
}

function writeDown({run, rows}: Walk): void {
	TRACES.forEach(({read}, index) => rows[index]!.push(read(run.world)));
}

function outcomeOf({run: {world}, rows, ended}: Walk): Outcome {
	return {
		harm: harmOf(world),
		ended,
		milestones: milestonesOf(world).map(({id, at}) => ({id, at})),
		traces: Object.fromEntries(TRACES.map(({id}, index) => [id, rows[index]!])),
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
	own: Lived['parameters'],
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
