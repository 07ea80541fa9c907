import {
	castSeen,
	systemsIn,
	verdictOf,
	type Alert,
	type Observation,
	type SystemId,
} from '../../observe/index.ts';
import {stillOpenOf} from '../../session/index.ts';
import {PROMISE_AHEAD_SECONDS} from './due.ts';
import {clockAt} from './measure.ts';
import {RANKS, type QueueItem} from './queue-item.ts';

/** Pages that nobody took and that went on to a second person. */
export function escalated(before: Observation, after: Observation): readonly QueueItem[] {
	const were = new Set(before.alerts.filter(isEscalated).map(raised));
	return after.alerts
		.filter(alert => isEscalated(alert) && alert.clearedAt === null && !were.has(raised(alert)))
		.map(alert => ({
			id: 'second',
			at: after.now,
			rank: RANKS.furtherPage,
			tone: 'bad',
			word: 'PAGE',
			text: `second on-call paged: ${alert.title}`,
			many: 1,
			panel: 'alerts',
			keeps: false,
			standsWith: {alerts: alert.group},
		}));
}

function isEscalated({escalated}: Alert): boolean {
	return escalated;
}

function raised({id, raisedAt}: Alert): string {
	return `${id} ${String(raisedAt)}`;
}

export function dueSoon(before: Observation, after: Observation): readonly QueueItem[] {
	const {promisedAt} = after.dashboard;
	if (promisedAt === null) return [];
	const from = promisedAt - PROMISE_AHEAD_SECONDS;
	if (before.now >= from || after.now < from) return [];
	const text = `customers were promised an update by ${clockAt(after, promisedAt).slice(0, 5)}`;
	return [
		{
			...{id: `due ${String(promisedAt)}`, at: after.now, rank: RANKS.due, tone: 'warn'},
			...{word: 'DUE', text, many: 1, panel: 'comms', keeps: false},
			standsWith: {promise: promisedAt},
		},
	];
}

/** Customers feel nothing any more, and people have still something to take back. It is said again each hour. */
export function allWell(before: Observation, after: Observation): readonly QueueItem[] {
	if (after.ended !== null || !hasNoImpact(after)) return [];
	const hour = ({now}: Observation) => Math.floor(now / 3600);
	if (hasNoImpact(before) && hour(before) === hour(after)) return [];
	const open = stillOpenOf(after).map(({short}) => short);
	const more = open.length > NAMED_MAX ? ` and ${String(open.length - NAMED_MAX)} more` : '';
	const text = `every system is well; still open: ${open.slice(0, NAMED_MAX).join(', ')}${more}`;
	return [
		{
			...{id: 'no impact', at: after.now, rank: RANKS.end, tone: 'plain', word: 'NO IMPACT'},
			...{text, many: 1, panel: 'open', keeps: false},
		},
	];
}

const NAMED_MAX = 3;
/** What no customer feels. */
const UNFELT: SystemId = 'dns';

function hasNoImpact(observation: Observation): boolean {
	const {dashboard, alerts, metrics} = observation;
	if (dashboard.impacted > 0 || dashboard.resolved === 0) return false;
	if (alerts.some(({severity, clearedAt}) => severity === 'page' && clearedAt === null))
		return false;
	const isWell = systemsIn(castSeen(observation)).every(
		system => system.id === UNFELT || verdictOf(system, metrics) === 'ok',
	);
	return isWell && stillOpenOf(observation).length > 0;
}
