/** A system as its people know it. */
type System = {
	/** The subsystem that simulates it, by its folder's name. */
	readonly subsystem: string;
	/** Whose it is; null where nobody can be paged for it alone. */
	readonly team: string | null;
	/** What its alerts are grouped under. */
	readonly alerts: string;
	/** The panel of a console on which its metrics are. */
	readonly panel: string;
};

/**
 * The one list of systems, by what their metrics begin with. Teams, groups of alerts, metrics and panels follow from
 * it; their order here is that of the teams on the call.
 */
export const SYSTEMS = {
	dns: {subsystem: 'dns', team: 'dynamodb', alerts: 'dns-automation', panel: 'dns'},
	resolvers: {subsystem: 'resolvers', team: 'dynamodb', alerts: 'dynamodb', panel: 'dns'},
	dynamodb: {subsystem: 'dynamodb', team: 'dynamodb', alerts: 'dynamodb', panel: 'others'},
	dwfm: {subsystem: 'dwfm', team: 'ec2', alerts: 'ec2', panel: 'dwfm'},
	ec2: {subsystem: 'launches', team: 'ec2', alerts: 'ec2', panel: 'launches'},
	network: {subsystem: 'network', team: 'network', alerts: 'network', panel: 'network'},
	border: {subsystem: 'border', team: 'network', alerts: 'network', panel: 'network'},
	nlb: {subsystem: 'nlb', team: 'nlb', alerts: 'nlb', panel: 'nlb'},
	lambda: {subsystem: 'lambda', team: 'lambda', alerts: 'lambda', panel: 'others'},
	sts: {subsystem: 'identity', team: 'identity', alerts: 'identity', panel: 'others'},
	iam: {subsystem: 'identity', team: 'identity', alerts: 'identity', panel: 'others'},
	signIn: {subsystem: 'identity', team: 'identity', alerts: 'identity', panel: 'others'},
	containers: {subsystem: 'containers', team: 'ec2', alerts: 'containers', panel: 'others'},
	redshift: {subsystem: 'redshift', team: 'redshift', alerts: 'redshift', panel: 'others'},
	support: {subsystem: 'support', team: 'support', alerts: 'support', panel: 'others'},
	connect: {subsystem: 'connect', team: 'connect', alerts: 'connect', panel: 'others'},
	sqs: {subsystem: 'telemetry', team: null, alerts: 'monitoring', panel: 'others'},
	cloudwatch: {subsystem: 'telemetry', team: null, alerts: 'monitoring', panel: 'others'},
	cloudtrail: {subsystem: 'telemetry', team: null, alerts: 'monitoring', panel: 'others'},
	eventbridge: {subsystem: 'telemetry', team: null, alerts: 'monitoring', panel: 'others'},
	ours: {subsystem: 'customer', team: null, alerts: 'ours', panel: 'company'},
	fleet: {subsystem: 'customer', team: null, alerts: 'ours', panel: 'company'},
	jobs: {subsystem: 'customer', team: null, alerts: 'ours', panel: 'company'},
	standby: {subsystem: 'customer', team: null, alerts: 'ours', panel: 'company'},
	vendors: {subsystem: 'customer', team: null, alerts: 'ours', panel: 'company'},
} as const satisfies Readonly<Record<string, System>>;

type Known = typeof SYSTEMS;
export type SystemName = keyof Known;
export const SYSTEM_NAMES = Object.keys(SYSTEMS) as readonly SystemName[];

/** A panel that shows the metrics of systems. */
export type SystemPanel = Known[SystemName]['panel'];
/** What the alerts of a system are grouped under. */
export type SystemAlerts = Known[SystemName]['alerts'];

export type Team = NonNullable<Known[SystemName]['team']>;
export const TEAMS: readonly Team[] = [
	...new Set(Object.values(SYSTEMS).flatMap(({team}) => team ?? [])),
];
