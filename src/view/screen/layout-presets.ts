import type {Preset} from '../input/ui.types.ts';
import type {PanelId} from '../../observe/index.ts';

/** How much of a length something gets: so many cells, or a part of what is left. */
export type Share = {readonly cells?: number; readonly weight?: number};

type Cell = Share & {readonly panel: PanelId};
type Column = Share & {readonly panels: readonly Cell[]};

/** Columns of panels above, and a row of panels below. */
export type Block = {
	readonly above: readonly Column[];
	readonly below: readonly Cell[];
	/** How much of the height the row below gets. */
	readonly belowShare: number;
};

const VITALS: Cell = {panel: 'vitals', cells: 9};

function cell(panel: PanelId, weight = 1): Cell {
	return {panel, weight};
}

function column(weight: number, ...panels: readonly Cell[]): Column {
	return {weight, panels};
}

/** From 108 by 32: what each preset is for, side by side. */
export const WIDE: Readonly<Record<Preset, Block>> = {
	/** The state of the whole in one look. */
	overview: {
		above: [
			column(36, VITALS, cell('alerts')),
			column(32, cell('dns', 50), cell('dwfm', 50)),
			column(32, cell('launches', 42), cell('network', 26), cell('nlb', 32)),
		],
		below: [cell('orders'), cell('log')],
		belowShare: 0.34,
	},
	/** Why it does not recover: the queues, the curve, and what the machines say of themselves. */
	diagnose: {
		above: [
			column(34, VITALS, cell('automations')),
			column(33, cell('dwfm', 50), cell('curve', 50)),
			column(33, cell('dns', 50), cell('network', 50)),
		],
		below: [cell('orders'), cell('log')],
		belowShare: 0.34,
	},
	/** Who must be told what, and when. */
	comms: {
		above: [
			column(34, VITALS, cell('alerts')),
			column(33, cell('comms')),
			column(33, cell('services')),
		],
		below: [cell('orders'), cell('automations')],
		belowShare: 0.34,
	},
};

/** From 180 by 50: four columns, and three panels of text below. */
export const LARGE: Readonly<Record<Preset, Block>> = {
	overview: {
		above: [
			column(1, VITALS, cell('alerts')),
			column(1, cell('dns', 45), cell('dwfm', 55)),
			column(1, cell('launches', 40), cell('network', 27), cell('nlb', 33)),
			column(1, cell('others', 64), cell('automations', 36)),
		],
		below: [cell('orders'), cell('log'), cell('services')],
		belowShare: 0.36,
	},
	diagnose: {
		above: [
			column(1, VITALS, cell('alerts')),
			column(1, cell('dwfm', 55), cell('dns', 45)),
			column(1, cell('curve', 60), cell('launches', 40)),
			column(1, cell('network', 40), cell('nlb', 60)),
		],
		below: [cell('orders'), cell('log'), cell('map')],
		belowShare: 0.36,
	},
	comms: {
		above: [
			column(1, VITALS, cell('alerts')),
			column(1, cell('comms')),
			column(1, cell('services')),
			column(1, cell('automations')),
		],
		below: [cell('orders'), cell('log'), cell('map')],
		belowShare: 0.36,
	},
};
