import {advanceToNews, type Session} from '../../session/index.ts';
import {arrivals, asksDecision, RANKS} from '../say/queue.ts';
import type {RunTo} from './run-to.types.ts';

/** How often one looks whether there is something to decide that is no news to the run: a value that crossed its limit. */
const LOOK_SECONDS = 10;

/** Lets time run to a second, or to what stops it before. */
export function runTo(
	session: Session,
	{until, to}: {readonly until: number; readonly to: RunTo},
): 'news' | 'decision' | 'until' | 'ended' {
	if (to === 'news') return advanceToNews(session, until);
	if (to === 'decision') return runToDecision(session, until);
	session.advance(Math.max(0, until - session.now));
	return session.ended ? 'ended' : 'until';
}

/** What comes within two minutes is decided together, but for what came to nothing and for the end. */
const TOGETHER_SECONDS = 120;

function runToDecision(session: Session, until: number): 'decision' | 'until' | 'ended' {
	const began = session.now;
	let before = session.observation;
	let asked = false;
	for (;;) {
		if (session.ended) return 'ended';
		if (session.now >= until) return asked ? 'decision' : 'until';
		advanceToNews(session, Math.min(until, session.now + LOOK_SECONDS));
		const after = session.observation;
		const came = arrivals(before, after);
		asked ||= came.some(asksDecision);
		const presses = came.some(({rank}) => rank <= RANKS.refused);
		if (asked && (presses || after.now - began >= TOGETHER_SECONDS)) {
			return hasEnded(session) ? 'ended' : 'decision';
		}
		before = after;
	}
}

function hasEnded({ended}: Session): boolean {
	return ended;
}
