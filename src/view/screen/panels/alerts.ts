import {valueAt} from '../../../session/index.ts';
import type {Shelf} from '../../../observe/index.ts';
import type {Fact} from '../../say/fact.types.ts';
import type {AlertFact, alertFacts, FloodOf} from '../../say/facts/alerts.ts';
import {age} from '../../say/measure.ts';
import {mark, toneOf} from '../mark.ts';
import type {Row, Span} from '../screen.types.ts';
import {span, spread} from '../text.ts';
import {draft, put, type Draft, type Draw} from './drawn.ts';
import {emptiedRow} from './shown.ts';

/** One line an alert while there are few, one line a group when they flood; alone on the screen, both. */
export const alertsPanel: Draw<typeof alertFacts> = ({groups, emptied}, ui, {columns, rows}) => {
	const {standing, floods, shelves, over} = groups;
	const drawn = draft();
	const filter = ui.filters.alerts;
	if (emptied) drawn.rows.push(emptiedRow(ui, filter));
	else if (standing.facts.length === 0 && filter === '') {
		drawn.rows.push([span('● OK   nothing is alarming', 'good')]);
	} else if (standing.facts.length + shelves.facts.length <= rows) {
		for (const fact of standing.facts) addAlert(drawn, fact, columns);
	} else {
		const isAlone = ui.full && ui.focus === 'alerts';
		for (const fact of floods.facts) addFlood(drawn, fact, columns, isAlone);
	}
	for (const fact of shelves.facts) put(drawn, fact, shelfRow(fact, columns));
	drawn.rows.push(...over.facts.map(fact => overRow(fact, columns)));
	return drawn;
};

function addFlood(drawn: Draft, fact: Fact<FloodOf>, width: number, isOpened: boolean): void {
	put(drawn, fact, floodRow(fact, width));
	const {alerts} = fact.of;
	if (!isOpened || alerts.length === 1) return;
	for (const alert of alerts) addAlert(drawn, alert, width, '  ');
}

/** The heaviest of a group speaks for it, with their number and how long the oldest has stood. */
function floodRow({age: seconds, of: {alerts, open}}: Fact<FloodOf>, width: number): Row {
	const worst = valueAt(alerts, 0);
	const second = alerts.some(({of}) => of.escalated) ? ' 2nd' : '';
	const state = open === 0 ? ' ack' : open < alerts.length ? ` ${String(open)} open` : '';
	const many = alerts.length > 1;
	const start: Span[] = [
		marked(worst, open === 0),
		span(many ? `${String(alerts.length)}x ` : '', open === 0 ? 'dim' : 'title'),
		// The number counts the group, so that its name has to stand beside it, however narrow.
		...named(worst, open === 0, many ? GROUPS_FROM : width),
	];
	return ended(start, `${second}${state}`, seconds, width);
}

function addAlert(drawn: Draft, fact: AlertFact, width: number, indent = ''): void {
	const {acknowledgedBy: by, escalated} = fact.of;
	const roomy = width >= GROUPS_FROM;
	const stood = escalated ? (roomy ? ' second paged' : ' 2nd') : '';
	const state = by === null ? stood : roomy ? ` ack ${by}` : ' ack';
	const start = [span(indent), marked(fact, by !== null), ...named(fact, by !== null, width)];
	put(drawn, fact, ended(start, state, fact.age, width));
}

function ended(start: Row, state: string, seconds: number | null, width: number): Row {
	return spread(start, [span(`${state} ${age(seconds ?? 0)}`.padStart(5), 'dim')], width);
}

/** What was put out of sight, and what it hides: the one alert that matters may be in it. */
function shelfRow(fact: Fact<Shelf>, width: number): Row {
	const {hides, by, until, at} = fact.of;
	const words = hides === 0 ? 'hides none now' : `hides ${String(hides)}`;
	const whose = width >= GROUPS_FROM ? `, by ${by}` : '';
	const left = until - at - (fact.age ?? 0);
	return spread(
		[mark(fact), span(`${fact.label} `), span(words, hides === 0 ? 'dim' : 'warn')],
		[span(`${whose} back in ${age(left)}`, 'dim')],
		width,
	);
}

/** Below this, titles speak for themselves, and need the room. */
const GROUPS_FROM = 60;

/** Group and title; most titles begin with the group's name, and need it no second time. */
function named({of: {group}, label}: AlertFact, quiet: boolean, width: number): readonly Span[] {
	const needless = width < GROUPS_FROM || label.toLowerCase().startsWith(group.toLowerCase());
	return [
		span(needless ? '' : `${group} `, quiet ? 'dim' : 'title'),
		span(label, quiet ? 'dim' : 'plain'),
	];
}

/** In four cells, as all of them have. */
function marked(fact: AlertFact, quiet: boolean): Span {
	const {word, verdict} = fact;
	return mark({word: word.slice(0, 4), verdict}, 4, quiet ? 'dim' : toneOf(fact));
}

function overRow(fact: AlertFact, width: number): Row {
	return spread(
		[mark(fact), ...named(fact, true, width)],
		[span(` ${age(fact.age ?? 0)} ago`, 'dim')],
		width,
	);
}
