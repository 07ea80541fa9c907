import type {AnyStateMachine} from 'xstate';
import {BrokenInvariant} from './assert.ts';

/** A chart read once as a table of (state, event) to state. */
export type ModeTable = {
	readonly id: string;
	readonly rows: ReadonlyMap<string, ReadonlyMap<string, string>>;
};

/**
 * For charts of which many instances move in a second (ADR 0002). Such a chart has neither guards, actions nor
 * delays, so that a table is all there is to it.
 */
export function modeTable(machine: AnyStateMachine): ModeTable {
	const rows = new Map<string, Map<string, string>>();
	for (const [name, state] of Object.entries(machine.states)) {
		const row = new Map<string, string>();
		for (const [type, transitions] of [...machine.root.transitions, ...state.transitions]) {
			const target = transitions[0]?.target?.[0]?.key;
			row.set(type, target ?? name);
		}
		rows.set(name, row);
	}
	return {id: machine.id, rows};
}

/** The mode after an event, which must be one that the chart hears in this mode. */
export function nextMode({id, rows}: ModeTable, value: string, type: string): string {
	const next = rows.get(value)?.get(type);
	if (next === undefined) throw new BrokenInvariant(`${id}, ${value}, hears no ${type}`);
	return next;
}
