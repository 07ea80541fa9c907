import type {Alert, Observation, Shelf} from '../../../observe/index.ts';
import {age, count} from '../../say/measure.ts';
import type {Panel, PanelAct, PanelItem, Row, Size, Span, Tone} from '../screen.types.ts';
import {clean, span, spread} from '../text.ts';
import type {Ui} from '../../input/ui.types.ts';
import {nothingPasses, passes} from './shown.ts';

const SEVERITY: Readonly<
	Record<Alert['severity'], {readonly rank: number; readonly mark: string; readonly tone: Tone}>
> = {
	page: {rank: 0, mark: '✗ PAGE', tone: 'bad'},
	ticket: {rank: 1, mark: '▲ TICK', tone: 'warn'},
	info: {rank: 2, mark: '● INFO', tone: 'calm'},
};

/** Rows so far, and what stands on them. */
type Draft = {readonly rows: Row[]; readonly items: PanelItem[]};

/** One line an alert while there are few, one line a group when they flood; alone on the screen, both. */
export function alertsPanel(observation: Observation, ui: Ui, size: Size): Panel {
	const alerts = observation.alerts.filter(alert => passes(ui.filters.alerts, textOf(alert)));
	const active = alerts.filter(alert => alert.clearedAt === null);
	const cleared = alerts.filter(alert => alert.clearedAt !== null);
	const open = active.filter(alert => alert.acknowledgedBy === null).length;
	const draft: Draft = {rows: [], items: []};
	const {now} = observation;
	const filter = ui.filters.alerts;
	if (active.length === 0 && filter === '') {
		draft.rows.push([span('● OK   nothing is alarming', 'good')]);
	} else if (alerts.length === 0) draft.rows.push(nothingPasses(filter));
	else if (active.length + observation.shelves.length <= size.rows) {
		for (const alert of active.toSorted(byWeight)) addAlert(draft, alert, now, size.columns);
	} else {
		const isAlone = ui.full && ui.focus === 'alerts';
		for (const group of groupsOf(active)) addGroup(draft, group, now, size.columns, isAlone);
	}
	for (const shelf of observation.shelves) {
		if (passes(filter, `SHELVED ${shelf.alert}`)) addShelf(draft, shelf, now, size.columns);
	}
	draft.rows.push(...latestOfEach(cleared).map(alert => clearedRow(alert, now, size.columns)));
	return {
		title: 'Alerts',
		note: active.length === 0 ? 'none' : `${String(open)} of ${String(active.length)} unacked`,
		rows: draft.rows,
		anchor: 'top',
		items: draft.items,
	};
}

/** What a filter looks through: the words that stand on the line, and the names behind it. */
function textOf({id, group, title, severity, clearedAt}: Alert): string {
	const word = clearedAt === null ? SEVERITY[severity].mark : 'OVER';
	return `${word} ${id} ${group} ${title}`;
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

function actsOf(word: string, isOpen: boolean): readonly PanelAct[] {
	const name = clean(word);
	return [
		...(isOpen ? [{key: 'x', label: 'acknowledge', order: `ack ${name}`}] : []),
		{key: 'd', label: 'shelve for an hour', order: `shelve ${name}`},
	];
}

function add({rows, items}: Draft, id: string, row: Row, acts: readonly PanelAct[]): void {
	items.push({id, row: rows.length, rows: 1, acts});
	rows.push(row);
}

function addGroup(
	draft: Draft,
	group: readonly Alert[],
	now: number,
	width: number,
	isOpened: boolean,
): void {
	const name = group[0]!.group;
	const open = group.filter(alert => alert.acknowledgedBy === null).length;
	add(draft, `group ${clean(name)}`, groupRow(group, open, now, width), actsOf(name, open > 0));
	if (!isOpened || group.length === 1) return;
	for (const alert of group) addAlert(draft, alert, now, width, '  ');
}

/** The heaviest of a group speaks for it, with their number and how long the oldest has stood. */
function groupRow(group: readonly Alert[], open: number, now: number, width: number): Row {
	const worst = group[0]!;
	const oldest = group.reduce((at, alert) => Math.min(at, alert.raisedAt), worst.raisedAt);
	const left = group.some(({escalated}) => escalated) ? ' 2nd' : '';
	const state = open === 0 ? ' ack' : open < group.length ? ` ${String(open)} open` : '';
	const start: Span[] = [
		...mark(worst, open === 0),
		span(group.length > 1 ? `${String(group.length)}x ` : '', open === 0 ? 'dim' : 'title'),
		// The number counts the group, so that its name has to stand beside it, however narrow.
		...named(worst, open === 0, group.length > 1 ? GROUPS_FROM : width),
	];
	return spread(start, [span(`${left}${state} ${age(now - oldest)}`.padStart(5), 'dim')], width);
}

function addAlert(draft: Draft, alert: Alert, now: number, width: number, indent = ''): void {
	const by = alert.acknowledgedBy;
	const start: Span[] = [
		span(indent),
		...mark(alert, by !== null),
		...named(alert, by !== null, width),
	];
	const state = by !== null ? (width >= 60 ? ` ack ${clean(by)}` : ' ack') : stood(alert, width);
	const row = spread(
		start,
		[span(`${state} ${age(now - alert.raisedAt)}`.padStart(5), 'dim')],
		width,
	);
	add(draft, clean(alert.id), row, actsOf(alert.id, by === null));
}

/** A page that nobody took went on to a second person. */
function stood({escalated}: Alert, width: number): string {
	if (!escalated) return '';
	return width >= 60 ? ' second paged' : ' 2nd';
}

/** What was put out of sight, and what it hides: the one alert that matters may be in it. */
function addShelf(draft: Draft, shelf: Shelf, now: number, width: number): void {
	const name = clean(shelf.alert);
	const hides = shelf.hides === 0 ? 'hides none now' : `hides ${String(shelf.hides)}`;
	const by = width >= 60 ? `, by ${clean(shelf.by)}` : '';
	const row = spread(
		[span('‖ SHELVED ', 'warn'), span(`${name} `), span(hides, shelf.hides === 0 ? 'dim' : 'warn')],
		[span(`${by} back in ${age(shelf.until - now)}`, 'dim')],
		width,
	);
	add(draft, `shelf ${name}`, row, [{key: 'u', label: 'bring back', order: `unshelve ${name}`}]);
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

function mark(alert: Alert, quiet: boolean): readonly Span[] {
	const {mark: word, tone} = SEVERITY[alert.severity];
	return [span(`${word} `, quiet ? 'dim' : tone)];
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
