/** The panels of an operator's console, in reading order. */
export const PANELS = [
	'vitals',
	'alerts',
	'dns',
	'dwfm',
	'curve',
	'launches',
	'network',
	'balancers',
	'others',
	'services',
	'automations',
	'comms',
	'map',
	'log',
	'orders',
] as const;
export type PanelId = (typeof PANELS)[number];
