import type {Observation} from '../../observe/index.ts';
import {metricRows} from '../metric-row.ts';
import type {Panel, Size} from '../screen.types.ts';
import type {Ui} from '../ui.types.ts';

/** A panel that is all metrics: which subsystems' it shows. */
function instruments(title: string, prefixes: readonly string[], except: readonly string[] = []) {
	return (observation: Observation, _ui: Ui, size: Size): Panel => ({
		title,
		note: '',
		rows: metricRows(observation, prefixes, size.columns, except),
		anchor: 'top',
	});
}

/** Leases, the work queue, and whether the work done is of any use. */
export const dwfmPanel = instruments('DWFM, droplet leases', ['dwfm']);

/** Demand, what is let in, and what is refused by which kind of error. */
export const launchesPanel = instruments('EC2 launches', ['ec2'], ['ec2.launchErrors']);

/** How late network state reaches new instances: inflow against capacity. */
export const networkPanel = instruments('Network Manager', ['network', 'border']);

/** Load on the health checks, flaps, zones out of DNS. */
export const balancersPanel = instruments('NLB', ['nlb']);

/** The systems that suffer, and the monitoring that shows it. */
export const othersPanel = instruments(
	'Other systems',
	[
		'store',
		'lambda',
		'sts',
		'iam',
		'signIn',
		'containers',
		'connect',
		'redshift',
		'support',
		'sqs',
		'cloudwatch',
		'cloudtrail',
		'eventbridge',
	],
	['store.trafficLost'],
);
