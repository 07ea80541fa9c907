import type {Observation} from '../../src/observe/index.ts';
import {
	aLogLine,
	anAlert,
	anObservation,
	anOrder,
	metricsWith,
	servicesWith,
} from './observation.builder.ts';

/** 23:30: nothing is wrong that a glance would show. */
export function healthy(): Observation {
	return anObservation({
		log: [
			aLogLine({at: 540, text: 'plan 143 applied to 24 endpoints in 9 s'}),
			aLogLine({
				at: 566,
				source: 'dns/enactor-2',
				text: 'plan 144 applied to 24 endpoints in 11 s',
			}),
			aLogLine({
				at: 590,
				source: 'dns/enactor-3',
				level: 'warn',
				text: 'lock on cell-07 held by enactor-1, backing off 4 s (attempt 6)',
			}),
		],
	});
}

const GROUPS = ['lambda', 'sts', 'connect', 'sqs', 'redshift', 'iam', 'ecs', 'cloudwatch'] as const;

/** 23:55: seven minutes after the record emptied, forty alerts, and a network page on top. */
export function flood(): Observation {
	const now = 2100;
	return anObservation({
		now,
		clock: {pdt: '23:55:00', utc: '06:55:00', date: '19 Oct'},
		news: 9,
		metrics: metricsWith(
			{
				'dns.answers.regional': {value: 0},
				'dns.answers.account': {value: 0},
				'dns.planAge.enactor-3': {value: 1404},
				'resolvers.customersEmpty': {value: 1},
				'dynamodb.customerErrors': {value: 0.62},
				'dynamodb.prodErrors': {value: 0.58},
				'dynamodb.connected': {value: 0.41},
				'signIn.errors': {value: 0.44},
				'dwfm.leasedShare': {value: 0.982},
				'dwfm.broken': {value: 18_220},
				'dwfm.hostsCut': {value: 100},
				'ec2.successShare': {value: 0.74},
				'ec2.insufficient': {value: 16.2},
				'lambda.errors': {value: 0.31},
				'border.loss': {value: 0.071},
				'cloudwatch.delay': {value: 190},
				'nlb.checkLoad': {value: 0.61, sampledAt: now - 260},
			},
			now,
		),
		alerts: [
			anAlert({
				id: 'border-loss',
				group: 'network',
				title: 'use1-az1 border network drops 7.1 % of packets',
				raisedAt: 1690,
				acknowledgedBy: 'network',
			}),
			anAlert({raisedAt: 1815}),
			anAlert({
				id: 'dns-no-answers',
				severity: 'ticket',
				group: 'dns-automation',
				title: 'dynamodb.us-east-1.amazonaws.com answers 0 addresses (A, AAAA)',
				raisedAt: 1722,
			}),
			...Array.from({length: 40}, (_, index) =>
				anAlert({
					id: `flood-${String(index)}`,
					severity: index % 5 === 0 ? 'page' : 'ticket',
					group: GROUPS[index % GROUPS.length]!,
					title: `${GROUPS[index % GROUPS.length]!}: ${String(12 + index)} % of calls fail`,
					raisedAt: 1860 + index * 5,
				}),
			),
			anAlert({
				id: 'dwfm-down',
				severity: 'info',
				group: 'ec2',
				title: '3 droplet managers restarting',
				raisedAt: 1500,
				clearedAt: 1680,
			}),
		],
		log: [
			aLogLine({at: 1692, source: 'dns/enactor-2', text: 'cleaned up plan 110: 24 trees removed'}),
			aLogLine({
				at: 1701,
				source: 'dns/enactor-1',
				level: 'error',
				text: 'publish failed on regional: target 7f3a91c2 of the rollback record does not exist',
			}),
			aLogLine({
				at: 2076,
				source: 'triage',
				level: 'warn',
				text: 'packet loss at use1-az1 correlates with the start of impact; suggested owner: network',
			}),
			aLogLine({at: 2090, source: 'call', text: 'network on-call has joined'}),
		],
		dashboard: {
			impacted: 71,
			resolved: 0,
			services: servicesWith(71, 0),
			posts: [],
			promisedAt: null,
		},
		answers: [
			{
				at: 2095,
				name: 'dynamodb.us-east-1.amazonaws.com',
				type: 'A',
				status: 'NOERROR',
				addresses: [],
				ttlSeconds: 5,
			},
			{
				at: 2095,
				name: 'dynamodb.us-east-1.api.aws',
				type: 'AAAA',
				status: 'NOERROR',
				addresses: ['2600:1f18::1', '2600:1f18::2'],
				ttlSeconds: 5,
			},
		],
		orders: [
			anOrder({
				lines: [
					';; dynamodb.us-east-1.amazonaws.com. IN A',
					';; status: NOERROR, ANSWER: 0',
					';; dynamodb.us-east-1.amazonaws.com. IN AAAA',
					';; status: NOERROR, ANSWER: 0',
				],
			}),
			anOrder({
				order: 1,
				text: 'page dynamodb',
				at: 2096,
				due: 2340,
				state: 'running',
				message: '',
			}),
		],
		teams: [
			{team: 'network', state: 'present', since: 2090, escalated: false},
			{team: 'dynamodb', state: 'paged', since: 2096, escalated: false},
			{team: 'ec2', state: 'asleep', since: 0, escalated: false},
		],
		access: 'failing',
		severity: 'sev-2',
	});
}

