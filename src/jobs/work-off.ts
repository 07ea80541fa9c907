import os from 'node:os';
import type {Hand, Job, Outcome, Runner, Trades} from './job.types.ts';
import {threadHand} from './thread.ts';

/** So long at most for all of them together: a level from outside may be slow on purpose. */
const ALL_MILLISECONDS_MAX = 30 * 60_000;
/** Many jobs may take longer; so long each. */
const EACH_MILLISECONDS_MAX = 36_000;
const THREADS_MAX = 8;

/** Threads of this process, one a core where nothing else is said. */
export function onThreads(main: URL, count = threadsHere()): Runner {
	return byHands(count, () => threadHand(main));
}

export function threadsHere(): number {
	return Math.min(THREADS_MAX, os.availableParallelism());
}

/** In this very thread, so many at a time: for work that waits for somebody else. */
export function inPlace(trades: Trades, count: number): Runner {
	return byHands(count, () => handInPlace(trades));
}

function handInPlace(trades: Trades): Hand {
	return {
		async do({brief, asked}) {
			const trade = trades[brief.kind];
			if (trade === undefined) throw new Error(`Nobody here does ${brief.kind}.`);
			return {ok: true, answer: await trade(brief.data as never)(asked as never)};
		},
		end: () => Promise.resolve(),
	};
}

/** Hands that take the next job as soon as they are free. */
function byHands(count: number, newHand: () => Hand): Runner {
	return async (jobs, hear) => {
		let waiting = [...jobs];
		const budget = Math.max(ALL_MILLISECONDS_MAX, EACH_MILLISECONDS_MAX * jobs.length);
		const closes = performance.now() + budget;
		const hands = Array.from({length: Math.min(count, jobs.length)}, newHand);
		const work = async (hand: Hand) => {
			for (let job = waiting.shift(); job !== undefined; job = waiting.shift()) {
				const {brief}: Job = job;
				const outcome = performance.now() > closes ? NO_TIME : await hand.do(job);
				hear(job, outcome);
				// Of what is caught in itself no more is begun.
				if (!outcome.ok && outcome.isEnough === true)
					waiting = waiting.filter(other => other.brief !== brief);
			}
		};
		try {
			await Promise.all(hands.map(work));
		} finally {
			waiting = [];
			await Promise.all(hands.map(hand => hand.end()));
		}
	};
}

const NO_TIME: Outcome = {
	ok: false,
	why: 'all runs together took longer than they may',
	isEnough: true,
};
