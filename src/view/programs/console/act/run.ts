import type {Running} from '../../../do/run-to.types.ts';
import {leftBehind} from '../../../input/inbox/index.ts';
import type {Ui} from '../../../input/ui.types.ts';

/** Runs to a second, or to the news before it; a pause is taken up again there. */
export function running(ui: Ui, run: Running): Ui {
	return {
		...ui,
		paused: false,
		inbox: leftBehind(ui.inbox),
		skip: {...run, pausesAfter: ui.skip?.pausesAfter ?? ui.paused},
	};
}

/** Stops time, a run to somewhere with it, or lets it run again. Stops count in an exam. */
export function stoppedOrNot(ui: Ui): Ui {
	const paused = ui.skip !== null || !ui.paused;
	const counted = paused && ui.stops !== null ? {...ui.stops, count: ui.stops.count + 1} : ui.stops;
	return {...ui, paused, skip: null, stops: counted};
}
