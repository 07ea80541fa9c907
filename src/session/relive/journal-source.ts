import {assert, type Order, valueAt} from '../../sim/index.ts';
import {parseOrder} from '../command.ts';
import type {Journal, JournalLine} from '../journal.types.ts';
import {hear, type Run} from '../run.ts';
import type {Problem} from '../session.types.ts';
import {differenceAt, endedEarly, type Divergence} from './divergence.ts';
import type {Give, Source} from './source.ts';

/** A journal, and which of its lines comes next. */
export type JournalSource = Source & {
	readonly next: number;
	/** Another that goes on from that line. */
	from(next: number): JournalSource;
};

/** A journal as something to live along, held to every mark; a problem where its orders are not understood. */
export function journalSource(journal: Journal): JournalSource | Problem {
	const orders = ordersIn(journal);
	return 'message' in orders ? orders : along(journal, orders, 0);
}

function along(journal: Journal, orders: ReadonlyMap<number, Order>, first: number): JournalSource {
	const {lines, reached} = journal;
	let next = first;
	return {
		end: reached,
		get next() {
			return next;
		},
		from: line => along(journal, orders, line),
		meet(run, give, until) {
			const {world} = run;
			for (; next < lines.length; next++) {
				const {line} = valueAt(lines, next);
				// An order given in second `until` meets the one after it.
				if (line.at > until) return null;
				const due = line.kind === 'do' ? line.at - 1 : line.at;
				if (world.ending === null && due > world.now) return null;
				if (world.ending !== null && (due > world.now || line.kind === 'do')) {
					return endedEarly(world);
				}
				const divergence = meetLine(run, give, line, {journal, orders});
				if (divergence !== null) return divergence;
			}
			return null;
		},
	};
}

function meetLine(
	run: Run,
	give: Give,
	line: JournalLine,
	{journal, orders}: {readonly journal: Journal; readonly orders: ReadonlyMap<number, Order>},
): Divergence | null {
	switch (line.kind) {
		case 'do': {
			const order = orders.get(line.order);
			assert(order !== undefined, 'every order of a journal has been read');
			give(line.by, order);
			return null;
		}
		case 'note':
			hear(run, line.note);
			return null;
		case 'mark':
		case 'end':
			return differenceAt(line, journal, run.world);
		case 'begin':
		case 'reached':
			return null;
	}
}

function ordersIn({lines}: Journal): ReadonlyMap<number, Order> | Problem {
	const orders = new Map<number, Order>();
	for (const {number, line} of lines) {
		if (line.kind !== 'do') continue;
		const parsed = parseOrder(line.what);
		if (!parsed.ok) {
			const message = `Line ${String(number)}: ${parsed.problem.message}`;
			return {message, suggestions: []};
		}
		orders.set(line.order, parsed.order);
	}
	return orders;
}
