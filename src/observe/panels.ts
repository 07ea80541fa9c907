import {
	SYSTEM_NAMES,
	SYSTEMS,
	THE_REGION,
	type Cast,
	type SystemName,
	type SystemPanel,
} from '../sim/index.ts';
import type {Observation} from './observation.types.ts';
import {PANELS, type PanelId} from './panel-ids.ts';

/** The systems whose metrics a panel is for; the overview shows some of all. */
export const METRICS_OF = byPanel(name => name);

/** The subsystems whose orders a panel is for. */
export const PARTS_OF = byPanel(name => SYSTEMS[name].subsystem);

function byPanel<Value>(
	make: (name: SystemName) => Value,
): Readonly<Record<SystemPanel, readonly Value[]>> {
	const on = (panel: SystemPanel) => [
		...new Set(SYSTEM_NAMES.filter(name => SYSTEMS[name].panel === panel).map(make)),
	];
	return {
		dns: on('dns'),
		dwfm: on('dwfm'),
		launches: on('launches'),
		network: on('network'),
		nlb: on('nlb'),
		others: on('others'),
		company: on('company'),
	};
}

/** The cast of the level that is seen. */
export function castSeen({withheld}: Pick<Observation, 'withheld'>): Cast {
	return withheld.cast ?? THE_REGION;
}

/** The panels that a level has: those of systems that are none of its cast are not there. */
export function panelsIn(cast: Cast): readonly PanelId[] {
	const parts: Readonly<Partial<Record<PanelId, readonly string[]>>> = {
		...PARTS_OF,
		curve: PARTS_OF.dwfm,
	};
	return PANELS.filter(panel => {
		const of = parts[panel];
		return of === undefined || cast.some(part => of.includes(part));
	});
}

/** What else only one panel is for, as it is while there is nothing of it. */
const OWN: Readonly<Partial<Record<PanelId, (observation: Observation) => Partial<Observation>>>> =
	{
		alerts: () => ({alerts: [], shelves: []}),
		dns: ({instruments}) => ({
			answers: [],
			instruments: {...instruments, zones: [], enactors: null},
		}),
		dwfm: ({instruments}) => ({instruments: {...instruments, hosts: null}}),
		curve: ({instruments}) => ({instruments: {...instruments, curve: null, probe: null}}),
		launches: ({instruments}) => ({instruments: {...instruments, throttles: null}}),
		nlb: ({instruments}) => ({instruments: {...instruments, nlb: null}}),
		services: ({dashboard}) => ({dashboard: {...dashboard, services: []}}),
		open: () => ({automations: []}),
		comms: () => ({chat: [], updates: []}),
		log: () => ({log: []}),
	};

/** An observation without what the panels show that a level keeps dark: no face can tell it then. */
export function withoutPanels(observation: Observation): Observation {
	return observation.withheld.panels.reduce((left, panel) => {
		const metrics = Object.entries(left.metrics).filter(([id]) => panelOf(id) !== panel);
		return {...left, ...OWN[panel]?.(left), metrics: Object.fromEntries(metrics)};
	}, observation);
}

/** An observation in which nothing of the night can be seen, and nothing of what was done in it. */
export function withNothing(observation: Observation): Observation {
	const panels = PANELS.filter(panel => panel !== 'comms');
	const {withheld} = observation;
	return {
		...withoutPanels({...observation, withheld: {...withheld, panels}}),
		...{open: [], chat: [], updates: [], orders: []},
	};
}

/** The panel that a metric is for. */
export function panelOf(metric: string): PanelId | undefined {
	const system = SYSTEM_NAMES.find(name => metric.startsWith(`${name}.`));
	return system && SYSTEMS[system].panel;
}
