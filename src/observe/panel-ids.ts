import {currentName} from '../sim/index.ts';

/** The panels of an operator's console, in reading order. */
export const PANELS = [
	'overview',
	'alerts',
	'dns',
	'dwfm',
	'curve',
	'launches',
	'network',
	'nlb',
	'others',
	'company',
	'services',
	'open',
	'comms',
	'log',
	'orders',
] as const;
export type PanelId = (typeof PANELS)[number];

/** The panel of this id, or of one that it had before. */
export function panelNamed(id: string): PanelId | undefined {
	const current = currentName(id, 'panel');
	return PANELS.find(panel => panel === current);
}
