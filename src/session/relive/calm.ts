import {ALERT_RULES, METRICS} from '../../observe/index.ts';
import type {World} from '../../sim/index.ts';

/** How a metric stands to its alarms, as it is and not as monitoring has it. */
type Line = {
	/** Whether an alarm of it would stand. */
	readonly isBad: (world: World) => boolean;
	/** Whether every alarm of it would have let go. */
	readonly isCalm: (world: World) => boolean;
};

/** Metrics that an alarm speaks of, each with its lines. */
const LINES: ReadonlyMap<string, Line> = new Map(
	METRICS.flatMap(({id, read}, column): [string, Line][] => {
		const rules = ALERT_RULES.filter(rule => rule.column === column);
		if (rules.length === 0) return [];
		const beyond = (value: number, line: 'threshold' | 'clearAt') =>
			rules.some(rule => (rule.compare === 'above' ? value > rule[line] : value < rule[line]));
		return [
			[
				id,
				{
					isBad: world => beyond(read(world), 'threshold'),
					isCalm: world => !beyond(read(world), 'clearAt'),
				},
			],
		];
	}),
);

export const ALARMED: readonly string[] = [...LINES.keys()];

export function isBad(metric: string, world: World): boolean {
	return LINES.get(metric)?.isBad(world) ?? false;
}

/** What nothing is alarmed about is calm. */
export function areCalm(metrics: readonly string[], world: World): boolean {
	return metrics.every(metric => LINES.get(metric)?.isCalm(world) ?? true);
}
