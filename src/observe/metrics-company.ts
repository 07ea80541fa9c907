import {metrics, type Metric} from './metric.ts';

/** What a company measures of itself, with tools of its own. They come last: what is measured of the Region keeps its columns. */
export const COMPANY_METRICS: readonly Metric[] = metrics('public', [
	['ours.errors', 'requests not done', 'share', w => w.customer.output.errors],
	[
		'ours.pagedErrors',
		'requests not done, at the pager',
		'share',
		w => w.customer.output.pagedErrors,
	],
	['ours.load', 'load of our capacity', 'share', w => w.customer.output.load],
	['ours.retries', 'retries for each request', 'share', w => w.customer.output.retries],
	['ours.shed', 'requests shed', 'share', w => w.customer.output.shedShare],
	['ours.awsErrors', 'our calls to DynamoDB that fail', 'share', w => w.customer.output.awsErrors],
	['ours.untold', 'users failed and told nothing', 'seconds', w => w.customer.output.untoldSeconds],
	['ours.falseWords', 'told that all is well, falsely', 'count', w => w.customer.output.falseWords],
	['fleet.serversMissing', 'servers missing', 'share', w => w.customer.output.serversMissing],
	['fleet.launchErrors', 'our launches that fail', 'share', w => w.customer.output.launchErrors],
	['fleet.cacheMisses', 'cache misses', 'share', w => w.customer.output.cacheMisses],
	['jobs.waiting', 'jobs waiting', 'seconds', w => w.customer.output.jobsWaitingSeconds],
	['jobs.missed', 'jobs not run', 'share', w => w.customer.output.jobsMissed],
	['standby.away', 'sessions at the standby', 'share', w => w.customer.output.awayShare],
	['standby.load', 'load of the standby', 'share', w => w.customer.output.standbyLoad],
	['standby.stale', 'data at the standby, old by', 'seconds', w => w.customer.output.staleSeconds],
	['standby.staleServed', 'answers with old data', 'share', w => w.customer.output.staleShare],
	['vendors.flagsDown', 'flag vendor down', 'count', w => (w.customer.output.flagsDown ? 1 : 0)],
	['vendors.pagerDown', 'pager down', 'count', w => (w.customer.output.pagerDown ? 1 : 0)],
	[
		'vendors.statusPageDown',
		'status page down',
		'count',
		w => (w.customer.output.statusPageDown ? 1 : 0),
	],
]);
