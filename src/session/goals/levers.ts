import {HARM_PARTS, ORDERS, type OrderSpec, valueAt} from '../../sim/index.ts';

/** What each part of harm is seen by, from the system itself back to what it waits for. */
const MEASURED: Readonly<Record<(typeof HARM_PARTS)[number]['id'], readonly string[]>> = {
	dynamodb: ['dynamodb.customerErrors'],
	ec2: ['dwfm.leasedShare', 'ec2.successShare', 'network.latency'],
	nlb: ['nlb.errors'],
	lambda: ['lambda.errors', 'lambda.sqsPollersDown'],
	containers: ['containers.errors'],
	access: ['sts.errors', 'iam.errors', 'signIn.errors'],
	sqs: ['sqs.errors'],
	cloudwatch: ['cloudwatch.loss'],
	support: ['support.lockedOut'],
	connect: ['connect.callErrors'],
	redshift: ['redshift.queryErrors', 'redshift.stuck'],
	'global-tables': ['dynamodb.replicationLag'],
	border: ['border.loss'],
	'our-requests': ['ours.errors'],
	'our-jobs': ['jobs.waiting'],
	'our-data': ['standby.away'],
	'our-silence': ['ours.untold'],
};

/** What a part of harm is measured by; what is no part of harm is measured by itself. */
export function measuredBy(metric: string): readonly string[] {
	if (metric === 'harm.total') return HARM_PARTS.flatMap(({id}) => MEASURED[id] ?? []);
	return metric.startsWith('harm.') ? (MEASURED[metric.slice('harm.'.length)] ?? []) : [metric];
}

/** Orders, as the grammar writes them, that could bring a measured number to where it should be. */
export function leversOf(metric: string): readonly string[] {
	const metrics = measuredBy(metric);
	return Object.values(ORDERS)
		.filter(({moves = []}) => moves.some(each => metrics.includes(each)))
		.map(formOf);
}

/** An order as the grammar writes it. What shares its form with others is told from them by the one word it takes. */
export function formOf({forms, blanks}: Pick<OrderSpec, 'forms' | 'blanks'>): string {
	return valueAt(forms, 0).replace(/<([a-z-]+)>/g, (whole, name: string) => {
		const blank = blanks[name];
		return blank?.kind === 'word' && blank.words.length === 1 ? valueAt(blank.words, 0) : whole;
	});
}
