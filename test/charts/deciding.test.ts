import {describe, expect, test} from 'vitest';
import {BrokenInvariant, type Chart} from '../../src/sim/kernel/index.ts';
import {
	hash,
	step,
	SUBSYSTEM_NAMES,
	SUBSYSTEMS,
	worldFrom,
	type SubsystemName,
	type World,
	type WorldCopy,
} from '../../src/sim/index.ts';
import {moments} from './nights.ts';

// A chart decides when the Region goes on otherwise from another of its states. One that does not would only
// word a line of a log.

/** One part's place in a chart, to be read and to be put elsewhere. */
type Place = {state: string};

const LIVED_SECONDS = 300;
/** Of a crowd, so many are tried. */
const CROWD_MAX = 2;
/** Given in each second tried, so that there is something for whoever signs in to decide. */
const ORDERS: Readonly<Record<number, string>> = {1: 'sign-in-console'};

/** Every place of a subsystem in one of its charts, in a fixed order. */
function placesOf(world: World, name: SubsystemName, {machine, crowd}: Chart): readonly Place[] {
	const states = Object.keys(machine.states);
	if (crowd === undefined) {
		return modesIn(world[name])
			.filter(({value}) => states.includes(value))
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
	return Array.from(modes.subarray(0, CROWD_MAX), (_, index) => ({
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

/** What the Region is some minutes on, apart from where its charts then stand. */
function livedOn(copy: WorldCopy, change: (world: World) => void): string {
	const world = worldFrom(copy);
	change(world);
	try {
		for (let second = 1; second <= LIVED_SECONDS; second++) {
			const id = ORDERS[second];
			const order = id === undefined ? [] : [{number: 900, by: 'ana', order: {id, args: {}}}];
			step(world, order);
		}
	} catch (error) {
		// A state in which this part cannot be is told as well.
		if (error instanceof BrokenInvariant) return error.message;
		throw error;
	}
	for (const name of SUBSYSTEM_NAMES) {
		for (const mode of modesIn(world[name])) mode.value = '';
		for (const {crowd} of Object.values(SUBSYSTEMS[name].charts)) {
			if (crowd !== undefined) Object.assign(world[name], {[crowd]: null});
		}
	}
	return hash([SUBSYSTEM_NAMES.map(name => world[name]), world.agenda, world.harm]);
}

/** The states of a chart from which the Region goes on as from any other, at each moment and in each place. */
function statesWithoutEffect(name: SubsystemName, chart: Chart, copies: readonly WorldCopy[]) {
	const states = Object.keys(chart.machine.states);
	const telling = new Set<string>();
	for (const copy of copies) {
		let usual = '';
		for (const [index, {state}] of placesOf(worldFrom(copy), name, chart).entries()) {
			for (const other of states) {
				if (other === state || (telling.has(state) && telling.has(other))) continue;
				usual ||= livedOn(copy, () => undefined);
				const changed = livedOn(copy, world => {
					placesOf(world, name, chart)[index]!.state = other;
				});
				if (changed !== usual) telling.add(state).add(other);
			}
		}
	}
	return states.filter(state => !telling.has(state));
}

describe('a chart decides what its subsystem does', () => {
	const copies = moments();
	const charts = SUBSYSTEM_NAMES.flatMap(name =>
		Object.entries(SUBSYSTEMS[name].charts).map(
			([key, chart]) => [`${name}/${key}`, name, chart] as const,
		),
	);

	test.each(charts)('%s: no state of it changes nothing', {timeout: 60_000}, (_, name, chart) => {
		expect(statesWithoutEffect(name, chart, copies)).toEqual([]);
	});
});
