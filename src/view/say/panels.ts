import type {PanelId} from '../../observe/index.ts';

/** What each panel is called where room is short. */
export const PANEL_NAMES: Readonly<Record<PanelId, string>> = {
	vitals: 'Vital',
	alerts: 'Alerts',
	dns: 'DNS',
	dwfm: 'DWFM',
	curve: 'Curve',
	launches: 'EC2',
	network: 'Net',
	balancers: 'NLB',
	others: 'Other',
	services: 'Svc',
	automations: 'Auto',
	comms: 'Comms',
	map: 'Map',
	log: 'Log',
	orders: 'Orders',
};
