import type {Observation, OrderReport} from '../../../observe/index.ts';
import {clockAt, duration} from '../../say/measure.ts';
import type {Panel, Row, Size, Span, Tone} from '../screen.types.ts';
import {clean, span, spread, wrap} from '../text.ts';
import type {Ui} from '../../input/ui.types.ts';
import {nothingPasses, passes} from './shown.ts';

export const ORDER_STATES: Readonly<
	Record<OrderReport['state'], {readonly mark: string; readonly tone: Tone}>
> = {
	waiting: {mark: '○ WAITS  ', tone: 'warn'},
	running: {mark: '► RUNNING', tone: 'warn'},
	done: {mark: '✔ DONE   ', tone: 'good'},
	failed: {mark: '✗ FAILED ', tone: 'bad'},
	refused: {mark: '✗ REFUSED', tone: 'bad'},
};

/** As far back as one would scroll. */
const ORDERS_SHOWN = 60;

/** Newest first: what was ordered, how long it still takes, what it did, and what a look brought back. */
export function ordersPanel(observation: Observation, ui: Ui, size: Size): Panel {
	const running = observation.orders.filter(({state}) => state === 'running').length;
	const newest = observation.orders
		.filter(order => passes(ui.filters.orders, textOf(order)))
		.slice(-ORDERS_SHOWN)
		.reverse();
	return {
		title: 'Orders and results',
		note: running === 0 ? '' : `${String(running)} running`,
		rows:
			newest.length === 0
				? [nothingRow(ui.filters.orders)]
				: newest.flatMap(order => rowsOf(order, observation, size.columns)),
		anchor: 'top',
	};
}

function textOf({state, text, by, message}: OrderReport): string {
	return `${ORDER_STATES[state].mark} ${text} ${by} ${message}`;
}

function nothingRow(filter: string): Row {
	if (filter !== '') return nothingPasses(filter);
	return [span('No order yet. Press : and Tab to see what can be ordered.', 'dim')];
}

function rowsOf(order: OrderReport, observation: Observation, width: number): readonly Row[] {
	const {mark, tone} = ORDER_STATES[order.state];
	const when = clockAt(observation, order.at);
	const head: Span[] = [
		span(`${mark} `, tone),
		span(`${when.slice(0, 5)} `, 'dim'),
		span(clean(order.text), 'title'),
	];
	const left =
		order.state === 'running'
			? ` ${duration(order.due - observation.now)} left`
			: ` ${clean(order.by)}`;
	const rows: Row[] = [
		spread(head, [span(left, order.state === 'running' ? 'warn' : 'dim')], width),
	];
	const message = clean(order.message);
	// What a look brought back says more than that it was done.
	if (message !== '' && (order.lines.length === 0 || order.state !== 'done')) {
		for (const part of wrap(message, width - 2))
			rows.push([span(`  ${part}`, order.state === 'done' ? 'plain' : tone)]);
	}
	for (const line of order.lines) rows.push([span(`  ${clean(line)}`, 'calm')]);
	return rows;
}

/** What an order came to, in one line. */
export function summaryOf(order: OrderReport, now: number): string {
	if (order.state === 'running') return `${duration(order.due - now)} left`;
	const found = order.state === 'done' ? order.lines[0] : undefined;
	return clean(found ?? order.message);
}
