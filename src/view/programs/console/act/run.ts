import type {Observation} from '../../../../observe/index.ts';
import {NEXT_SECONDS_MAX} from '../../../../session/index.ts';
import type {Ui} from '../../../input/ui.types.ts';

/** To the next event; a pause is taken up again there. */
export function runToNext(ui: Ui, observation: Observation): Ui {
	const until = observation.now + NEXT_SECONDS_MAX;
	return running(ui, until, true);
}

/** To a second, whatever happens on the way. */
export function runUntil(ui: Ui, until: number): Ui {
	return running(ui, until, false);
}

function running(ui: Ui, until: number, stopsAtNews: boolean): Ui {
	return {...ui, paused: false, skip: {until, stopsAtNews, pausesAfter: ui.paused}};
}

/** Stops time, a run to somewhere with it, or lets it run again. Stops count in an exam. */
export function stoppedOrNot(ui: Ui): Ui {
	const paused = ui.skip !== null || !ui.paused;
	const counted = paused && ui.stops !== null ? {...ui.stops, count: ui.stops.count + 1} : ui.stops;
	return {...ui, paused, skip: null, stops: counted};
}
