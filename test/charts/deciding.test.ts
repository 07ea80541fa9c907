import {describe, expect, test} from 'vitest';
import {BrokenInvariant, type Chart} from '../../src/sim/kernel/index.ts';
import {
	hash,
	step,
	SUBSYSTEM_NAMES,
	SUBSYSTEMS,
	planFault,
	tick,
	worldFrom,
	type Fault,
	type FaultBlank,
	type Order,
	type SubsystemName,
	type World,
	type WorldCopy,
} from '../../src/sim/index.ts';
import {filled} from '../../src/session/debrief/levers-tried.ts';
import {parseOrder} from '../../src/session/command.ts';
import {someOf} from '../support/sampled.ts';
import {moments} from './nights.ts';

// A chart decides when the Region goes on otherwise from another of its states. One that does not would only
// word a line of a log.

/** One part's place in a chart, to be read and to be put elsewhere. */
type Place = {state: string};

const LIVED_SECONDS = 300;
/** Of parts that have the same chart, so many are tried. */
const PARTS_MAX = 6;

/** Every place of a subsystem in one of its charts, in a fixed order. */
function placesOf(world: World, name: SubsystemName, {machine, crowd}: Chart): readonly Place[] {
	const states = Object.keys(machine.states);
	if (crowd === undefined) {
		return modesIn(world[name])
			.filter(({value}) => states.includes(value))
			.slice(0, PARTS_MAX)
			.map(mode => ({
				get state() {
					return mode.value;
				},
				set state(state) {
					mode.value = state;
				},
			}));
	}
	const modes = new Map(Object.entries(world[name])).get(crowd) as Uint8Array;
	return Array.from(modes.subarray(0, PARTS_MAX), (_, index) => ({
		get state() {
			return states[modes[index]!]!;
		},
		set state(state) {
			modes[index] = states.indexOf(state);
		},
	}));
}

function modesIn(state: unknown): readonly {value: string}[] {
	if (typeof state !== 'object' || state === null || ArrayBuffer.isView(state)) return [];
	return isMode(state) ? [state] : Object.values(state).flatMap(modesIn);
}

function isMode(value: object): value is {readonly name: string; value: string} {
	const keys = Object.keys(value);
	return (
		keys.length === 2 && 'name' in value && 'value' in value && typeof value.value === 'string'
	);
}

/** Given in its second, by somebody who is let in, to people who are all on the call. */
type Given = {readonly at: number; readonly order: Order};

/** So that there is something to decide for whoever signs in, and for whoever asks who may. */
const SIGN_IN: Given = {at: 1, order: {id: 'sign-in-console', args: {}}};
const LOOK: Given = {at: 3, order: {id: 'show-hosts', args: {}}};

/** What is tried in each state: who is there, each order of the subsystem, and each of its faults. */
function trialsOf(name: SubsystemName): readonly Trial[] {
	const orders = Object.values(SUBSYSTEMS[name].orders).flatMap(({forms: [form = '']}) =>
		filled(form).flatMap((words): readonly Trial[] => {
			const parsed = parseOrder(words);
			return parsed.ok ? [{given: [SIGN_IN, {at: 2, order: parsed.order}]}] : [];
		}),
	);
	const faults = Object.entries(SUBSYSTEMS[name].faults).map(
		([type, {blanks, optional}]): Trial => {
			const named = Object.entries(blanks).filter(([blank]) => !optional.includes(blank));
			const values = named.map(([blank, of]) => [blank, firstOf(of)]);
			return {given: [SIGN_IN], fault: {type, ...Object.fromEntries(values)} as Fault};
		},
	);
	return [{given: [SIGN_IN]}, {given: [LOOK]}, ...faults, ...orders];
}

type Trial = {readonly given: readonly Given[]; readonly fault?: Fault};

function firstOf(blank: FaultBlank): string | number {
	if (blank.kind === 'word') return blank.words[0] ?? '';
	return blank.kind === 'whole' ? blank.min : Math.min(blank.max, Math.max(blank.min, 0.9));
}

