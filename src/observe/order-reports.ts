import {castOf, isOrderIn, valueAt} from '../sim/index.ts';
import type {OrderRecord, World} from '../sim/index.ts';
import {dig, digLines} from './answers.ts';
import type {Board} from './dashboard.ts';
import {isLapsed, reportOf} from './inspection-report.ts';
import {remember, type Inspections} from './inspections.ts';
import type {Answer, OrderReport} from './observation.types.ts';
import type {Pipeline} from './pipeline.ts';

const ORDERS_MAX = 2_000;
const REPORTS_MAX = 300;
const ANSWERS_MAX = 8;

/** What a look brought back. */
type Report = {
	readonly order: number;
	readonly lines: readonly string[];
	/** Its tool was shut when it would have answered. */
	readonly lapsed: boolean;
};

/** What is known of the orders on record, and what their looks brought back. */
export type OrderReports = {
	news: number;
	readonly answers: Answer[];
	readonly inspections: Inspections;
	readonly reports: Report[];
	/** Orders on record that have been seen, and the places of those still running. */
	ordersSeen: number;
	readonly running: number[];
	readonly board: Board;
	readonly pipeline: Pipeline;
};

export function ordersOf(observer: OrderReports, world: World): readonly OrderReport[] {
	const reports = new Map(observer.reports.map(report => [report.order, report]));
	return world.orders
		.slice(-ORDERS_MAX)
		.filter(record => isTold(record, world))
		.map(record => reportedAs(record, reports.get(record.number)));
}

/** What others do to what is none of the cast is their affair. */
function isTold({number, order}: OrderRecord, world: World): boolean {
	return number > 0 || isOrderIn(order, castOf(world));
}

const NO_REPORT: Pick<Report, 'lines' | 'lapsed'> = {lines: [], lapsed: false};

/** The same report again while nothing of it has changed: whoever draws it has drawn it before. */
function reportedAs(record: OrderRecord, report: Report | undefined): OrderReport {
	const known = KNOWN.get(record);
	const {number: order, by, words: text, at, due, message} = record;
	const {lines, lapsed} = report ?? NO_REPORT;
	const state = lapsed ? 'failed' : record.state;
	if (
		known?.state === state &&
		known.due === due &&
		known.message === message &&
		known.lines === lines
	) {
		return known;
	}
	const told: OrderReport = {order, by, text, at, due, state, message, lines};
	KNOWN.set(record, told);
	return told;
}

const KNOWN = new WeakMap<OrderRecord, OrderReport>();

export function followOrders(observer: OrderReports, world: World): void {
	const {running} = observer;
	for (; observer.ordersSeen < world.orders.length; observer.ordersSeen++) {
		running.push(observer.ordersSeen);
	}
	for (let index = 0; index < running.length;) {
		const record = valueAt(world.orders, valueAt(running, index));
		if (record.state === 'running') {
			index += 1;
			continue;
		}
		running.splice(index, 1);
		if (!isTold(record, world)) continue;
		observer.news += 1;
		if (record.state === 'done') bringBack(observer, record, world);
	}
}

/** Writes down what a look shows, at the moment it is done. */
function bringBack(observer: OrderReports, record: OrderRecord, world: World): void {
	const {order} = record;
	const lines =
		order.id === 'dig'
			? digAnswers(observer, record, world)
			: reportOf(order, world, observer.board, observer.pipeline);
	if (lines === null) return;
	const lapsed = isLapsed(order, world);
	if (!lapsed) remember(observer.inspections, order, world);
	observer.reports.push({order: record.number, lines, lapsed});
	if (observer.reports.length > REPORTS_MAX) observer.reports.shift();
}

function digAnswers(observer: OrderReports, record: OrderRecord, world: World): readonly string[] {
	const fresh = dig(record.order, world);
	const others = observer.answers.filter(
		old => !fresh.some(({name, type}) => name === old.name && type === old.type),
	);
	observer.answers.splice(0, observer.answers.length, ...fresh, ...others.slice(0, ANSWERS_MAX));
	return fresh.flatMap(digLines);
}
