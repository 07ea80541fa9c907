import type {Observation} from './observation.types.ts';
import type {PanelId} from './panel-ids.ts';

/** The systems whose metrics a panel is for; vital signs and map show some of all. */
export const METRICS_OF = {
	dns: ['dns', 'resolvers'],
	dwfm: ['dwfm'],
	launches: ['ec2'],
	network: ['network', 'border'],
	balancers: ['nlb'],
	others: [
		'store',
		'lambda',
		'sts',
		'iam',
		'signIn',
		'containers',
		'connect',
		'redshift',
		'support',
		'sqs',
		'cloudwatch',
		'cloudtrail',
		'eventbridge',
	],
} as const satisfies Partial<Record<PanelId, readonly string[]>>;

/** What else only one panel is for, as it is while there is nothing of it. */
const OWN: Readonly<Partial<Record<PanelId, (observation: Observation) => Partial<Observation>>>> =
	{
		alerts: () => ({alerts: [], shelves: []}),
		dns: ({instruments}) => ({
			answers: [],
			instruments: {...instruments, zones: [], enactors: null},
		}),
		dwfm: ({instruments}) => ({instruments: {...instruments, hosts: null}}),
		curve: ({instruments}) => ({instruments: {...instruments, curve: null, probe: null}}),
		launches: ({instruments}) => ({instruments: {...instruments, throttles: null}}),
		balancers: ({instruments}) => ({instruments: {...instruments, balancers: null}}),
		services: ({dashboard}) => ({dashboard: {...dashboard, services: []}}),
		automations: () => ({automations: []}),
		comms: () => ({chat: [], updates: []}),
		log: () => ({log: []}),
	};

/** An observation without what the panels show that a level keeps dark: no face can tell it then. */
export function withoutPanels(observation: Observation): Observation {
	return observation.withheld.panels.reduce((left, panel) => {
		const prefixes: readonly string[] = isMetricPanel(panel) ? METRICS_OF[panel] : [];
		const metrics = Object.entries(left.metrics).filter(
			([id]) => !prefixes.includes(id.split('.', 1)[0] ?? ''),
		);
		return {...left, ...OWN[panel]?.(left), metrics: Object.fromEntries(metrics)};
	}, observation);
}

function isMetricPanel(panel: PanelId): panel is keyof typeof METRICS_OF {
	return panel in METRICS_OF;
}