/** What the Region is some minutes on, apart from where its charts then stand and what is only called after them. */
function livedOn(
	name: SubsystemName,
	copy: WorldCopy,
	change: (world: World) => void,
	{given, fault}: Trial,
): string {
	const world = worldFrom(copy);
	change(world);
	if (fault !== undefined) planFault(world.agenda, tick(world.now + 2), name, fault);
	if (given.length > 1) world.incidentCall.output.teams.forEach(team => (team.state = 'present'));
	const before = world.orders.length;
	try {
		for (let second = 1; second <= LIVED_SECONDS; second++) {
			const due = given.filter(({at}) => at === second);
			step(
				world,
				due.map(({order}, index) => ({number: 900 + second + index, by: 'ana', order})),
			);
		}
	} catch (error) {
		// A state in which this part cannot be is told as well.
		if (error instanceof BrokenInvariant) return error.message;
		throw error;
	}
	for (const name of SUBSYSTEM_NAMES) {
		const charts = Object.values(SUBSYSTEMS[name].charts);
		const states = new Set(charts.flatMap(({machine}) => Object.keys(machine.states)));
		withoutNames(world[name], states);
		for (const {crowd} of charts)
			if (crowd !== undefined) Object.assign(world[name], {[crowd]: null});
	}
	const came = world.orders.slice(before).map(({state, code}) => [state, code]);
	return hash([SUBSYSTEM_NAMES.map(name => world[name]), world.agenda, world.harm, came]);
}

/** Blanks what only repeats the name of a state: where it stands, and outputs that say so. */
function withoutNames(state: object, names: ReadonlySet<string>): void {
	for (const [key, value] of Object.entries(state)) {
		if (typeof value === 'string' && names.has(value)) Object.assign(state, {[key]: ''});
		else if (typeof value === 'object' && value !== null && !ArrayBuffer.isView(value))
			withoutNames(value as object, names);
	}
}

/** Puts a part into a state, and what mirrors it in the outputs as well. */
function put(world: World, name: SubsystemName, chart: Chart, index: number, state: string): void {
	const place = placesOf(world, name, chart)[index]!;
	const {output} = world[name];
	for (const [key, value] of Object.entries(output)) {
		if (value === place.state) Object.assign(output, {[key]: state});
	}
	place.state = state;
}

type Pair = readonly [one: string, other: string];

function pairsOf({machine}: Chart): readonly Pair[] {
	const states = Object.keys(machine.states);
	return states.flatMap((one, index) => states.slice(index + 1).map((other): Pair => [one, other]));
}

/** Those of some pairs of states from which the Region goes on alike, at each moment, in each place, whatever is tried. */
function alikeOf(
	pairs: readonly Pair[],
	name: SubsystemName,
	chart: Chart,
	copies: readonly WorldCopy[],
	trials: readonly Trial[],
): readonly Pair[] {
	let alike = pairs;
	for (let index = 0; index < PARTS_MAX; index++) {
		for (const trial of trials) {
			for (const copy of copies) {
				if (alike.length === 0) return [];
				if (index >= placesOf(worldFrom(copy), name, chart).length) continue;
				const lived = new Map(
					[...new Set(alike.flat())].map(state => {
						return [
							state,
							livedOn(name, copy, world => put(world, name, chart, index, state), trial),
						];
					}),
				);
				alike = alike.filter(([one, other]) => lived.get(one) === lived.get(other));
			}
		}
	}
	return alike;
}

/**
 * Pairs that the Region does not tell apart, only those who read its log and its figures: where AWS itself calls
 * the second of them by a name of its own. The list may become shorter.
 */
const TOLD_APART: Readonly<Record<string, readonly Pair[]>> = {
	'dwfm/fleet': [['recovering', 'collapsed']],
	'dwfm/host': [['working', 'stuck']],
	'network/propagation': [['behind', 'swamped']],
	'nlb/checker': [['late', 'overwhelmed']],
	'nlb/failover': [['watching', 'removing']],
};

describe('a chart decides what its subsystem does', () => {
	const copies = moments();
	const charts = SUBSYSTEM_NAMES.flatMap(name =>
		Object.entries(SUBSYSTEMS[name].charts).map(
			([key, chart]) => [`${name}/${key}`, name, chart] as const,
		),
	);

	test.each(someOf(charts, 8))(
		'%s: no two states of it are one',
		{timeout: 60_000},
		(id, name, chart) => {
			const told = (TOLD_APART[id] ?? []).map(String);
			const pairs = pairsOf(chart).filter(pair => !told.includes(String(pair)));
			expect(alikeOf(pairs, name, chart, copies, trialsOf(name))).toEqual([]);
		},
	);

	const listed = charts.filter(([id]) => id in TOLD_APART);
	test.each(someOf(listed, 2))(
		'%s: what is listed as told apart is no more than that',
		{timeout: 60_000},
		(id, name, chart) => {
			const pairs = TOLD_APART[id] ?? [];
			expect(alikeOf(pairs, name, chart, copies, trialsOf(name).slice(0, 1))).toEqual(pairs);
		},
	);
});
