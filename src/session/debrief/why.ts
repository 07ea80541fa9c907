import {specOf, valueAt} from '../../sim/index.ts';
import {parseOrder} from '../command.ts';
import {TRACE_SECONDS, TRACES, type Trace} from '../relive/traces.ts';
import type {Baseline} from './baseline.ts';
import type {Candidate} from './candidate.ts';
import type {Outcome} from './debrief.types.ts';
import type {Alarm, LookBack} from './look-back.ts';

/** One link of the chain from what was changed to what it saved: where it came to differ most. */
export type Link = {
	readonly id: string;
	readonly label: string;
	readonly unit: Trace['unit'];
	/** When it first clearly differed, and when most. */
	readonly from: number;
	readonly at: number;
	/** In the run, and with the change. */
	readonly was: number;
	readonly would: number;
};

/** What counts as different, by unit. */
const LEAST: Readonly<Record<Trace['unit'], number>> = {
	share: 0.1,
	seconds: 60,
	minutes: Infinity,
	'per-second': Infinity,
};
const LINKS_MAX = 4;

/** What differs between two nights, in the order in which it came to. */
export function chainOf(base: Outcome, changed: Outcome): readonly Link[] {
	return TRACES.flatMap(({id, label, unit}): readonly Link[] => {
		const [was = [], would = []] = [base.traces[id], changed.traces[id]];
		const points = Math.min(was.length, would.length);
		const differs = Array.from({length: points}, (_, index) =>
			Math.abs(valueAt(was, index) - valueAt(would, index)),
		);
		const first = differs.findIndex(by => by >= LEAST[unit]);
		if (first === -1) return [];
		const most = differs.indexOf(Math.max(...differs));
		const at = most * TRACE_SECONDS;
		const from = first * TRACE_SECONDS;
		return [{id, label, unit, from, at, was: valueAt(was, most), would: valueAt(would, most)}];
	})
		.sort((a, b) => a.from - b.from)
		.slice(0, LINKS_MAX);
}

/** What could be seen of it by then, and where; empty where nothing had alarmed yet. */
export type Seen = {
	readonly before: readonly Alarm[];
	/** The first alarm of it that came later, where there was none before. */
	readonly after: Alarm | null;
};

const SEEN_MAX = 2;

/** Alarms on what the changed orders move, what they are for before what hangs on it: those that stood by then. */
export function seenBy({recorded}: Baseline, {change, at}: Candidate, {alarms}: LookBack): Seen {
	const words = [
		...change.add.map(order => order.words),
		...recorded.orders
			.filter(
				({order}) =>
					change.leaveOut.includes(order) || change.move.some(each => each.order === order),
			)
			.map(order => order.words),
	];
	const moved = words.flatMap(movedBy);
	const about = alarms
		.filter(({metric}) => moved.includes(metric))
		.sort((a, b) => moved.indexOf(a.metric) - moved.indexOf(b.metric) || a.at - b.at);
	const before = about.filter(alarm => alarm.at <= at);
	const [later = null] = about.filter(alarm => alarm.at > at).sort((a, b) => a.at - b.at);
	return {before: before.slice(0, SEEN_MAX), after: before.length > 0 ? null : later};
}

function movedBy(words: string): readonly string[] {
	const parsed = parseOrder(words);
	return parsed.ok ? (specOf(parsed.order).moves ?? []) : [];
}
