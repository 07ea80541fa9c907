import {advanceToNews, NEXT_SECONDS_MAX} from '../../session/index.ts';
import {nextTickAt} from '../do/clock-time.ts';
import {happened} from '../say/happenings.ts';
import type {Answer} from './plain.types.ts';
import {resultLines} from './result.ts';
import {say, type PlainState} from './state.ts';
import {tell, tellTime} from './tell.ts';

/** `next`: on to the second that brings news, or half an hour on. */
export function runToNews(state: PlainState): Answer {
	const {session} = state;
	return run(state, () => {
		const stopped = advanceToNews(session, session.now + NEXT_SECONDS_MAX);
		return stopped === 'until' ? 'Nothing happened for half an hour; next looks further.' : '';
	});
}

/** `wait`: so many minutes, whatever happens. */
export function runMinutes(state: PlainState, minutes: number): Answer {
	return run(state, () => {
		state.session.advance(minutes * 60);
		return '';
	});
}

/** `until`: on to a time of day. */
export function runUntil(state: PlainState, time: string): Answer {
	const tick = nextTickAt(state.observation, time);
	if (tick === null) return say(`“${time}” is not a time: until 02:30, on the clock of 24 hours.`);
	return run(state, () => {
		state.session.advance(tick - state.session.now);
		return '';
	});
}

/** A laptop that slept does not owe the drill a night. */
const LIVE_SECONDS_MAX = 0.5;

/** `go`: real seconds pass; it ends by itself at news. */
export function runLive(state: PlainState, seconds: number): Answer {
	const {session, speed, observation} = state;
	if (speed === null) return say();
	state.owed += Math.min(seconds, LIVE_SECONDS_MAX) * speed;
	const whole = Math.floor(state.owed);
	state.owed -= whole;
	if (whole === 0 || advanceToNews(session, session.now + whole) === 'until') return say();
	return settle(state, observation, '');
}

/** The next line came while time ran by itself. */
export function halt(state: PlainState): Answer {
	return settle(state, state.observation, '');
}

function run(state: PlainState, pass: () => string): Answer {
	const {session, observation} = state;
	if (session.ended) return say('The run has ended; quit leaves it.');
	return settle(state, observation, pass());
}

/** Time stands still again: what came about since is told, newest first. */
function settle(state: PlainState, before: PlainState['observation'], otherwise: string): Answer {
	state.speed = null;
	state.owed = 0;
	const after = state.session.observation;
	state.observation = after;
	state.given = Math.max(state.given, after.orders.at(-1)?.order ?? 0);
	state.happenings = happened(before, after);
	const told = tell(state.happenings, after);
	const nothing = otherwise === '' ? 'Nothing happened.' : otherwise;
	return say(
		tellTime(after, after.now - before.now),
		...(told.length === 0 ? [nothing] : told),
		...(after.ended !== null && before.ended === null ? resultLines(state.session.result()) : []),
	);
}
