import {assert, SYSTEMS, unreachable, type SystemAlerts} from '../sim/index.ts';
import type {OwnAlert} from './level-own.types.ts';
import {METRICS, metricIndex} from './metrics.ts';
import type {Alert, Unit} from './observation.types.ts';
import {duration, shortShare, perSecond, whole} from './words.ts';

/** Whom an alert belongs to; what the flood is grouped by, and what `ack` and `shelve` take. */
export type AlertGroup = SystemAlerts | 'services';
export const ALERT_GROUPS: readonly AlertGroup[] = [
	...new Set(Object.values(SYSTEMS).map(({alerts}) => alerts)),
	'services',
];

/** One alarm: a line through what the pipeline delivered. It knows neither the world nor the clock. */
export type AlertRule = {
	readonly id: string;
	readonly group: string;
	readonly severity: Alert['severity'];
	/** Column in the pipeline, and the unit of what is in it. */
	readonly column: number;
	readonly unit: Unit;
	readonly compare: 'above' | 'below';
	readonly threshold: number;
	/** Where the alarm lets go: on the healthy side of the threshold, so that it does not chatter. */
	readonly clearAt: number;
	/** How long the line must be crossed, in the time of the samples. */
	readonly forSeconds: number;
	/** What it says, with `{}` for the value. */
	readonly title: string;
};

/** A line of a table: an alarm over a metric. A threshold under its `clearAt` is a floor, over it a ceiling. */
export type Line = readonly [
	id: string,
	metric: string,
	threshold: number,
	clearAt: number,
	forSeconds: number,
	title: string,
];

export function rules(
	group: AlertGroup,
	severity: Alert['severity'],
	lines: readonly Line[],
): readonly AlertRule[] {
	return lines.map(([id, metric, threshold, clearAt, forSeconds, title]) => {
		const column = metricIndex(metric);
		const measured = METRICS[column];
		assert(measured !== undefined, `${metric} is a metric`);
		assert(threshold !== clearAt, `${id} lets go where it does not take hold`);
		const compare = clearAt < threshold ? 'above' : 'below';
		const {unit} = measured;
		return {id, group, severity, column, unit, compare, threshold, clearAt, forSeconds, title};
	});
}

/** An alarm of a level, as those of the Region are. */
export function ownRule({metric, ...own}: OwnAlert): AlertRule {
	const column = metricIndex(metric);
	const measured = METRICS[column];
	assert(measured !== undefined, `${metric} is a metric`);
	return {...own, column, unit: measured.unit};
}

/** The metric that an alarm is about; undefined for the errors of a service. */
export function metricOf({column}: AlertRule): string | undefined {
	return METRICS[column]?.id;
}

/** What an alarm says, at the value that raised it. */
export function titleOf({title, unit}: AlertRule, value: number): string {
	return title.replace('{}', valueWords(unit, value));
}

function valueWords(unit: Unit, value: number): string {
	switch (unit) {
		case 'share':
			return shortShare(value);
		case 'seconds':
			return duration(value);
		case 'per-second':
			return perSecond(value);
		case 'count':
			return whole(value);
		default:
			return unreachable(unit);
	}
}
