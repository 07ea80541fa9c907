import type {AnyStateMachine} from 'xstate';
import {SUBSYSTEM_NAMES, SUBSYSTEMS} from '../../src/sim/subsystems.ts';

/** One chart as its subsystem exports it, with every event it can be sent. */
export type Chart = {
	/** `dns/enactor`. */
	readonly name: string;
	readonly machine: AnyStateMachine;
	readonly events: readonly {readonly type: string}[];
};

/** Each chart of each subsystem, in causal order. */
export function allCharts(): readonly Chart[] {
	return SUBSYSTEM_NAMES.flatMap(subsystem =>
		Object.entries(SUBSYSTEMS[subsystem].charts).map(([key, {machine, events}]) => ({
			name: `${folderOf(subsystem)}/${key}`,
			machine,
			events,
		})),
	);
}

function folderOf(subsystem: string): string {
	return subsystem.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`);
}

/** A chart's delays, as the events that end them. */
export function delaysOf(machine: AnyStateMachine): readonly {readonly type: string}[] {
	return Object.values(machine.states).flatMap(state =>
		state.after.map(({eventType}) => ({type: eventType})),
	);
}
