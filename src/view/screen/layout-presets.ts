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

/** From 108 by 32: what each preset is for, side by side. */
export const WIDE: Readonly<Record<Preset, Block>> = {
	/** The state of the whole in one look. */
	overview: {
		above: [
			{weight: 36, panels: [VITALS, {panel: 'alerts', weight: 1}]},
			{
				weight: 32,
				panels: [
					{panel: 'dns', weight: 50},
					{panel: 'dwfm', weight: 50},
				],
			},
			{
				weight: 32,
				panels: [
					{panel: 'launches', weight: 42},
					{panel: 'network', weight: 26},
					{panel: 'nlb', weight: 32},
				],
			},
		],
		below: [
			{panel: 'orders', weight: 1},
			{panel: 'log', weight: 1},
		],
		belowShare: 0.34,
	},
	/** Why it does not recover: the queues, the curve, and what the machines say of themselves. */
	diagnose: {
		above: [
			{weight: 34, panels: [VITALS, {panel: 'automations', weight: 1}]},
			{
				weight: 33,
				panels: [
					{panel: 'dwfm', weight: 50},
					{panel: 'curve', weight: 50},
				],
			},
			{
				weight: 33,
				panels: [
					{panel: 'dns', weight: 50},
					{panel: 'network', weight: 50},
				],
			},
		],
		below: [
			{panel: 'orders', weight: 1},
			{panel: 'log', weight: 1},
		],
		belowShare: 0.34,
	},
	/** Who must be told what, and when. */
	comms: {
		above: [
			{weight: 34, panels: [VITALS, {panel: 'alerts', weight: 1}]},
			{weight: 33, panels: [{panel: 'comms', weight: 1}]},
			{weight: 33, panels: [{panel: 'services', weight: 1}]},
		],
		below: [
			{panel: 'orders', weight: 1},
			{panel: 'automations', weight: 1},
		],
		belowShare: 0.34,
	},
};

/** From 180 by 50: four columns, and three panels of text below. */
export const LARGE: Readonly<Record<Preset, Block>> = {
	overview: {
		above: [
			{weight: 1, panels: [VITALS, {panel: 'alerts', weight: 1}]},
			{
				weight: 1,
				panels: [
					{panel: 'dns', weight: 45},
					{panel: 'dwfm', weight: 55},
				],
			},
			{
				weight: 1,
				panels: [
					{panel: 'launches', weight: 40},
					{panel: 'network', weight: 27},
					{panel: 'nlb', weight: 33},
				],
			},
			{
				weight: 1,
				panels: [
					{panel: 'others', weight: 64},
					{panel: 'automations', weight: 36},
				],
			},
		],
		below: [
			{panel: 'orders', weight: 1},
			{panel: 'log', weight: 1},
			{panel: 'services', weight: 1},
		],
		belowShare: 0.36,
	},
	diagnose: {
		above: [
			{weight: 1, panels: [VITALS, {panel: 'alerts', weight: 1}]},
			{
				weight: 1,
				panels: [
					{panel: 'dwfm', weight: 55},
					{panel: 'dns', weight: 45},
				],
			},
			{
				weight: 1,
				panels: [
					{panel: 'curve', weight: 60},
					{panel: 'launches', weight: 40},
				],
			},
			{
				weight: 1,
				panels: [
					{panel: 'network', weight: 40},
					{panel: 'nlb', weight: 60},
				],
			},
		],
		below: [
			{panel: 'orders', weight: 1},
			{panel: 'log', weight: 1},
			{panel: 'map', weight: 1},
		],
		belowShare: 0.36,
	},
	comms: {
		above: [
			{weight: 1, panels: [VITALS, {panel: 'alerts', weight: 1}]},
			{weight: 1, panels: [{panel: 'comms', weight: 1}]},
			{weight: 1, panels: [{panel: 'services', weight: 1}]},
			{weight: 1, panels: [{panel: 'automations', weight: 1}]},
		],
		below: [
			{panel: 'orders', weight: 1},
			{panel: 'log', weight: 1},
			{panel: 'map', weight: 1},
		],
		belowShare: 0.36,
	},
};
