import type {Level} from '../../level/index.ts';
import {assert} from '../../sim/index.ts';
import type {GivenOrder, RecordedRun} from '../relive/recorded-run.ts';
import type {Outcome} from '../debrief/debrief.types.ts';
import {createBaseline, whatIf} from '../debrief/baseline.ts';
import {TRACE_SECONDS} from '../relive/traces.ts';
import {givenSource} from '../relive/source.ts';
import {open, type JournalledSession, type OpenOptions} from '../session.ts';
import {ordersBefore, type Drill} from './drill.ts';

/** A run of its own, brought to where a drill begins. */
export function openDrill(
	level: Level,
	recorded: RecordedRun,
	drill: Drill,
	options: OpenOptions,
): JournalledSession {
	const {seed, switches, parameters} = recorded;
	const session = open(level, {...options, seed, switches, parameters});
	session.follow(givenSource(ordersBefore(recorded, drill)), drill.from);
	return session;
}

/** What a try came to: minutes of harm from the drill's beginning to where it is measured. */
type Trial = {
	readonly then: number;
	readonly now: number;
	readonly better: number;
	readonly success: boolean;
};

/** Half of what was to be had is clearly better than before. */
const SUCCESS_SHARE = 0.5;

/** Holds the orders of a try against what was done then, and against the better way. */
export function judgeTry(
	level: Level,
	wholeNight: RecordedRun,
	drill: Drill,
	given: readonly GivenOrder[],
): Trial {
	const baseline = createBaseline(level, {...wholeNight, until: drill.measured});
	const before = baseline.outcome.traces['harm']?.[Math.floor(drill.from / TRACE_SECONDS)] ?? 0;
	const harmOf = ({harm}: Outcome) => harm.total - before;
	const better = whatIf(baseline, drill.change);
	const now = whatIf(baseline, changeOf(wholeNight, drill, given));
	assert(better !== null && now !== null, 'what is drilled was once lived');
	const harm = {then: harmOf(baseline.outcome), now: harmOf(now), better: harmOf(better)};
	return {...harm, success: succeeds(harm, baseline.outcome, now)};
}

function succeeds(
	{then, now, better}: Omit<Trial, 'success'>,
	outcomeThen: Outcome,
	outcomeNow: Outcome,
): boolean {
	const won = outcomeNow.ended?.won === true;
	if (outcomeThen.ended?.won !== true && won) return true;
	const saved = then - now;
	return saved > 0 && saved >= SUCCESS_SHARE * (then - better);
}

/** The better way, but for the minutes in which the player decided: those are theirs. */
function changeOf(
	{orders}: RecordedRun,
	{change, from, until}: Drill,
	given: readonly GivenOrder[],
): Drill['change'] {
	const inside = (at: number) => at > from && at <= until;
	const own = orders.filter(({at}) => inside(at)).map(({order}) => order);
	return {
		...change,
		leaveOut: [...new Set([...change.leaveOut, ...own])],
		move: change.move.filter(({order, at}) => !inside(at) && !own.includes(order)),
		add: [
			...change.add.filter(({at}) => !inside(at)),
			...given.map(({at, words}) => ({at, words})),
		],
	};
}
