import {existsSync} from 'node:fs';
import {join} from 'node:path';
import type {AnyStateMachine} from 'xstate';
import {foldersIn, ROOT} from '../support/tree.ts';

/** One chart as its subsystem exports it, with every event it can be sent. */
export type Chart = {
	/** `dns/enactor`. */
	readonly name: string;
	readonly machine: AnyStateMachine;
	readonly events: readonly {readonly type: string}[];
};

/** Each `X_CHARTS` of each subsystem, in the order of folders and declaration. */
export async function allCharts(): Promise<readonly Chart[]> {
	const charts: Chart[] = [];
	for (const folder of foldersIn('src/sim')) {
		const path = join(ROOT, 'src/sim', folder, 'index.ts');
		if (!existsSync(path)) continue; // Another test says so.
		const door = (await import(path)) as Record<string, unknown>;
		for (const [name, exported] of Object.entries(door)) {
			if (!name.endsWith('_CHARTS')) continue;
			for (const [key, chart] of Object.entries(exported as Record<string, Omit<Chart, 'name'>>)) {
				charts.push({name: `${folder}/${key}`, machine: chart.machine, events: chart.events});
			}
		}
	}
	return charts;
}

/** A chart's delays, as the events that end them. */
export function delaysOf(machine: AnyStateMachine): readonly {readonly type: string}[] {
	return Object.values(machine.states).flatMap(state =>
		state.after.map(({eventType}) => ({type: eventType})),
	);
}
