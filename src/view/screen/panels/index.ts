import type {Observation, PanelId} from '../../../observe/index.ts';
import type {Facts, Sight} from '../../say/fact.types.ts';
import {FACTS, withheldNote} from '../../say/facts/index.ts';
import {asked} from '../../say/filter.ts';
import {oldNote} from '../../say/metric-facts.ts';
import type {Ui} from '../../input/ui.types.ts';
import type {Panel, Size} from '../screen.types.ts';
import {GLYPHS} from '../mark.ts';
import {span} from '../text.ts';
import {alertsPanel} from './alerts.ts';
import {nlbPanel} from './nlb.ts';
import {companyPanel} from './company.ts';
import {commsPanel} from './comms.ts';
import {curvePanel} from './curve.ts';
import {dnsPanel} from './dns.ts';
import type {Drawn} from './drawn.ts';
import {dwfmPanel} from './dwfm.ts';
import {launchesPanel} from './launches.ts';
import {logPanel} from './log.ts';
import {networkPanel} from './network.ts';
import {openPanel} from './open.ts';
import {ordersPanel} from './orders.ts';
import {othersPanel} from './others.ts';
import {overviewPanel} from './overview.ts';
import {servicesPanel} from './services.ts';

export {flashRows, footerRow, promptRow} from './bottom.ts';
export {headerRows, whenRow} from './header.ts';

/** A pure function of what is seen and how it is looked at. `size` is the room below the title. */
type PanelView = (observation: Observation, ui: Ui, size: Size) => Panel;

export const PANEL_VIEWS: Readonly<Record<PanelId, PanelView>> = {
	overview: view('overview', FACTS.overview, overviewPanel),
	alerts: view('alerts', FACTS.alerts, alertsPanel),
	dns: view('dns', FACTS.dns, dnsPanel),
	dwfm: view('dwfm', FACTS.dwfm, dwfmPanel),
	curve: view('curve', FACTS.curve, curvePanel),
	launches: view('launches', FACTS.launches, launchesPanel),
	network: view('network', FACTS.network, networkPanel),
	nlb: view('nlb', FACTS.nlb, nlbPanel),
	others: view('others', FACTS.others, othersPanel),
	company: view('company', FACTS.company, companyPanel),
	services: view('services', FACTS.services, servicesPanel),
	open: view('open', FACTS.open, openPanel),
	comms: view('comms', FACTS.comms, commsPanel),
	log: view('log', FACTS.log, logPanel),
	orders: view('orders', FACTS.orders, ordersPanel),
};

/** A panel draws its facts; one that a level keeps dark says so. */
function view<Said extends Facts>(
	panel: PanelId,
	say: (observation: Observation, sight: Sight) => Said,
	draw: (facts: Said, ui: Ui, size: Size) => Drawn,
): PanelView {
	return (observation, ui, size) => {
		const scrolled = ui.focus === panel ? ui.scroll : 0;
		// No more lines of the log than can be scrolled to are made: the rest would be thrown away again.
		const most = panel === 'log' ? {most: size.rows + scrolled} : {};
		const facts = say(observation, {filter: asked(ui.filters[panel]), ...most});
		const {title, note: said, noted} = facts;
		const marked = noted === undefined ? said : `${GLYPHS[noted]} ${said}`;
		const note = [marked, oldNote(observation, facts)].filter(text => text !== '').join(', ');
		if (observation.withheld.panels.includes(panel)) {
			return {
				title,
				note: '',
				rows: [[span(`○ ${withheldNote(panel, observation)}`, 'dim')]],
				anchor: 'top',
			};
		}
		return {title, note, anchor: panel === 'log' ? 'bottom' : 'top', ...draw(facts, ui, size)};
	};
}
