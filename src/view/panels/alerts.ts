import type {Alert, Observation} from '../../observe/index.ts';
import {age, count} from '../measure.ts';
import type {Panel, Row, Size, Span, Tone} from '../screen.types.ts';
import {clean, span, spread} from '../text.ts';
import type {Ui} from '../ui.types.ts';

const SEVERITY: Readonly<
	Record<Alert['severity'], {readonly rank: number; readonly mark: string; readonly tone: Tone}>
> = {
	page: {rank: 0, mark: '✗ PAGE', tone: 'bad'},
	ticket: {rank: 1, mark: '▲ TICK', tone: 'warn'},
	info: {rank: 2, mark: '● INFO', tone: 'calm'},
};

/** One line an alert while there are few; one line a group when they flood. */
export function alertsPanel(observation: Observation, ui: Ui, size: Size): Panel {
	const active = observation.alerts.filter(alert => alert.clearedAt === null);
	const cleared = observation.alerts.filter(alert => alert.clearedAt !== null);
	const open = active.filter(alert => alert.acknowledgedBy === null).length;
	const floods = active.length > size.rows && !(ui.full && ui.focus === 'alerts');
	const rows = floods
		? groupsOf(active).map(group => groupRow(group, observation.now, size.columns))
		: [...active].sort(byWeight).map(alert => alertRow(alert, observation.now, size.columns));
	return {
		title: 'Alerts',
		note: active.length === 0 ? 'none' : `${String(open)} of ${String(active.length)} unacked`,
		rows: [
			...(active.length === 0 ? [[span('● OK   nothing is alarming', 'good')]] : rows),
			...latestOfEach(cleared).map(alert => clearedRow(alert, observation.now, size.columns)),
		],
		anchor: 'top',
	};
}

function byWeight(a: Alert, b: Alert): number {
	return (
		SEVERITY[a.severity].rank - SEVERITY[b.severity].rank ||
		Number(a.acknowledgedBy !== null) - Number(b.acknowledgedBy !== null) ||
		b.raisedAt - a.raisedAt
	);
}

/** Heaviest group first; within one, heaviest alert first. */
function groupsOf(alerts: readonly Alert[]): readonly (readonly Alert[])[] {
	const names = [...new Set(alerts.map(alert => alert.group))];
	return names
		.map(name => alerts.filter(alert => alert.group === name).sort(byWeight))
		.sort((a, b) => byWeight(a[0]!, b[0]!));
}

function groupRow(group: readonly Alert[], now: number, width: number): Row {
	const worst = group[0]!;
	const open = group.filter(alert => alert.acknowledgedBy === null).length;
	const ack = open === 0 ? ' ack' : open < group.length ? ` ${String(open)} open` : '';
	const start: Span[] = [
		...mark(worst),
		span(group.length > 1 ? `${String(group.length)}x ` : '', open === 0 ? 'dim' : 'title'),
		...named(worst, open === 0, width),
	];
	return spread(start, [span(`${ack} ${age(now - worst.raisedAt)}`.padStart(5), 'dim')], width);
}

function alertRow(alert: Alert, now: number, width: number): Row {
	const by = alert.acknowledgedBy;
	const start: Span[] = [...mark(alert), ...named(alert, by !== null, width)];
	const ack = by === null ? '' : width >= 60 ? ` ack ${clean(by)}` : ' ack';
	return spread(start, [span(`${ack} ${age(now - alert.raisedAt)}`.padStart(5), 'dim')], width);
}

/** Below this, titles speak for themselves, and need the room. */
const GROUPS_FROM = 60;

/** Group and title; most titles begin with the group's name, and need it no second time. */
function named(alert: Alert, quiet: boolean, width: number): readonly Span[] {
	const group = clean(alert.group);
	const title = clean(alert.title);
	const needless = width < GROUPS_FROM || title.toLowerCase().startsWith(group.toLowerCase());
	return [
		span(needless ? '' : `${group} `, quiet ? 'dim' : 'title'),
		span(title, quiet ? 'dim' : 'plain'),
	];
}

function mark(alert: Alert): readonly Span[] {
	const {mark: word, tone} = SEVERITY[alert.severity];
	return [span(`${word} `, alert.acknowledgedBy === null ? tone : 'dim')];
}

/** An alert that comes and goes is shown once; they come newest first. */
function latestOfEach(cleared: readonly Alert[]): readonly Alert[] {
	return cleared.filter(({id}, index) => cleared.findIndex(other => other.id === id) === index);
}

function clearedRow(alert: Alert, now: number, width: number): Row {
	const since = age(now - (alert.clearedAt ?? now));
	return spread(
		[span('○ OVER ', 'dim'), ...named(alert, true, width)],
		[span(` ${since} ago`, 'dim')],
		width,
	);
}

/** For the header: the pages that nobody has taken. */
export function openPages(observation: Observation): string {
	const open = observation.alerts.filter(
		alert => alert.severity === 'page' && alert.clearedAt === null && alert.acknowledgedBy === null,
	);
	return open.length === 0 ? '' : count(open.length, 'open page');
}
