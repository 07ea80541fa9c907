import type {Shelf} from '../../../observe/index.ts';
import type {Fact} from '../../say/fact.types.ts';
import type {AlertFact, alertFacts, FloodOf} from '../../say/facts/alerts.ts';
import {age} from '../../say/measure.ts';
import {mark, toneOf} from '../mark.ts';
import type {Row, Span} from '../screen.types.ts';
import {left, right, rowWidth, span, spread, widthOf} from '../text.ts';
import {draft, put, type Draft, type Draw} from './drawn.ts';
import {emptiedRow} from './shown.ts';

/** One line a group; alone on the screen, each of its alerts with what it fired on as well. */
export const alertsPanel: Draw<typeof alertFacts> = ({groups, emptied}, ui, {columns, rows}) => {
	const {standing, floods, shelves, over} = groups;
	const drawn = draft();
	const filter = ui.filters.alerts;
	if (emptied) drawn.rows.push(emptiedRow(ui, filter));
	else if (standing.facts.length === 0 && filter === '') {
		drawn.rows.push([span('● OK   nothing is alarming', 'dim')]);
	} else {
		const isOpened = ui.full && ui.focus === 'alerts';
		for (const fact of floods.facts) addFlood(drawn, fact, columns, isOpened);
	}
	for (const fact of shelves.facts) put(drawn, fact, shelfRow(fact, columns));
	addOver(drawn, over.facts, columns, rows);
	return drawn;
};

function addFlood(drawn: Draft, fact: Fact<FloodOf>, width: number, isOpened: boolean): void {
	put(drawn, fact, floodRow(fact, width));
	if (!isOpened) return;
	for (const alert of fact.of.alerts) put(drawn, alert, alertRow(alert, width));
}

/** From this width on a row says what it counts, and how many alerts stand for it. */
const ROOMY = 50;
const WIDE = 76;
const NAME_CELLS = 16;
const SHORTEST_CELLS = 8;

/** Its name, its value now, and how long the oldest has stood; the number of its alerts where there is room. */
function floodRow(fact: Fact<FloodOf>, width: number): Row {
	const {name, short, said, counts, tally, escalated, open, alerts} = fact.of;
	const isTaken = open === 0;
	const roomy = width >= ROOMY;
	const wide = width >= WIDE;
	const state = isTaken ? 'ack' : escalated ? (wide ? '2nd on-call' : '2nd') : '';
	const end = [
		span(state === '' ? '' : ` ${state}`, 'dim'),
		span(age(fact.age ?? 0).padStart(roomy ? 7 : 5), 'dim'),
	];
	const head = mark({word: fact.word, verdict: fact.verdict}, 6, isTaken ? 'dim' : toneOf(fact));
	const tone = isTaken ? 'dim' : 'plain';
	if (roomy) {
		const some = open < alerts.length && open > 0 ? `, ${String(open)} open` : '';
		const cells = said === '' ? 18 : 7;
		return spread(
			[
				head,
				span(`${left(name, NAME_CELLS)} `, tone),
				span(right(said === '' ? counts : said, cells), isTaken ? 'dim' : toneOf(fact)),
				span(said === '' ? '' : ` ${left(counts, 10)}`, 'dim'),
				span(wide ? `   ${tally}${some}` : '', 'dim'),
			],
			end,
			width,
		);
	}
	const told = said === '' ? counts : said;
	const value = right(told, Math.max(7, widthOf(told)));
	const cells = width - widthOf(head.text) - widthOf(value) - 1;
	// Of a name at least its short form stays; whether the second on-call is paged goes before that.
	const ending = cells - rowWidth(end) >= SHORTEST_CELLS ? end : end.slice(-1);
	const room = Math.max(SHORTEST_CELLS, Math.min(NAME_CELLS, cells - rowWidth(ending)));
	return spread(
		[
			head,
			span(`${left(widthOf(name) <= room ? name : short, room)} `, tone),
			span(value, isTaken ? 'dim' : toneOf(fact)),
		],
		ending,
		width,
	);
}

/** What it fired on, and when. */
function alertRow(fact: AlertFact, width: number): Row {
	const {acknowledgedBy: by, escalated} = fact.of;
	const roomy = width >= ROOMY;
	const stood = escalated ? (roomy ? ' 2nd on-call' : ' 2nd') : '';
	const state = by === null ? stood : roomy ? ` ack ${by}` : ' ack';
	return spread(
		[span('  '), mark(fact, 6, 'dim'), span(fact.label, by === null ? 'plain' : 'dim')],
		[span(state, 'dim'), span(age(fact.age ?? 0).padStart(roomy ? 7 : 5), 'dim')],
		width,
	);
}

/** What was put out of sight, and what it hides: the one alert that matters may be in it. */
function shelfRow(fact: Fact<Shelf>, width: number): Row {
	const {hides, by, until, at} = fact.of;
	const words = hides === 0 ? 'hides none now' : `hides ${String(hides)}`;
	const whose = width >= ROOMY ? `, by ${by}` : '';
	const back = until - at - (fact.age ?? 0);
	return spread(
		[mark(fact), span(`${fact.label} `), span(words, hides === 0 ? 'dim' : 'warn')],
		[span(`${whose} back in ${age(back)}`, 'dim')],
		width,
	);
}

/** What is over stands with its title where that fits whole; the rest is counted. */
function addOver(drawn: Draft, over: readonly AlertFact[], width: number, rows: number): void {
	const fits = (fact: AlertFact) =>
		widthOf(mark(fact, 8).text) + widthOf(fact.label) + widthOf(ago(fact).text) <= width;
	const free = rows - drawn.rows.length;
	const many = over.length <= free ? over.length : Math.max(0, free - 1);
	const whole = over.slice(0, many).every(fits) ? many : 0;
	for (const fact of over.slice(0, whole)) {
		drawn.rows.push(spread([mark(fact, 8), span(fact.label, 'dim')], [ago(fact)], width));
	}
	const [last] = over.slice(whole);
	if (last === undefined) return;
	const start = `○ RESOLVED ${String(over.length - whole)}${whole === 0 ? '' : ' more'}, last`;
	const room = width - widthOf(start) - widthOf(ago(last).text);
	const told = [`: ${last.label}`, `: ${last.of.group}`, ''].find(each => widthOf(each) <= room);
	drawn.rows.push(spread([span(`${start}${told ?? ''}`, 'dim')], [ago(last)], width));
}

function ago({age: seconds}: AlertFact): Span {
	return span(` ${age(seconds ?? 0)} ago`, 'dim');
}
