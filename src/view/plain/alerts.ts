import type {Alert, Observation, Shelf} from '../../observe/index.ts';
import {age, count, duration} from '../say/measure.ts';
import {clean} from '../screen/text.ts';

const SEVERITY: Readonly<Record<Alert['severity'], {rank: number; word: string; many: string}>> = {
	page: {rank: 0, word: 'PAGE', many: 'page'},
	ticket: {rank: 1, word: 'TICKET', many: 'ticket'},
	info: {rank: 2, word: 'INFO', many: 'notice'},
};

/** More than this are told by group; a filter brings each of them back. */
const APART_MAX = 16;

/** What is alarming now, a line each: open pages first, the newest of them first. In a flood, a line a group. */
export function alertLines(
	observation: Observation,
	holds: (text: string) => boolean,
): readonly string[] {
	return [
		...standingLines(observation, holds),
		...observation.shelves.map(shelf => shelfLine(shelf, observation.now)),
	];
}

function standingLines(
	observation: Observation,
	holds: (text: string) => boolean,
): readonly string[] {
	const active = observation.alerts
		.filter(({clearedAt}) => clearedAt === null)
		.filter(({title, group, severity}) => holds(`${SEVERITY[severity].word} ${group} ${title}`))
		.sort(byWeight);
	if (active.length === 0) return ['OK: nothing is alarming.'];
	if (active.length <= APART_MAX) return active.map(alert => lineOf(alert, observation.now));
	const groups = [...new Set(active.map(({group}) => group))];
	return [
		`${count(active.length, 'alert')} in ${count(groups.length, 'group')}; filter WORD tells those that hold it, ack GROUP takes them.`,
		...groups.map(name =>
			groupLine(
				active.filter(({group}) => group === name),
				observation.now,
			),
		),
	];
}

function byWeight(a: Alert, b: Alert): number {
	return (
		Number(a.acknowledgedBy !== null) - Number(b.acknowledgedBy !== null) ||
		SEVERITY[a.severity].rank - SEVERITY[b.severity].rank ||
		b.raisedAt - a.raisedAt
	);
}

function lineOf(alert: Alert, now: number): string {
	const by = alert.acknowledgedBy;
	const taken = by === null ? 'open' : `acknowledged by ${clean(by)}`;
	const word = SEVERITY[alert.severity].word;
	const second = alert.escalated ? ', a second person is paged' : '';
	return `${word}: ${clean(alert.title)}. Group ${clean(alert.group)}, ${taken}${second}, ${age(now - alert.raisedAt)}.`;
}

/** `PAGE: ec2, 2 pages and 11 tickets, 13 open. EC2: only 14 % of launches succeed, 2m.` */
function groupLine(group: readonly Alert[], now: number): string {
	const [worst] = group;
	if (worst === undefined) return '';
	const counts = (['page', 'ticket', 'info'] as const)
		.map(severity => ({severity, times: group.filter(each => each.severity === severity).length}))
		.filter(({times}) => times > 0)
		.map(({severity, times}) => count(times, SEVERITY[severity].many));
	const open = group.filter(({acknowledgedBy}) => acknowledgedBy === null).length;
	const {word} = SEVERITY[worst.severity];
	return `${word}: ${clean(worst.group)}, ${counts.join(' and ')}, ${String(open)} open. ${clean(worst.title)}, ${age(now - worst.raisedAt)}.`;
}

function shelfLine({alert, by, hides, until}: Shelf, now: number): string {
	return `SHELVED: ${clean(alert)} by ${clean(by)}, hides ${count(hides, 'alert')}, back in ${duration(until - now)}.`;
}
