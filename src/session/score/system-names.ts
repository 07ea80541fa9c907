/** Systems as the parts of impact name them. */
const PART_NAMES: Readonly<Record<string, string>> = {
	dynamodb: 'DynamoDB',
	ec2: 'EC2 launches',
	nlb: 'NLB',
	lambda: 'Lambda',
	containers: 'containers',
	access: 'sign-in',
	sqs: 'SQS',
	cloudwatch: 'CloudWatch',
	support: 'Support',
	connect: 'Connect',
	redshift: 'Redshift',
	'global-tables': 'global tables',
	border: 'border network',
	'our-requests': 'our requests',
	'our-jobs': 'our jobs',
	'our-data': 'old data from the standby',
	'our-silence': 'users told nothing',
};

/** What a part of impact is told as. */
export function systemName(part: string): string {
	return PART_NAMES[part] ?? part;
}
