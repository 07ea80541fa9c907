import {METRICS} from '../../observe/index.ts';
import {LEVER_MEASURES} from './lever-measures.ts';

/** What operators call what is measured, where a sentence has no panel around it. */
const NAMES: Readonly<Record<string, string>> = {
	'dns.answers.regional': 'addresses of the regional name',
	'dynamodb.customerErrors': 'DynamoDB errors',
	'dwfm.leasedShare': 'leases held',
	'dwfm.hostsStuck': 'stuck DWFM managers',
	'dwfm.workers': 'DWFM workers on each host',
	'dwfm.deadline': 'DWFM deadline, in seconds',
	'dwfm.gated': 'DWFM gate',
	'ec2.throttled': 'EC2 launches throttled',
	'ec2.terminationsThrottled': 'EC2 terminations throttled',
	'lambda.pollerLimit': 'Lambda poller limit',
	'nlb.registrationHeld': 'NLB registration held',
	'signIn.shed': 'callers turned away',
	'connect.callbacksOwed': 'callbacks owed, in seconds of usual calls',
	'connect.agentsOut': 'Connect agents cut off',
	'containers.running': 'tasks running',
	'globalTables.late': 'replicas of global tables that are of no use',
	'elsewhere.gone': 'launches gone to another Region',
	'elsewhere.launchErrors': 'launch errors in that Region',
	'elsewhere.nameEmpty': 'DynamoDB’s name empty in another Region',
	'support.bypassed': 'account check of Support bypassed',
	'ec2.successShare': 'EC2 launches ok',
	'ec2.pentUp': 'EC2 launches held back',
	'ec2.limited': 'EC2 requests limited',
	'network.latency': 'network latency',
	'border.loss': 'packet loss',
	'nlb.errors': 'NLB errors',
	'nlb.zonesOut': 'NLB zones out',
	'lambda.errors': 'Lambda errors',
	'lambda.syncErrors': 'Lambda sync errors',
	'lambda.sqsBacklog': 'Lambda SQS backlog',
	'lambda.kinesisAge': 'Kinesis age',
	'lambda.asyncBacklog': 'Lambda async backlog',
	'containers.errors': 'ECS launch errors',
	'redshift.stuck': 'stuck Redshift clusters',
	'redshift.queryErrors': 'Redshift query errors',
	'support.lockedOut': 'customers locked out of Support',
	'harm.total': 'harm',
};

const LEVER_NAMES = new Map(LEVER_MEASURES.map(({id, name}) => [id, name]));
const LABELS = new Map<string, string>(METRICS.map(({id, label}) => [id, label]));

export function measureName(metric: string): string {
	return NAMES[metric] ?? LEVER_NAMES.get(metric) ?? LABELS.get(metric) ?? metric;
}
