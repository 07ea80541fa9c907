import type {Observation, OrderReport} from '../../../observe/index.ts';
import {fact} from '../fact.ts';
import type {Fact, Facts, Sight} from '../fact.types.ts';
import {passing} from '../filter.ts';
import {clockAt, duration} from '../measure.ts';

const STATES = {
	waiting: {word: 'WAITS', verdict: 'warn'},
	running: {word: 'RUNNING', verdict: 'warn'},
	done: {word: 'DONE', verdict: 'ok'},
	failed: {word: 'FAILED', verdict: 'crit'},
	refused: {word: 'REFUSED', verdict: 'crit'},
} as const;

/** As far back as one would scroll. */
const ORDERS_SHOWN = 60;

/** An order, when it was given, and what it came to in one line. */
export type OrderOf = Pick<OrderReport, 'state' | 'by' | 'message' | 'lines'> & {
	readonly when: string;
	readonly summary: string;
};

/** Newest first: what was ordered, how long it still takes, what it did, and what a look brought back. */
export function ordersFacts(observation: Observation, {filter, most = ORDERS_SHOWN}: Sight) {
	const running = observation.orders.filter(({state}) => state === 'running').length;
	const told = filter === '' ? observation.orders.slice(-most) : observation.orders;
	const facts = passing(
		filter,
		told.map(order => orderFact(observation, order)),
	)
		.slice(-most)
		.reverse();
	return {
		title: 'Orders and results',
		note: running === 0 ? '' : `${String(running)} running`,
		groups: {orders: {facts}},
		emptied: filter !== '' && facts.length === 0,
	} satisfies Facts;
}

/** What an order came to. */
export function orderFact(observation: Observation, raw: OrderReport): Fact<OrderOf> {
	const {state, at, due, text: label, by, message, lines} = raw;
	const when = clockAt(observation, at);
	const left = state === 'running' ? `${duration(due - observation.now)} left` : '';
	const found = state === 'done' ? lines[0] : undefined;
	const summary = state === 'running' ? left : (found ?? message);
	const {word, verdict} = STATES[state];
	return fact(
		{
			id: String(raw.order),
			label,
			value: summary,
			word,
			verdict,
			age: observation.now - at,
			of: {state, by, message, lines, when, summary},
		},
		() => {
			const said = lines.length > 0 && state === 'done' ? '' : ` ${message}`;
			return `${word} ${when} ${label}, by ${by}${state === 'running' ? `, ${left}` : ''}.${said}`.trimEnd();
		},
	);
}
