import {trendOf, verdictOn} from '../gauges.ts';
import type {
	ChatLine,
	Observation,
	OpenCondition,
	Reading,
	Withheld,
} from '../observation.types.ts';
import {PANELS} from '../panel-ids.ts';
import {castSeen, panelsIn} from '../panels.ts';
import {SYSTEM_METRICS} from '../services.ts';
import {alertsSeen, shelvesSeen} from './alerts-seen.ts';
import {instrumentsSeen} from './instruments-seen.ts';
import {newsSince} from './news-since.ts';
import {ordersSeen} from './orders-seen.ts';
import type {Sees} from './sees.types.ts';

/**
 * An observation with less in it: what one seat sees. Clock, severity, the call, access, the public dashboard and what
 * is still open are everybody's. Its news are counted from what the seat saw `before`, and begin at 0 without that.
 */
export function seenFrom(
	sees: Sees,
	observation: Observation,
	before: Observation | null = null,
): Observation {
	if (sees.everything) return observation;
	const seen: Observation = {
		...observation,
		news: 0,
		metrics: metricsSeen(observation.metrics, sees),
		alerts: alertsSeen(observation.alerts, sees),
		shelves: shelvesSeen(observation.shelves, sees),
		log: observation.log.filter(({source}) => sees.logs.includes(source)),
		dashboard: dashboardSeen(observation.dashboard, sees),
		answers: sees.instruments.includes('answers') ? observation.answers : [],
		instruments: instrumentsSeen(observation.instruments, sees),
		automations: observation.automations.filter(({id}) => sees.automations.includes(id)),
		orders: ordersSeen(observation.orders, sees),
		chat: observation.chat.filter(line => hearsLine(line, sees)),
		open: observation.open.map(each => conditionSeen(each, sees)),
		withheld: withheldSeen(observation.withheld, sees),
	};
	return before === null ? seen : {...seen, news: before.news + newsSince(before, seen)};
}

/** What a team says is for who sees all that it read for it. */
function hearsLine({role, shows = []}: ChatLine, sees: Sees): boolean {
	return role === 'team'
		? shows.every(metric => grainOf(metric, sees) === 'full')
		: sees.chat.includes(role);
}

/** Of what is dark for this seat alone, who has it. */
function withheldSeen(withheld: Withheld, sees: Sees): Withheld {
	const {orders, panels} = withheld;
	const others = panelsIn(castSeen({withheld})).filter(
		panel => !sees.panels.includes(panel) && !panels.includes(panel),
	);
	const whose = others.map(panel => [panel, sees.panelsOf[panel] ?? []] as const);
	return {
		orders: [...orders, ...sees.withheld],
		panels: PANELS.filter(panel => panels.includes(panel) || others.includes(panel)),
		...(whose.length === 0 ? {} : {whose: Object.fromEntries(whose)}),
	};
}

function metricsSeen(metrics: Observation['metrics'], sees: Sees): Observation['metrics'] {
	const seen: Record<string, Reading> = {};
	for (const [id, reading] of Object.entries(metrics)) {
		const grain = grainOf(id, sees);
		if (grain === 'full') seen[id] = reading;
		else if (grain === 'verdict') seen[id] = judged(reading);
	}
	return seen;
}

function judged(reading: Reading): Reading {
	const judgement = {verdict: verdictOn(reading), trend: trendOf(reading)};
	return {...reading, value: null, history: [], judged: judgement};
}

/** How much fails of a service that is a system of its own is for who sees that system. */
function dashboardSeen(dashboard: Observation['dashboard'], sees: Sees): Observation['dashboard'] {
	const services = dashboard.services.map(service => {
		const metric = SYSTEM_METRICS.get(service.name);
		const isSeen = sees.serviceErrors && (metric === undefined || grainOf(metric, sees) === 'full');
		return isSeen ? service : {...service, errors: null};
	});
	return {...dashboard, services};
}

/** That it is open is everybody's; how it stands is for who sees what it is measured by. */
function conditionSeen(condition: OpenCondition, sees: Sees): OpenCondition {
	if (grainOf(condition.id, sees) === 'full') return condition;
	return {...condition, text: condition.about};
}

function grainOf(metric: string, {metrics}: Sees): 'full' | 'verdict' | undefined {
	return Object.hasOwn(metrics, metric) ? metrics[metric] : undefined;
}
