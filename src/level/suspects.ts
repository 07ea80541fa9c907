/** What may be to blame, by name and in words. A closed list, so that a hypothesis can be held to the truth. */
export const SUSPECTS = {
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
	nothing: 'nothing: what is seen is normal or heals by itself',
} as const satisfies Readonly<Record<string, string>>;

export type Suspect = keyof typeof SUSPECTS;

export const SUSPECT_NAMES = Object.keys(SUSPECTS) as readonly Suspect[];
