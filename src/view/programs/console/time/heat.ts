import type {Ui} from '../../../input/ui.types.ts';
import {FASTEST, TEMPOS} from './speeds.ts';

/** Something happened that deserves thought: time falls by itself, unless the player wants otherwise. */
export function warmed(ui: Ui, why: string): Ui {
	if (!ui.slows || ui.heat?.own === true) return ui;
	const {hot, heatSeconds} = TEMPOS[ui.length];
	if (ui.pace <= hot) return ui;
	return {...ui, heat: {pace: hot, secondsLeft: heatSeconds, why, own: false}};
}

/** Real seconds later, while time ran. When heat has passed, time rises again by itself. */
export function cooled(ui: Ui, seconds: number): Ui {
	if (ui.heat === null) return ui;
	const secondsLeft = ui.heat.secondsLeft - seconds;
	return {...ui, heat: secondsLeft <= 0 ? null : {...ui.heat, secondsLeft}};
}

/** The player's own faster or slower: over hot time while it is hot, over quiet time otherwise. */
export function paced(ui: Ui, step: 1 | -1): Ui {
	const free = {...ui, skip: null, cap: null, paused: step > 0 ? false : ui.paused};
	if (ui.heat === null) return {...free, pace: clamped(ui.pace + step)};
	const pace = clamped(ui.heat.pace + step);
	return {...free, heat: pace >= ui.pace ? null : {...ui.heat, pace, own: true}};
}

function clamped(pace: number): number {
	return Math.max(0, Math.min(FASTEST, pace));
}
