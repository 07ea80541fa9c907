import type {Observation, PanelId} from '../../../observe/index.ts';
import type {Facts, Sight} from '../fact.types.ts';
import {asked} from '../filter.ts';
import {oldNote} from '../metric-facts.ts';
import {alertFacts} from './alerts.ts';
import {nlbFacts} from './nlb.ts';
import {companyFacts} from './company.ts';
import {commsFacts} from './comms.ts';
import {curveFacts} from './curve.ts';
import {dnsFacts} from './dns.ts';
import {dwfmFacts} from './dwfm.ts';
import {launchesFacts} from './launches.ts';
import {logFacts} from './log.ts';
import {networkFacts} from './network.ts';
import {openFacts} from './open.ts';
import {ordersFacts} from './orders.ts';
import {othersFacts} from './others.ts';
import {overviewFacts} from './overview.ts';
import {servicesFacts} from './services.ts';

/** What each panel says, as a pure function of what can be seen. */
export const FACTS = {
	overview: overviewFacts,
	alerts: alertFacts,
	dns: dnsFacts,
	dwfm: dwfmFacts,
	curve: curveFacts,
	launches: launchesFacts,
	network: networkFacts,
	nlb: nlbFacts,
	others: othersFacts,
	company: companyFacts,
	services: servicesFacts,
	open: openFacts,
	comms: commsFacts,
	log: logFacts,
	orders: ordersFacts,
} as const satisfies Readonly<Record<PanelId, (observation: Observation, sight: Sight) => Facts>>;

/** What a panel says, group by group; of one that stays dark, that it does. */
export function factsOf(panel: PanelId, observation: Observation, sight: Sight): Facts {
	const facts: Facts = FACTS[panel](observation, {...sight, filter: asked(sight.filter)});
	if (!observation.withheld.panels.includes(panel)) {
		const note = [facts.note, oldNote(observation, facts)].filter(text => text !== '').join(', ');
		return {...facts, note};
	}
	return {title: facts.title, note: withheldNote(panel, observation), groups: {}, emptied: false};
}

/** What stands in place of a panel that is kept dark. */
export const WITHHELD = 'withheld in this drill';

/** The same with who sees it, where somebody of the room does. */
export function withheldNote(panel: PanelId, {withheld, room}: Observation): string {
	if (room?.note?.takenAt === null) return 'blank until your note is read: panel t has it';
	const whose = withheld.whose?.[panel] ?? [];
	if (whose.length === 0) return WITHHELD;
	return `${WITHHELD}: ${whose.join(' and ')} ${whose.length === 1 ? 'sees' : 'see'} it`;
}
