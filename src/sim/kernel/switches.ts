/** The fixes named since the event, as switches of the world (canon 6). All are off on the day. */
export const SWITCHES = {
	'fencing-token': 'the install batch also tests that its generation is newer than the live one',
	'recheck-per-endpoint':
		'an Enactor checks its plan again before each endpoint, outside the batch',
	'cleanup-live-check': 'clean-up skips trees that a root or a rollback record points at',
	'rollback-null-ok': 'an install copes with a root whose target is missing',
	'non-zero-floor': 'no deletion may leave a name with zero answers',
	'last-known-good': 'a name whose tree is gone is served from the tree before it, within a minute',
	'lock-fairness': 'the lock is a queue: whoever waited longest gets it',
	'max-plan-age': 'an Enactor drops a plan that has fallen too many generations behind',
	'single-writer': 'one Enactor leads and the others stand by',
	'plan-rate-slow-lane': 'routine plans are rate limited; only emergencies are fast',
	'zonal-dns': 'the endpoint is split into cells, each with its own automation',
	'freeze-switch': 'one order stops the DNS automation of every Region at once',
	'human-readable-names': 'tree names carry the plan number, so that people find the right one',
	'alarm-priority': 'the alarm that names the cause is on top',
	'short-negative-ttl': 'an empty answer is cached for one minute, not fifteen',
	'dwfm-no-dynamodb': 'state checks do not need DynamoDB',
	'lease-grace': 'leases do not lapse while the store cannot be reached',
	'queue-backpressure': 'work is admitted only as far as the waiting queue allows (AWS’s own fix)',
	'drop-expired': 'work past its deadline is dropped unserved',
	'jittered-release': 'lost leases are taken again in random slots over half an hour',
	'dwfm-runbook': 'the procedure for restarting droplet managers exists and is known',
	'recovery-drills': 'fleet-wide recovery is exercised before the day (AWS’s own fix)',
	'network-priority': 'new instances are propagated first, and superseded updates are dropped',
	'nlb-velocity-control':
		'a load balancer may lose one zone at most to failed checks (AWS’s own fix)',
	'nlb-gate-on-network': 'a target takes traffic only once its network state has arrived',
	'redshift-freeze': 'no node is replaced while launches fail',
	'support-third-state': 'an invalid answer about an account counts as no answer',
	'regional-iam': 'nothing in another Region calls IAM in this one',
	'regional-sts': 'credentials and operator access do not depend on the Region',
} as const;

export type Switch = keyof typeof SWITCHES;
export type Switches = Readonly<Record<Switch, boolean>>;

export const SWITCH_NAMES = Object.keys(SWITCHES) as readonly Switch[];

/** Which switches are on. With `onAsked`, whoever wants to know is told of each that is asked after. */
export function switchesOn(names: readonly Switch[], onAsked?: (name: Switch) => void): Switches {
	const switches = Object.fromEntries(SWITCH_NAMES.map(name => [name, names.includes(name)]));
	if (onAsked === undefined) return switches as Switches;
	const told = SWITCH_NAMES.map(name => {
		const get = () => {
			onAsked(name);
			return switches[name];
		};
		return [name, {get, enumerable: true}] as const;
	});
	return Object.defineProperties({}, Object.fromEntries(told)) as Switches;
}
