import type {Preset, Ui} from '../input/ui.types.ts';
import {panelsIn, type PanelId} from '../../observe/index.ts';

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

const PRESET_PANELS: Readonly<Record<Preset, Below>> = {
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

/** The preset, with panels that the level has in place of those that it has not. */
export function presetOf({preset, cast}: Pick<Ui, 'preset' | 'cast'>): Below {
	const chosen = PRESET_PANELS[preset];
	const panels = panelsIn(cast);
	const {main, beside, under, between} = chosen;
	const named: readonly PanelId[] = [main, ...beside, under, ...between];
	if (named.every(panel => panels.includes(panel))) return chosen;
	const spare = panels.filter(
		panel => panel !== 'overview' && panel !== 'alerts' && !named.includes(panel),
	);
	const here = (panel: PanelId) => (panels.includes(panel) ? panel : (spare.shift() ?? panel));
	const first = here(main);
	const one = here(beside[0]);
	const [left, right] = [here(between[0]), here(between[1])];
	return {main: first, beside: [one, here(beside[1])], under: here(under), between: [left, right]};
}
