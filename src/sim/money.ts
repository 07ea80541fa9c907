import {HARM_PARTS, type Harm} from './harm.ts';
import type {Parameter, ParameterTable, Source} from './kernel/index.ts';

const row = (
	value: number,
	unit: string,
	source: Source,
	section: string,
	what: string,
): Parameter => ({value, unit, source, section, what});

const ofBill = (value: number, what: string): Parameter =>
	row(value, 'share', 'assumed', 'canon 3.4', `of the Region’s bill that is for ${what}`);

/** What an outage costs, in dollars: an order of magnitude, and every step to it. */
export const MONEY_PARAMETERS = {
	monthMinutes: row(
		44_640,
		'min',
		'inferred',
		'canon 3.4',
		'the month of October, over which uptime is counted',
	),
	monthlySales: row(
		11e9,
		'$/month',
		'inferred',
		'canon 3.4',
		'AWS’s net sales in the autumn of 2025 (33 billion dollars in a quarter)',
	),
	regionShare: row(0.33, 'share', 'assumed', 'canon 3.4', 'of these sales that is for us-east-1'),
	claimedShare: row(
		0.2,
		'share',
		'assumed',
		'canon 3.4',
		'of service credits due that customers ask for',
	),
	lossPerMinute: row(
		1e6,
		'$/min of harm',
		'assumed',
		'canon 3.4',
		'customers’ own losses: half a billion for the day, over its harm here; estimates go from 38 million insured to 75 million an hour',
	),
	dynamodbShare: ofBill(0.04, 'DynamoDB'),
	lambdaShare: ofBill(0.04, 'Lambda'),
	nlbShare: ofBill(0.03, 'load balancers'),
	containersShare: ofBill(0.03, 'containers'),
	sqsShare: ofBill(0.01, 'SQS'),
	cloudwatchShare: ofBill(0.04, 'CloudWatch'),
	connectShare: ofBill(0.01, 'Connect'),
	redshiftShare: ofBill(0.03, 'Redshift'),
} as const satisfies ParameterTable;

/** Uptime of a month below which a part of the month's bill is credited; the lowest that applies does. */
type Tier = {readonly below: number; readonly credited: number};

const FOUR_NINES: readonly Tier[] = [
	{below: 0.9999, credited: 0.1},
	{below: 0.99, credited: 0.25},
	{below: 0.95, credited: 1},
];

const from = (below: number, [first, ...rest]: readonly Tier[]): readonly Tier[] => [
	{below, credited: first?.credited ?? 0},
	...rest,
];

/**
 * AWS's public service level agreements, by system. A launch that fails is none of them: EC2's speaks of
 * instances that run and cannot be reached.
 */
export const AGREEMENTS: Readonly<
	Record<string, {readonly share: keyof typeof MONEY_PARAMETERS; readonly tiers: readonly Tier[]}>
> = {
	dynamodb: {share: 'dynamodbShare', tiers: FOUR_NINES},
	lambda: {share: 'lambdaShare', tiers: from(0.9995, FOUR_NINES)},
	nlb: {share: 'nlbShare', tiers: FOUR_NINES},
	containers: {
		share: 'containersShare',
		tiers: [FOUR_NINES[0]!, {below: 0.99, credited: 0.3}, FOUR_NINES[2]!],
	},
	sqs: {share: 'sqsShare', tiers: from(0.999, FOUR_NINES)},
	cloudwatch: {share: 'cloudwatchShare', tiers: from(0.999, FOUR_NINES)},
	connect: {share: 'connectShare', tiers: FOUR_NINES},
	redshift: {share: 'redshiftShare', tiers: from(0.999, FOUR_NINES)},
};

/** Dollars. */
export type Money = {
	/** Service credits due by the agreements, if every customer asked for them. */
	readonly creditsDue: number;
	/** Those that customers do ask for. */
	readonly creditsClaimed: number;
	/** What customers themselves lost. */
	readonly customersLosses: number;
};

/** What a run's harm would have cost. */
export function moneyOf({total, parts}: Harm): Money {
	const {monthMinutes, monthlySales, regionShare, claimedShare, lossPerMinute} = MONEY_PARAMETERS;
	let creditsDue = 0;
	for (const {id, weight} of HARM_PARTS) {
		const agreement = AGREEMENTS[id];
		if (agreement === undefined) continue;
		const uptime = 1 - (parts[id] ?? 0) / weight / monthMinutes.value;
		const credited = agreement.tiers.findLast(({below}) => uptime < below)?.credited ?? 0;
		const bill = monthlySales.value * regionShare.value * MONEY_PARAMETERS[agreement.share].value;
		creditsDue += credited * bill;
	}
	return {
		creditsDue,
		creditsClaimed: creditsDue * claimedShare.value,
		customersLosses: total * lossPerMinute.value,
	};
}
