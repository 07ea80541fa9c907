import {rules, type AlertGroup, type AlertRule, type Line} from './alert-rule.ts';
import {METRICS} from './metrics.ts';
import {SERVICE_NAMES} from './services.ts';

/**
 * Alarms that say what others say already: one for each dependent service, each API and each zone. All of
 * them are true, and together they are the flood in which the telling one drowned (canon 2.1, model 16).
 */
export function floodRules(): readonly AlertRule[] {
	return [...serviceRules(), ...apiRules(), ...zoneRules()];
}

function serviceRules(): readonly AlertRule[] {
	return SERVICE_NAMES.map((name, index) => ({
		id: `service-${slug(name)}`,
		group: 'services',
		severity: 'ticket',
		column: METRICS.length + index,
		unit: 'share',
		compare: 'above',
		threshold: 0.05,
		clearAt: 0.02,
		forSeconds: 60 + (index % 5) * 15,
		title: `${name}: {} of requests fail`,
	}));
}

type Apis = readonly [group: AlertGroup, owner: string, metric: string, names: readonly string[]];

const DYNAMODB_APIS = [
	'GetItem',
	'PutItem',
	'UpdateItem',
	'Query',
	'Scan',
	'BatchGetItem',
	'BatchWriteItem',
	'TransactWriteItems',
	'DescribeTable',
	'GetRecords',
];

const APIS: readonly Apis[] = [
	['dynamodb', 'DynamoDB', 'dynamodb.customerErrors', DYNAMODB_APIS],
	['ec2', 'EC2', 'ec2.launchErrors', ['RunInstances', 'CreateFleet', 'StartInstances']],
	['lambda', 'Lambda', 'lambda.syncErrors', ['Invoke', 'cold start', 'function URL']],
	['identity', 'STS', 'sts.errors', ['AssumeRole', 'GetSessionToken', 'GetCallerIdentity']],
];

/** Each API's alarm has a threshold of its own, as teams set them: the flood rises over minutes. */
function apiRules(): readonly AlertRule[] {
	return APIS.flatMap(([group, owner, metric, names]) =>
		rules(
			group,
			'ticket',
			names.map((name, index): Line => {
				const threshold = 0.05 + 0.03 * index;
				const id = `${slug(owner)}-${slug(name)}`;
				return [id, metric, threshold, threshold / 3, 60, `${owner} ${name}: {} fail`];
			}),
		),
	);
}

const ZONES = ['use1-az1', 'use1-az2', 'use1-az3', 'use1-az4', 'use1-az5', 'use1-az6'] as const;

const CANARIES: readonly (readonly [AlertGroup, string, string, number])[] = [
	['dynamodb', 'DynamoDB canary', 'dynamodb.customerErrors', 0.1],
	['dynamodb', 'DynamoDB router', 'dynamodb.trafficLost', 0.3],
	['ec2', 'launch canary', 'ec2.launchErrors', 0.2],
	['nlb', 'NLB canary', 'nlb.errors', 0.05],
];

/** The same again for each zone, since that is where canaries stand. */
function zoneRules(): readonly AlertRule[] {
	return CANARIES.flatMap(([group, owner, metric, lowest]) =>
		rules(
			group,
			'ticket',
			ZONES.map((zone, index): Line => {
				const threshold = lowest * (1 + 0.1 * index);
				const id = `${slug(owner)}-${zone}`;
				return [id, metric, threshold, threshold / 3, 60, `${owner} in ${zone}: {} failing`];
			}),
		),
	);
}

function slug(name: string): string {
	return name
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^-|-$/g, '');
}
