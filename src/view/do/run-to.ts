import {advanceToNews, type Session} from '../../session/index.ts';
import {arrivals, asksDecision} from '../say/queue.ts';
import {RANKS, type QueueItem} from '../say/queue-item.ts';
import type {Observation} from '../../observe/index.ts';
import type {Running} from './run-to.types.ts';

/** How often one looks whether there is something to decide that is no news to the run: a value that crossed its limit. */
const LOOK_SECONDS = 10;
/** What comes within two minutes is decided together, but for what came to nothing and for the end. */
const TOGETHER_SECONDS = 120;
/** What only wants to be read is not worth a stop of its own each time. */
const TOLD_TOGETHER_SECONDS = 60;

export type Stopped = 'news' | 'decision' | 'until' | 'ended';

/** Lets time run to a second, or to what stops it before; no further than `pause`, from where it goes on as if it had not stopped. */
export function runTo(session: Session, running: Running, pause = Infinity): Stopped {
	const until = Math.min(running.until, pause);
	if (running.to === 'news') return runToNews(session, running.from, until);
	if (running.to === 'decision') return runToDecision(session, running.from, until);
	session.advance(Math.max(0, until - session.now));
	return session.ended ? 'ended' : 'until';
}

/** At once to what is worth stopping for; what else came, and presses nobody, is read a minute's worth at a time. */
function runToNews(session: Session, from: Observation, until: number): Stopped {
	for (;;) {
		const look = nextLook(session, from);
		const came = advanceToNews(session, Math.min(until, look));
		if (came !== 'until' || session.now >= until) return came;
		if (session.now - from.now < TOLD_TOGETHER_SECONDS) continue;
		if (arrivals(from, session.observation).some(isTold)) return 'news';
	}
}

/** Worse than it was, a ticket, what somebody said: not that something is well again, nor what oneself has done. */
function isTold({id, rank, word}: QueueItem): boolean {
	return rank !== RANKS.told || word === 'WARN' || word === 'TICKET' || id.startsWith('chat ');
}

function nextLook({now}: Session, from: Observation): number {
	return now + LOOK_SECONDS - ((now - from.now) % LOOK_SECONDS);
}

/** What has come since then and still is so is decided upon: what came and went asks nobody. */
function runToDecision(session: Session, from: Observation, until: number): Stopped {
	for (;;) {
		if (session.ended) return 'ended';
		if (session.now >= until) return 'until';
		const look = nextLook(session, from);
		const came = advanceToNews(session, Math.min(until, look));
		if (came === 'until' && session.now < look) return 'until';
		const asking = arrivals(from, session.observation).filter(asksDecision);
		if (isWhole(asking, from, session.observation)) return hasEnded(session) ? 'ended' : 'decision';
	}
}

/** Whether it is time to stop for what asks: at once for what presses, else once what comes with it is there. */
function isWhole(
	asking: readonly QueueItem[],
	from: Observation,
	{now, orders, teams}: Observation,
): boolean {
	if (asking.some(({rank}) => rank <= RANKS.refused)) return true;
	const isLastIn = teams.every(({state}) => state !== 'paged');
	if (isLastIn && asking.some(({rank}) => rank === RANKS.call)) return true;
	if (asking.length === 0 || now - from.now < TOGETHER_SECONDS) return false;
	const until = Math.min(...asking.map(({at}) => at)) + TOGETHER_SECONDS;
	if (now >= until || !asking.every(isExpected)) return true;
	const isDue = orders.some(({state, due}) => state === 'running' && due <= until);
	return !isDue && asking.every(({rank}) => rank === RANKS.done);
}

/** What one has asked for oneself, by an order or a page: more of it is on its way. */
function isExpected({rank, tone}: QueueItem): boolean {
	return rank === RANKS.done || rank === RANKS.call || (rank === RANKS.asks && tone === 'plain');
}

function hasEnded({ended}: Session): boolean {
	return ended;
}
