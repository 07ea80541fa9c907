import type {Recorder} from '../../relive/relive.ts';
import {CONTROLLERS} from './controllers.ts';
import type {Loop} from './night.types.ts';
import {joined, noting} from './stretches.ts';

/** Shorter breaks are not seen in a picture of a night. */
const BREAK_SECONDS = 300;

/** Notes of every loop, a sample at a time, whether what it goes by is so. */
export function controlLoops(everySeconds: number): {
	readonly record: Recorder;
	readonly told: () => readonly Loop[];
} {
	const all = CONTROLLERS.map(controller => ({
		controller,
		wrong: noting(everySeconds),
		late: noting(everySeconds),
		byHand: noting(everySeconds),
		most: 0,
	}));
	return {
		record: ({world}) => {
			for (const loop of all) {
				const {isByHand, isWrong, isLate, came, goesOn = false} = loop.controller;
				const byHand = isByHand(world);
				const acts = goesOn || !byHand;
				const wrong = acts && isWrong(world);
				loop.byHand.note(byHand, world.now);
				loop.wrong.note(wrong, world.now);
				loop.late.note(acts && !wrong && isLate(world), world.now);
				loop.most = Math.max(loop.most, came(world));
			}
		},
		told: () =>
			all.map(({controller, wrong, late, byHand, most}): Loop => {
				const {id, name, senses, believes, does, really, cameWords} = controller;
				return {
					...{id, name, senses, believes, does, really},
					came: cameWords(most),
					wrong: joined(wrong.spans, BREAK_SECONDS),
					late: joined(late.spans, BREAK_SECONDS),
					byHand: joined(byHand.spans, BREAK_SECONDS),
				};
			}),
	};
}
