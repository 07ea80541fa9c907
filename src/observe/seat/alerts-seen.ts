import type {Alert, Shelf} from '../observation.types.ts';
import type {Sees} from './sees.types.ts';

const GRAVITY = ['page', 'ticket', 'info'] as const;

/** Alerts as they are where the seat has them; of others that it counts, one for each group that stands. */
export function alertsSeen(alerts: readonly Alert[], sees: Sees): readonly Alert[] {
	const full = alerts.filter(({id}) => grainOf(id, sees) === 'full');
	const counted = alerts.filter(
		({id, clearedAt}) => clearedAt === null && grainOf(id, sees) === 'count',
	);
	const groups = [...new Set(counted.map(({group}) => group))];
	const sums = groups.map(group =>
		sumOf(
			group,
			counted.filter(alert => alert.group === group),
		),
	);
	const standing = [...full.filter(({clearedAt}) => clearedAt === null), ...sums];
	return [
		...standing.sort((a, b) => b.raisedAt - a.raisedAt),
		...full.filter(({clearedAt}) => clearedAt !== null),
	];
}

/** A group as one alert: how many stand, how grave, since when the newest of the gravest does. */
function sumOf(group: string, alerts: readonly Alert[]): Alert {
	const severity = GRAVITY.find(each => alerts.some(alert => alert.severity === each)) ?? 'info';
	const gravest = alerts.filter(alert => alert.severity === severity);
	const open = alerts.filter(({acknowledgedBy}) => acknowledgedBy === null);
	return {
		id: group,
		severity,
		group,
		title: `${group}: ${String(alerts.length)} ${alerts.length === 1 ? 'alert' : 'alerts'}`,
		raisedAt: Math.max(...gravest.map(({raisedAt}) => raisedAt)),
		clearedAt: null,
		acknowledgedBy: open.length === 0 ? (alerts[0]?.acknowledgedBy ?? null) : null,
		escalated: alerts.some(({escalated}) => escalated),
	};
}

/** What is shelved of what the seat has: alerts of its own, and groups that are whole to it. */
export function shelvesSeen(shelves: readonly Shelf[], sees: Sees): readonly Shelf[] {
	return shelves.filter(
		({alert}) => grainOf(alert, sees) === 'full' || sees.groups.includes(alert),
	);
}

function grainOf(id: string, {alerts}: Sees): 'full' | 'count' | 'none' {
	return Object.hasOwn(alerts, id) ? (alerts[id] ?? 'none') : 'none';
}
