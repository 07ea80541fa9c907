import {PANELS, panelNamed, type PanelId} from '../../observe/index.ts';

/** What each panel is called where room is short. */
export const PANEL_NAMES: Readonly<Record<PanelId, string>> = {
	overview: 'Overview',
	alerts: 'Alerts',
	dns: 'DNS',
	dwfm: 'DWFM',
	curve: 'Curve',
	launches: 'EC2',
	network: 'Network',
	nlb: 'NLB',
	others: 'Others',
	company: 'Company',
	services: 'Services',
	open: 'Open',
	comms: 'Comms',
	log: 'Log',
	orders: 'Commands',
};

/** The panel that somebody asks about, by its id or by what it is called. */
export function panelAskedFor(topic: string): PanelId | undefined {
	return panelNamed(topic) ?? PANELS.find(panel => PANEL_NAMES[panel].toLowerCase() === topic);
}
