import type {Observation} from '../../../observe/index.ts';
import type {Session} from '../../../session/index.ts';
import {runTo} from '../../do/run-to.ts';
import {arrivals, asksDecision} from '../../say/queue.ts';
import {arrived} from './news.ts';
import {faded} from './flash.ts';
import {inSight} from '../../input/inbox/index.ts';
import {cooled, speedOf} from './time/index.ts';
import type {Skip, Ui} from '../../input/ui.types.ts';

/** A laptop that slept does not owe the drill a night: no frame counts for more. */
const FRAME_SECONDS_MAX = 0.5;
/** How far one frame of a run to the next event goes, so that the screen goes on moving. */
const SKIP_FRAME_SECONDS = 120;

export type ConsoleClock = {
	/** Lets real seconds pass at the speed of the screen; `seen` takes in what was lived. */
	live(ui: Ui, seconds: number, observation: Observation, seen: (ui: Ui) => Ui): Ui;
};

/** Turns real seconds into simulated ones. */
export function createClock(session: Session): ConsoleClock {
	/** Simulated time owed, less than a second. */
	let owed = 0;

	/** Runs a frame further, with the same seconds as every other way of playing would live. */
	function run(ui: Ui, skip: Skip, seen: (ui: Ui) => Ui): Ui {
		const came = runTo(session, skip, session.now + SKIP_FRAME_SECONDS);
		const next = seen(ui);
		if (came === 'until' && session.now < skip.until && !session.ended) return next;
		if (session.ended) return next;
		const there = {...next, skip: null, paused: next.paused || skip.pausesAfter};
		if (skip.to === 'second') return there;
		const asking =
			skip.to === 'decision' ? arrivals(skip.from, session.observation).filter(asksDecision) : [];
		return arrived(there, {came: came !== 'until', to: skip.to, meets: skip.meets, asking});
	}

	return {
		live(ui, seconds, observation, seen) {
			// Time is the room's: what was lived elsewhere is taken in.
			if (observation.room !== null) {
				const there = {...faded(ui), inbox: inSight(ui.inbox, seconds)};
				return session.observation === observation ? there : seen(there);
			}
			const speed = speedOf(ui);
			if (speed === 0 || observation.ended !== null)
				return stopped(faded(ui), seconds, observation);
			if (ui.skip !== null) return run(ui, ui.skip, seen);
			const real = Math.min(seconds, FRAME_SECONDS_MAX);
			owed += real * speed;
			const whole = Math.floor(owed);
			owed -= whole;
			const cooler = {...cooled(ui, real), inbox: inSight(ui.inbox, real)};
			if (whole === 0) return faded(cooler);
			session.advance(whole);
			return seen(cooler);
		},
	};
}

/** In an exam, seconds in which the player keeps time from running are counted. */
function stopped(ui: Ui, seconds: number, observation: Observation): Ui {
	if (ui.stops === null || ui.stage !== 'playing' || observation.ended !== null) return ui;
	return {...ui, stops: {...ui.stops, seconds: ui.stops.seconds + seconds}};
}
