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
		title: 'Commands and results',
		note: running === 0 ? '' : `${String(running)} running`,
		groups: {orders: {facts}},
		emptied: filter !== '' && facts.length === 0,
	} satisfies Facts;
}

/** What an order came to. */
export function orderFact(observation: Observation, raw: OrderReport): Fact<OrderOf> {
	const {state, at, text: label} = raw;
	const of = orderOf(observation, raw);
	const {word, verdict} = STATES[state];
	return fact(
		{
			id: String(raw.order),
			label,
			value: of.summary,
			word,
			verdict,
			age: observation.now - at,
			of,
		},
		() => {
			const {by, message, lines, when} = of;
			const said = lines.length > 0 && state === 'done' ? '' : ` ${message}`;
			const left = state === 'running' ? `, ${of.summary}` : '';
			return `${word} ${when} ${label}, by ${by}${left}.${said}`.trimEnd();
		},
	);
}

/** What came of an order stays as it is: the same is handed out again. */
function orderOf(observation: Observation, raw: OrderReport): OrderOf {
	const known = KNOWN.get(raw);
	if (known !== undefined) return known;
	const {state, at, due, by, message, lines} = raw;
	const when = clockAt(observation, at);
	if (state === 'running') {
		const summary = `${duration(due - observation.now)} left`;
		return {state, by, message, lines, when, summary};
	}
	const found = state === 'done' ? lines[0] : undefined;
	const of = {state, by, message, lines, when, summary: found ?? message};
	KNOWN.set(raw, of);
	return of;
}

const KNOWN = new WeakMap<OrderReport, OrderOf>();