/** 03:00: DynamoDB is back, and EC2 works flat out for nothing. */
export function collapse(): Observation {
	const now = 13_200;
	return anObservation({
		now,
		clock: {pdt: '03:00:00', utc: '10:00:00', date: '20 Oct'},
		news: 41,
		metrics: metricsWith(
			{
				'dns.planAge.enactor-1': {value: null},
				'dwfm.leasedShare': {
					value: 0.008,
					history: Array.from({length: 60}, (_, i) => Math.max(0.008, 0.4 - i / 100)),
				},
				'dwfm.broken': {value: 992_004},
				'dwfm.queued': {value: 981_330},
				'dwfm.oldest': {value: 74},
				'dwfm.goodput': {value: 1.4},
				'dwfm.throughput': {value: 2960},
				'dwfm.goodputShare': {value: 0.0005},
				'dwfm.timeouts': {value: 2958},
				'ec2.requests': {value: 1240},
				'ec2.insufficient': {value: 1179},
				'ec2.successShare': {value: 0.012},
				'ec2.pentUp': {value: 214_000},
				'lambda.sqsBacklog': {value: 5400},
			},
			now,
		),
		alerts: [
			anAlert({
				id: 'dwfm-goodput',
				group: 'ec2',
				title: 'droplet managers: 0.05 % of the work done is of use',
				raisedAt: 12_700,
			}),
			anAlert({
				id: 'ec2-launch-collapse',
				group: 'ec2',
				title: 'EC2 launch success rate only 1.2 %',
				raisedAt: 12_400,
				acknowledgedBy: 'you',
			}),
			anAlert({
				id: 'lambda-sqs',
				severity: 'ticket',
				group: 'lambda',
				title: 'SQS sources are 1 h 30 min behind',
				raisedAt: 9_000,
			}),
			anAlert({raisedAt: 1815, clearedAt: 12_000}),
		],
		log: [
			aLogLine({
				at: 13_140,
				source: 'ec2/dwfm',
				level: 'error',
				text: '177,480 lease attempts timed out in the last minute; queue 981,330',
			}),
			aLogLine({
				at: 13_188,
				source: 'call',
				text: 'ec2: we could restart them, but the queue comes back',
			}),
		],
		dashboard: {
			impacted: 58,
			resolved: 40,
			services: servicesWith(58, 40),
			posts: [
				{
					at: 12_000,
					by: 'you',
					text: 'Most DynamoDB requests succeed again. EC2 launches still fail in us-east-1. We are draining queues.',
				},
			],
			promisedAt: 13_080,
		},
		automations: anObservation().automations.map(automation =>
			automation.id.startsWith('enactor') || automation.id === 'planner'
				? {...automation, state: 'paused' as const, by: 'you', since: 10_500}
				: automation,
		),
		orders: [
			anOrder({
				text: 'restart dwfm all',
				at: 12_900,
				due: 13_020,
				message: 'All 100 droplet managers restarted; their queues are empty.',
			}),
			anOrder({
				order: 1,
				text: 'limit launches 5',
				at: 13_150,
				due: 13_150,
				state: 'refused',
				message: 'No one of team ec2 is on the call; page ec2 first.',
			}),
		],
		severity: 'sev-1',
	});
}
