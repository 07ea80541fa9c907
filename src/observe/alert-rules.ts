import {CAUSE_RULES} from './alert-causes.ts';
import {floodRules} from './alert-flood.ts';
import {metricOf, type AlertRule} from './alert-rule.ts';
import {SYMPTOM_RULES} from './alert-symptoms.ts';

/** Every alarm there is, in the order they are judged. */
export const ALERT_RULES: readonly AlertRule[] = [
	...CAUSE_RULES,
	...SYMPTOM_RULES,
	...floodRules(),
];

const METRIC_OF: ReadonlyMap<string, string | undefined> = new Map(
	ALERT_RULES.map(rule => [rule.id, metricOf(rule)]),
);

/** The metric that an alarm of the Region is about; undefined for those of a level, and of services. */
export function alertMetric(id: string): string | undefined {
	return METRIC_OF.get(id);
}
