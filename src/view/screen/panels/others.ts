import type {Observation} from '../../../observe/index.ts';
import {metricRows} from '../metric-row.ts';
import type {Panel, Size} from '../screen.types.ts';
import type {Ui} from '../../input/ui.types.ts';
import {passing} from './shown.ts';

const PREFIXES = [
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
];

/** The systems that suffer, and the monitoring that shows it. */
export function othersPanel(observation: Observation, ui: Ui, size: Size): Panel {
	return {
		title: 'Other systems',
		note: '',
		rows: passing(
			ui.filters.others,
			metricRows(observation, PREFIXES, size.columns, ['store.trafficLost']),
		),
		anchor: 'top',
	};
}
