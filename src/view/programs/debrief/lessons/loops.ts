import type {Debrief, Loop} from '../../../../session/index.ts';
import {inMinutes, stretchesWords, totalSeconds} from './words.ts';

/** Loops in which something was not so, or somebody took a hand: those of others are told by their names alone. */
export function loopsToTell({night: {loops}}: Debrief): readonly Loop[] {
	return loops.filter(({wrong, late, byHand}) => wrong.length + late.length + byHand.length > 0);
}

export function quietLoops({night: {loops}}: Debrief): readonly string[] {
	return loops
		.filter(({wrong, late, byHand}) => wrong.length + late.length + byHand.length === 0)
		.map(({name}) => name);
}

/** How its feedback was, over the run: `false 115 min (23:49 to 01:44); late 22 min (...); by hand ...`. */
export function feedbackWords(debrief: Debrief, {wrong, late, byHand}: Loop): string {
	const parts = [
		['false', wrong],
		['late', late],
		['in somebody’s hands', byHand],
	] as const;
	const words = parts
		.filter(([, stretches]) => stretches.length > 0)
		.map(
			([how, stretches]) =>
				`${how} for ${inMinutes(totalSeconds(stretches))} (${stretchesWords(debrief, stretches)})`,
		);
	return words.join('; ');
}
