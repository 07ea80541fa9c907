import type {AnyStateMachine} from 'xstate';
import {getAdjacencyMap} from 'xstate/graph';
import {delaysOf, type Chart} from './charts.ts';

/** What is wrong with a chart, as sentences; nothing when it can be walked from end to end. */
export function faultsOf({machine, events}: Pick<Chart, 'machine' | 'events'>): readonly string[] {
	const states = Object.keys(machine.states);
	const edges = edgesOf(machine, [...events, ...delaysOf(machine)]);
	const reached = new Set([...edges.keys()]);
	return [
		...nested(machine).map(state => `${state} has states inside`),
		...states.filter(state => !reached.has(state)).map(state => `${state} cannot be reached`),
		...states
			.filter(state => reached.has(state) && edges.get(state)?.size === 0)
			.map(state => `${state} cannot be left`),
		...unknown(machine, events).map(type => `${type} is handled but not declared`),
		...unheard(machine, events).map(type => `${type} is declared but never handled`),
	];
}

type Steps = {readonly transitions: Readonly<Record<string, {readonly state: {value: unknown}}>>};

/** Where one event leads from each state that can be reached; a step back into the same state does not count. */
function edgesOf(
	machine: AnyStateMachine,
	events: readonly {readonly type: string}[],
): Map<string, Set<string>> {
	const map = getAdjacencyMap(machine, {
		events: [...events],
		serializeState: snapshot => String(snapshot.value),
		limit: 10_000,
	}) as unknown as Readonly<Record<string, Steps>>;
	const edges = new Map<string, Set<string>>();
	for (const [from, {transitions}] of Object.entries(map)) {
		const to = Object.values(transitions).map(({state}) => String(state.value));
		edges.set(from, new Set(to.filter(value => value !== from)));
	}
	return edges;
}

function nested(machine: AnyStateMachine): readonly string[] {
	return Object.values(machine.states)
		.filter(state => Object.keys(state.states).length > 0)
		.map(state => state.key);
}

function handledBy(machine: AnyStateMachine): readonly string[] {
	const types = Object.values(machine.states).flatMap(state => state.ownEvents as string[]);
	return [...new Set<string>([...types, ...machine.root.ownEvents])].filter(
		type => !type.startsWith('xstate.'),
	);
}

function unknown(machine: AnyStateMachine, events: Chart['events']): readonly string[] {
	return handledBy(machine).filter(type => !events.some(event => event.type === type));
}

function unheard(machine: AnyStateMachine, events: Chart['events']): readonly string[] {
	const handled = handledBy(machine);
	const types = new Set(events.map(({type}) => type).filter(type => !type.startsWith('xstate.')));
	return [...types].filter(type => !handled.includes(type));
}
