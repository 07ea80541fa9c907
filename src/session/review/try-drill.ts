import type {Level} from '../../level/index.ts';
import type {GivenOrder, Lived, Outcome} from '../debrief/debrief.types.ts';
import {createLife, whatIf} from '../debrief/baseline.ts';
import {TRACE_SECONDS} from '../relive/traces.ts';
import {open, type JournalledSession, type OpenOptions} from '../session.ts';
import {ordersBefore, type Drill} from './drill.ts';

/** A run of its own, brought to where a drill begins. */
export function openDrill(
	level: Level,
	lived: Lived,
	drill: Drill,
	options: OpenOptions,
): JournalledSession {
	const {seed, switches, parameters} = lived;
	const session = open(level, {...options, seed, switches, parameters});
	for (const {by, at, words} of ordersBefore(lived, drill)) {
		session.advance(Math.max(0, at - 1 - session.now));
		session.attempt(by, words);
	}
	session.advance(drill.from - session.now);
	return session;
}

/** What a try came to: minutes of harm from the drill's beginning to where it is measured. */
type Tried = {
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
	wholeNight: Lived,
	drill: Drill,
	given: readonly GivenOrder[],
): Tried {
	const life = createLife(level, {...wholeNight, until: drill.measured});
	const before = life.outcome.traces['harm']?.[Math.floor(drill.from / TRACE_SECONDS)] ?? 0;
	const harmOf = ({harm}: Outcome) => harm.total - before;
	const better = whatIf(life, drill.change);
	const now = whatIf(life, changeOf(wholeNight, drill, given));
	const harm = {then: harmOf(life.outcome), now: harmOf(now), better: harmOf(better)};
	return {...harm, success: succeeds(harm, life.outcome, now)};
}

function succeeds(
	{then, now, better}: Omit<Tried, 'success'>,
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
	{orders}: Lived,
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
