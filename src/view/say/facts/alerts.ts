import {valueAt} from '../../../session/index.ts';
import type {Alert, Observation, Shelf} from '../../../observe/index.ts';
import {fact} from '../fact.ts';
import type {Act, Fact, Facts, Sight} from '../fact.types.ts';
import {passing} from '../filter.ts';
import {age, count, duration, whole} from '../measure.ts';

const SEVERITY = {
	page: {rank: 0, word: 'PAGE', many: 'page', verdict: 'crit'},
	ticket: {rank: 1, word: 'TICKET', many: 'ticket', verdict: 'warn'},
	info: {rank: 2, word: 'INFO', many: 'notice', verdict: 'ok'},
} as const;

export type AlertFact = Fact<Alert>;

/** What alarms now, each by itself and by group; what is out of sight; what is over. Heaviest first. */
export function alertFacts(observation: Observation, {filter}: Sight) {
	const {now, alerts, shelves} = observation;
	const active = alerts.filter(({clearedAt}) => clearedAt === null);
	const standing = passing(
		filter,
		active.toSorted(byWeight).map(alert => alertFact(alert, now)),
	);
	const hidden = passing(
		filter,
		shelves.map(shelf => shelfFact(shelf, now)),
	);
	const over = passing(
		filter,
		latestOfEach(alerts.filter(({clearedAt}) => clearedAt !== null)).map(each =>
			overFact(each, now),
		),
	);
	const open = standing.filter(({of}) => of.acknowledgedBy === null).length;
	return {
		title: 'Alerts',
		note: standing.length === 0 ? 'none' : `${String(open)} of ${String(standing.length)} unacked`,
		groups: {
			standing: {facts: standing},
			floods: {facts: groupsOf(standing).map(group => groupFact(group, now))},
			shelves: {facts: hidden},
			over: {facts: over},
		},
		emptied: filter !== '' && standing.length + over.length === 0,
	} satisfies Facts;
}

/** Pages that nobody has taken. */
export function openPages({alerts}: Observation): number {
	return alerts.filter(
		alert => alert.severity === 'page' && alert.clearedAt === null && alert.acknowledgedBy === null,
	).length;
}

function byWeight(a: Alert, b: Alert): number {
	return (
		SEVERITY[a.severity].rank - SEVERITY[b.severity].rank ||
		Number(a.acknowledgedBy !== null) - Number(b.acknowledgedBy !== null) ||
		b.raisedAt - a.raisedAt
	);
}

function actsOf(name: string, isOpen: boolean): readonly Act[] {
	return [
		...(isOpen ? [{key: 'x', label: 'acknowledge', order: `ack ${name}`}] : []),
		{key: 'd', label: 'shelve for an hour', order: `shelve ${name}`},
	];
}

function alertFact(raw: Alert, now: number): AlertFact {
	const {id, group, title: label, acknowledgedBy: by} = raw;
	const {word, verdict} = SEVERITY[raw.severity];
	const stood = now - raw.raisedAt;
	return fact(
		{
			id,
			label,
			value: by,
			word,
			verdict,
			age: stood,
			acts: () => actsOf(id, by === null),
			of: raw,
		},
		() => {
			const taken = by === null ? 'open' : `acknowledged by ${by}`;
			const second = raw.escalated ? ', a second person is paged' : '';
			return `${word}: ${label}. Group ${group}, ${taken}${second}, ${age(stood)}`;
		},
	);
}

/** Heaviest group first; within one, heaviest alert first. */
function groupsOf(alerts: readonly AlertFact[]): readonly (readonly AlertFact[])[] {
	const groups = new Map<string, AlertFact[]>();
	for (const alert of alerts) {
		const group = groups.get(alert.of.group);
		if (group === undefined) groups.set(alert.of.group, [alert]);
		else group.push(alert);
	}
	return [...groups.values()];
}

/** What stands together for a flood: its alerts, the heaviest first, and how many nobody has taken. */
export type FloodOf = {readonly alerts: readonly AlertFact[]; readonly open: number};

/** `PAGE: ec2, 2 pages and 11 tickets, 13 open. EC2: only 14 % of launches succeed, 2m.` */
function groupFact(alerts: readonly AlertFact[], now: number): Fact<FloodOf> {
	const worst = valueAt(alerts, 0);
	const {group} = worst.of;
	const open = alerts.filter(({of}) => of.acknowledgedBy === null).length;
	const oldest = Math.min(...alerts.map(({of}) => of.raisedAt));
	return fact(
		{
			id: `group ${group}`,
			label: group,
			value: alerts.length,
			unit: 'count',
			word: worst.word,
			verdict: worst.verdict,
			age: now - oldest,
			acts: () => actsOf(group, open > 0),
			of: {alerts, open},
		},
		() => {
			const counts = (['page', 'ticket', 'info'] as const)
				.map(severity => ({
					severity,
					times: alerts.filter(({of}) => of.severity === severity).length,
				}))
				.filter(({times}) => times > 0)
				.map(({severity, times}) => count(times, SEVERITY[severity].many));
			return `${worst.word}: ${group}, ${counts.join(' and ')}, ${String(open)} open. ${worst.label}, ${age(now - worst.of.raisedAt)}`;
		},
	);
}

function shelfFact(raw: Shelf, now: number): Fact<Shelf> {
	const {alert: label, by, hides, until} = raw;
	return fact(
		{
			id: `shelf ${label}`,
			label,
			value: hides === 0 ? 'none' : whole(hides),
			word: 'SHELVED',
			verdict: 'warn',
			age: now - raw.at,
			acts: [{key: 'u', label: 'bring back', order: `unshelve ${label}`}],
			of: {...raw, alert: label, by},
		},
		() =>
			`SHELVED: ${label} by ${by}, hides ${count(hides, 'alert')}, back in ${duration(until - now)}`,
	);
}

/** An alert that comes and goes is shown once; they come newest first. */
function latestOfEach(cleared: readonly Alert[]): readonly Alert[] {
	const known = new Set<string>();
	return cleared.filter(({id}) => !known.has(id) && known.add(id));
}

function overFact(raw: Alert, now: number): AlertFact {
	const {group, title: label} = raw;
	const since = now - (raw.clearedAt ?? now);
	const id = `over ${raw.id}`;
	return fact(
		{id, label, word: 'OVER', age: since, of: raw},
		() => `OVER: ${label}. Group ${group}, ${age(since)} ago`,
	);
}
