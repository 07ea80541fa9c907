import {ORDERS} from '../../sim/index.ts';
import {parseOrder} from '../command.ts';
import {formOf, leversOf, measuredBy} from '../goals/index.ts';
import type {Baseline} from './baseline.ts';
import type {Spans} from './course.ts';

/** Something that was not as it should be, what could have moved it, and when somebody could have tried. */
export type Want = {
	readonly id: string;
	/** What was so, as part of a sentence. */
	readonly text: string;
	/** Forms of orders, or orders, the plainest first. */
	readonly levers: readonly string[];
	/** Seconds at which to try them, the most telling first. */
	readonly times: readonly number[];
	/** Whether the night was lost for want of it. */
	readonly needed: boolean;
};

/** How long somebody needs from the first sign to an order. */
const SEEN_SECONDS = 120;
/** How long what is well has to be so before people let go. */
const CALM_SECONDS = 600;
/** Systems that cost less than this share of the harm are no trouble of their own. */
const HARM_SHARE_MIN = 0.03;

/** All that a run left to be wanted: what it was not won for first, then what cost most, then the rest. */
export function wantsOf(baseline: Baseline): readonly Want[] {
	const {left, level, outcome} = baseline;
	const all = [
		...left.unmet.map(({id, text, metrics, orders}) =>
			wantOf(baseline, {id, text: `still open: ${text}`, metrics, orders, needed: true}),
		),
		...(left.lostBy === null
			? []
			: [
					wantOf(baseline, {
						...left.lostBy,
						id: 'lost by',
						text: 'nothing that would have prevented the loss',
						needed: true,
					}),
				]),
		...left.standing.map(({text, orders}) =>
			wantOf(baseline, {id: text, text: `left so: ${text}`, metrics: [], orders, needed: false}),
		),
		...left.harm
			.filter(({minutes}) => minutes >= HARM_SHARE_MIN * outcome.harm.total)
			.map(({id}) =>
				wantOf(baseline, {
					id: `harm.${id}`,
					text: `nothing of the kind while ${id} cost most`,
					metrics: [`harm.${id}`],
					orders: [],
					needed: false,
				}),
			),
		...left.alarmed.map(metric =>
			wantOf(baseline, {
				id: `alarm ${metric}`,
				text: 'nothing of the kind, and the alarm stood to the end',
				metrics: [metric],
				orders: [],
				needed: false,
			}),
		),
		...left.tasks.map(({id, text, metrics, orders}) =>
			wantOf(baseline, {
				id: `task ${id}`,
				text: `not done: ${text}`,
				metrics,
				orders,
				needed: false,
			}),
		),
	];
	return all.filter(({levers, times}) => levers.length > 0 && times.some(at => at < level.limit));
}

type Asked = Pick<Want, 'id' | 'text' | 'needed'> & {
	readonly metrics: readonly string[];
	readonly orders: readonly string[];
};

function wantOf(baseline: Baseline, {id, text, metrics, orders, needed}: Asked): Want {
	const measured = metrics.flatMap(measuredBy);
	const levers = [...new Set([...orders.flatMap(formsOf), ...measured.flatMap(leversOf)])];
	return {id, text, levers, needed, times: timesOf(baseline, id, measured)};
}

/** Forms of the grammar that an order, a form or the beginning of one may mean. */
export function formsOf(words: string): readonly string[] {
	if (parseOrder(words).ok) return [words];
	return Object.values(ORDERS)
		.map(formOf)
		.filter(form => form === words || form.startsWith(`${words} `));
}

/**
 * When somebody could have tried: at the first sign of it; once nothing else was in the way; half way to the end. Where
 * it shows no sign of its own, as soon as anybody could.
 */
function timesOf(baseline: Baseline, id: string, measured: readonly string[]): readonly number[] {
	const {course, level, recorded, outcome} = baseline;
	const first = level.takeover + 60;
	const end = outcome.ended?.at ?? recorded.until;
	const signs = [
		...measured.flatMap(metric => course.bad[metric] ?? []),
		...(course.open[id] ?? []),
	].map(({from}) => from);
	const sign = signs.length === 0 ? first : Math.min(...signs) + SEEN_SECONDS;
	const clear = othersOpenUntil(course.open, id, end);
	const times = [sign, ...(clear === null ? [] : [clear + CALM_SECONDS]), (sign + end) / 2, first];
	const whole = times.map(at => 60 * Math.ceil(Math.max(first, at) / 60));
	return [...new Set(whole)].filter(at => at < end);
}

/** Until when anything else was open that closed before the end; null where something did not, or nothing was. */
function othersOpenUntil(open: Spans, id: string, end: number): number | null {
	const last = Object.entries(open)
		.filter(([other]) => other !== id && !other.startsWith('for-'))
		.map(([, spans]) => spans.at(-1)?.until ?? 0)
		.filter(until => until < end - CALM_SECONDS);
	return last.length === 0 ? null : Math.max(...last);
}
