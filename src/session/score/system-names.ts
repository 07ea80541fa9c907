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
};

/** What a part of impact is told as. */
export function systemName(part: string): string {
	return PART_NAMES[part] ?? part;
}
