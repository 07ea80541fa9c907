import {clock} from '../debrief/candidate.ts';
import {ordersUnder} from '../relive/change.ts';
import type {Change} from '../relive/change.ts';
import type {GivenOrder, RecordedRun} from '../relive/recorded-run.ts';
import type {Outcome} from '../debrief/debrief.types.ts';
import type {Baseline} from '../debrief/baseline.ts';
import {mattered, savedBy, type Trial} from '../debrief/ranking.ts';
import type {Findings} from '../debrief/search-state.ts';
import {TRACE_SECONDS} from '../relive/traces.ts';

/** A costly decision of a run, to be taken once more from shortly before it. Plain data: it is kept for weeks. */
export type Drill = {
	/** The journal's name and the change's: the same decision is one drill, however often it is inputs. */
	readonly id: string;
	/** The journal's file name, without its folder. */
	readonly journal: string;
	readonly level: string;
	readonly title: string;
	/** When it begins on the clock of that night, `HH:MM`. */
	readonly clock: string;
	/** Seconds: where it begins, until when orders count, and until when harm is measured. */
	readonly from: number;
	readonly until: number;
	readonly measured: number;
	/** What was done then, and what would have been better; the second is told afterwards. */
	readonly did: string;
	readonly other: string;
	readonly change: Change;
};

/** Long enough to look around, short enough for a minute of play. */
const BEFORE_SECONDS = 120;
const WINDOW_SECONDS = 900;

/** The drills that a debrief leaves behind: one for each decision that it tells. */
export function drillsOf(
	baseline: Baseline,
	{trials}: Pick<Findings, 'trials'>,
	journal: string,
): readonly Drill[] {
	return mattered(baseline, trials).flatMap((each): readonly Drill[] => {
		const {candidate} = each;
		const from = beginOf(baseline, candidate.change);
		const until = Math.min(baseline.recorded.until, from + WINDOW_SECONDS);
		const measured = measuredUntil(baseline, each, until);
		if (measured === null) return [];
		return [
			{
				id: `${journal}: ${candidate.id}`,
				journal,
				level: baseline.level.id,
				title: baseline.level.title,
				clock: clock(baseline, from),
				...{from, until, measured},
				did: candidate.did,
				other: candidate.other,
				change: candidate.change,
			},
		];
	});
}

/** What had been ordered when a drill begins, with whoever has to be on the call by then. */
export function ordersBefore(recorded: RecordedRun, {change, from}: Drill): readonly GivenOrder[] {
	return ordersUnder(recorded, change).filter(({at}) => at <= from);
}

/** Two minutes before anything is different. Pages come half an hour before: they are given. */
function beginOf({recorded, level}: Baseline, {leaveOut, move, add}: Change): number {
	const orderOf = (number: number) => recorded.orders.find(({order}) => order === number);
	const touched = [
		...leaveOut.map(orderOf),
		...move.map(({order, at}) => ({words: orderOf(order)?.words ?? '', at})),
		...move.map(({order}) => orderOf(order)),
		...add,
	];
	const times = touched.flatMap(order =>
		order === undefined || order.words.startsWith('page ') ? [] : [order.at],
	);
	return Math.max(level.takeover, Math.min(...times) - BEFORE_SECONDS);
}

const HORIZON_MINUTES = [30, 60, 120, 240];
const CLEAR_SHARE = 0.1;
const CLEAR_MINUTES = 2;

/** As soon as the better way has clearly cost less; null where it never has. */
function measuredUntil(baseline: Baseline, trial: Trial, until: number): number | null {
	const {outcome, recorded} = baseline;
	const turns = trial.outcome.ended?.won === true && outcome.ended?.won !== true;
	if (turns) return recorded.until;
	for (const minutes of HORIZON_MINUTES) {
		const at = until + 60 * minutes;
		if (at >= recorded.until) break;
		const cost = harmAt(outcome, at) - harmAt(outcome, until);
		const saved = harmAt(outcome, at) - harmAt(trial.outcome, at);
		if (saved >= Math.max(CLEAR_MINUTES, CLEAR_SHARE * cost)) return at;
	}
	return savedBy(outcome, trial) >= CLEAR_MINUTES ? recorded.until : null;
}

function harmAt({traces, harm}: Outcome, at: number): number {
	return traces['harm']?.[Math.floor(at / TRACE_SECONDS)] ?? harm.total;
}
