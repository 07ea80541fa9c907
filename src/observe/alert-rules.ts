import {CAUSE_RULES} from './alert-causes.ts';
import {floodRules} from './alert-flood.ts';
import type {AlertRule} from './alert-rule.ts';
import {SYMPTOM_RULES} from './alert-symptoms.ts';

/** Every alarm there is, in the order they are judged. */
export const ALERT_RULES: readonly AlertRule[] = [
	...CAUSE_RULES,
	...SYMPTOM_RULES,
	...floodRules(),
];
