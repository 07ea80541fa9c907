/** What a status update can be about, how bad it is, and what is being done: closed words, so that none is missing. */
export const SCOPES = [
	'dynamodb',
	'ec2-launches',
	'network',
	'load-balancing',
	'lambda',
	'sign-in',
	'support',
	'many-services',
	'none',
] as const;
export type Scope = (typeof SCOPES)[number];

export const IMPACTS = ['none', 'slow', 'errors', 'down'] as const;
export type Impact = (typeof IMPACTS)[number];

export const ACTIONS = [
	'investigating',
	'identified',
	'mitigating',
	'monitoring',
	'resolved',
] as const;
export type Action = (typeof ACTIONS)[number];

/** A structured update as it was published, and the tick its author promised the next one for. */
export type StatusUpdate = {
	readonly at: number;
	readonly by: string;
	readonly scope: Scope;
	readonly impact: Impact;
	readonly action: Action;
	readonly nextAt: number;
};

/** The sentence customers read on the Health Dashboard. */
export function wordsOfUpdate(
	{scope, impact, action}: Pick<StatusUpdate, 'scope' | 'impact' | 'action'>,
	minutes: number,
): string {
	const next = `Next update within ${String(minutes)} minutes.`;
	if (scope === 'none') return `${NOWHERE[action]} ${next}`;
	return `${SUBJECTS[scope]} ${PREDICATES[impact]} ${SENTENCES[action]} ${next}`;
}

/** Why an update cannot be published: it would say two things that exclude each other. Null when it can. */
export function contradictionIn({
	scope,
	impact,
	action,
}: Pick<StatusUpdate, 'scope' | 'impact' | 'action'>): string | null {
	if (scope === 'none' && impact !== 'none') return 'An impact needs a scope: what is impacted?';
	if (action === 'resolved' && impact !== 'none') {
		return 'What is resolved has no impact left: say `none`, or another action.';
	}
	return null;
}

const SUBJECTS: Readonly<Record<Exclude<Scope, 'none'>, string>> = {
	dynamodb: 'Requests to DynamoDB in us-east-1',
	'ec2-launches': 'Launches of EC2 instances in us-east-1',
	network: 'Network connections of new instances in us-east-1',
	'load-balancing': 'Connections through load balancers in us-east-1',
	lambda: 'Lambda invocations in us-east-1',
	'sign-in': 'Sign-ins to the console',
	support: 'Requests to Support Center',
	'many-services': 'Requests to many services in us-east-1',
};

const PREDICATES: Readonly<Record<Impact, string>> = {
	none: 'work normally.',
	slow: 'take longer than usual.',
	errors: 'fail at a raised rate.',
	down: 'fail.',
};

const SENTENCES: Readonly<Record<Action, string>> = {
	investigating: 'We are looking for the cause.',
	identified: 'We have found the cause.',
	mitigating: 'We are applying a mitigation.',
	monitoring: 'A mitigation is in place, and we watch the recovery.',
	resolved: 'The matter is resolved.',
};

const NOWHERE: Readonly<Record<Action, string>> = {
	investigating: 'We are looking into reports; no impact is confirmed.',
	identified: 'We have found the cause of the reports; no impact is confirmed.',
	mitigating: 'We are working on the cause of the reports; no impact is confirmed.',
	monitoring: 'No service is impacted; we keep watching.',
	resolved: 'All services in us-east-1 work normally.',
};
