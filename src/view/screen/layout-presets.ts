import type {Preset} from '../input/ui.types.ts';
import type {PanelId} from '../../observe/index.ts';

/** Which panels a preset puts below the overview. */
export type Below = {
	/** What takes the first column while the panel in focus has a place of its own. */
	readonly main: PanelId;
	/** The column at the right, from the top down. */
	readonly beside: readonly [PanelId, PanelId];
	/** What a screen of three columns shows more: under the main panel, and between the two columns. */
	readonly under: PanelId;
	readonly between: readonly [PanelId, PanelId];
};

export const PRESET_PANELS: Readonly<Record<Preset, Below>> = {
	/** What was done, what has to be taken back, and what the machines say. */
	overview: {
		main: 'orders',
		beside: ['open', 'log'],
		under: 'comms',
		between: ['dns', 'launches'],
	},
	/** Why it does not recover: the queues, the curve, and what the machines say of themselves. */
	diagnose: {
		main: 'dwfm',
		beside: ['curve', 'log'],
		under: 'orders',
		between: ['network', 'nlb'],
	},
	/** Who must be told what, and when. */
	comms: {
		main: 'comms',
		beside: ['services', 'open'],
		under: 'orders',
		between: ['log', 'others'],
	},
};
