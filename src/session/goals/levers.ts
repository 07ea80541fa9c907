/** Forms of the grammar that move a measured number, the plainest first. What nothing moves closes with time. */
const NAME_LEVERS = ['repoint all rollback', 'repoint <endpoint> rollback', 'force plan'];
const STORE_LEVERS = [
	...NAME_LEVERS,
	'flush resolvers <scope>',
	'override <name> <scope> <setting>',
];
const LEASE_LEVERS = [
	'gate dwfm <rate>',
	'restart dwfm batch <size> every <seconds>',
	'drop dwfm expired',
	'gate dwfm off',
	'throttle launches <share> percent',
];
const LAUNCH_LEVERS = [
	'throttle launches <share> percent',
	'throttle launches off',
	...LEASE_LEVERS.slice(0, 4),
];
const NETWORK_LEVERS = [
	'throttle launches <share> percent',
	'throttle terminations <share> percent',
	'boost network <setting>',
	'prioritise network <priority>',
	'coalesce network <setting>',
];
const BALANCER_LEVERS = [
	'pause nlb-failover',
	'hold registration <setting>',
	'scale checks <count>',
	'pin zone <zone>',
	'unpin zone <zone>',
	...NETWORK_LEVERS,
];
const FLEET_LEVERS = [
	'throttle pollers <percent>',
	'throttle async <percent>',
	'pause lambda-scale-in',
];
const REDSHIFT_LEVERS = ['pause redshift-replacement', 'resume redshift-replacement'];

const LEVERS: Readonly<Record<string, readonly string[]>> = {
	'dns.answers.regional': NAME_LEVERS,
	'dns.answers.dual-stack': NAME_LEVERS,
	'dns.answers.fips': NAME_LEVERS,
	'dns.answers.account': NAME_LEVERS,
	'store.customerErrors': STORE_LEVERS,
	'store.prodErrors': STORE_LEVERS,
	'dwfm.leasedShare': LEASE_LEVERS,
	'dwfm.hostsStuck': LEASE_LEVERS,
	'dwfm.zombies': LEASE_LEVERS,
	'dwfm.goodput': LEASE_LEVERS,
	'ec2.successShare': LAUNCH_LEVERS,
	'ec2.launchErrors': LAUNCH_LEVERS,
	'ec2.pentUp': LAUNCH_LEVERS,
	'ec2.limited': LAUNCH_LEVERS,
	'ec2.admitted': LAUNCH_LEVERS,
	'network.latency': NETWORK_LEVERS,
	'network.inflowShare': NETWORK_LEVERS,
	'network.unreachable': NETWORK_LEVERS,
	'border.loss': ['reroute border <zone>'],
	'nlb.errors': BALANCER_LEVERS,
	'nlb.zonesOut': BALANCER_LEVERS,
	'nlb.checkDelay': BALANCER_LEVERS,
	'nlb.flaps': BALANCER_LEVERS,
	'lambda.errors': ['restore pollers <source>', ...FLEET_LEVERS],
	'lambda.syncErrors': FLEET_LEVERS,
	'lambda.asyncBacklog': FLEET_LEVERS,
	'lambda.kinesisAge': FLEET_LEVERS,
	'lambda.sqsBacklog': ['restore pollers <source>', ...FLEET_LEVERS],
	'lambda.sqsPollersDown': ['restore pollers <source>'],
	'containers.errors': LAUNCH_LEVERS,
	'redshift.stuck': REDSHIFT_LEVERS,
	'redshift.queryErrors': [...STORE_LEVERS, ...REDSHIFT_LEVERS],
	'support.lockedOut': ['bypass support <state>', ...STORE_LEVERS],
};

/** Orders, as the grammar writes them, that could bring a measured number to where it should be. */
export function leversOf(metric: string): readonly string[] {
	return LEVERS[metric] ?? [];
}

/** All of them: every one is a form of the grammar. */
export const ALL_LEVERS: readonly string[] = [...new Set(Object.values(LEVERS).flat())];
