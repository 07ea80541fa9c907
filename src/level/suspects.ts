/** What may be to blame in any level, by name and in words; a level adds its own. */
export const SUSPECTS: Readonly<Record<string, string>> = {
	'dns-automation': 'the DNS automation of DynamoDB',
	'dns-records': 'DNS records or caches, whoever wrote them',
	dynamodb: 'DynamoDB itself',
	'border-network': 'the network at the border of the Region',
	'sign-in': 'sign-in and credentials',
	dwfm: 'DWFM, the leases of droplets',
	'ec2-capacity': 'too few machines for EC2 to place instances on',
	'network-manager': 'Network Manager and its backlog',
	'nlb-health-checks': 'false health checks of the load balancers',
	'nlb-capacity': 'too little capacity behind the load balancers',
	lambda: 'Lambda and its pollers',
	'redshift-automation': 'the automation of Redshift',
	'support-metadata': 'account metadata of Support',
	customers: 'what customers do: retries, floods, their own changes',
	attack: 'an attack',
	nothing: 'nothing: what you see is normal or clears by itself',
};

/** How the name of one is written. */
export const SUSPECT_NAME = /^[a-z0-9][a-z0-9-]{0,63}$/;

/** The name of one: of these, or of a level's own. */
export type Suspect = string;

/** Whatever may be to blame in a level, so that a hypothesis can be held to the truth. */
export function suspectsOf({
	suspects,
}: {
	readonly suspects: readonly {readonly id: string; readonly what: string}[];
}): Readonly<Record<Suspect, string>> {
	const own = Object.fromEntries(suspects.map(({id, what}) => [id, what]));
	// A journal may name anything: nothing but a suspect is found.
	return Object.assign(Object.create(null) as Record<Suspect, string>, SUSPECTS, own);
}
