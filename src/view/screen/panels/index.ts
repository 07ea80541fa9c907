import type {Observation} from '../../../observe/index.ts';
import type {Panel, Size} from '../screen.types.ts';
import type {PanelId, Ui} from '../../input/ui.types.ts';
import {alertsPanel} from './alerts.ts';
import {automationsPanel} from './automations.ts';
import {balancersPanel} from './balancers.ts';
import {commsPanel} from './comms.ts';
import {curvePanel} from './curve.ts';
import {dnsPanel} from './dns.ts';
import {dwfmPanel} from './dwfm.ts';
import {launchesPanel} from './launches.ts';
import {logPanel} from './log.ts';
import {mapPanel} from './map.ts';
import {networkPanel} from './network.ts';
import {ordersPanel} from './orders.ts';
import {othersPanel} from './others.ts';
import {servicesPanel} from './services.ts';
import {vitalsPanel} from './vitals.ts';

export {footerRow, promptRow} from './bottom.ts';
export {headerRows} from './header.ts';
export {MEANINGS} from '../../say/meanings.ts';

/** A pure function of what is seen and how it is looked at. `size` is the room below the title. */
type PanelView = (observation: Observation, ui: Ui, size: Size) => Panel;

export const PANEL_VIEWS: Readonly<Record<PanelId, PanelView>> = {
	vitals: vitalsPanel,
	alerts: alertsPanel,
	dns: dnsPanel,
	dwfm: dwfmPanel,
	curve: curvePanel,
	launches: launchesPanel,
	network: networkPanel,
	balancers: balancersPanel,
	others: othersPanel,
	services: servicesPanel,
	automations: automationsPanel,
	comms: commsPanel,
	map: mapPanel,
	log: logPanel,
	orders: ordersPanel,
};

/** As short as the tabs need them. */
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
