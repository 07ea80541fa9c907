import {SYSTEMS, verdictOf} from '../../../observe/index.ts';
import type {Observation} from '../../../observe/index.ts';
import type {Session} from '../../../session/index.ts';
import {withKeys} from '../../input/keys/index.ts';
import {flash} from './flash.ts';
import type {Ui} from '../../input/ui.types.ts';

/** Real seconds without a key, while something is critical, after which a hint is offered. */
const IDLE_SECONDS = 75;

export type HintOffer = {
	/** A key was pressed: somebody is at work. */
	pressed(): void;
	/** Real seconds in which time ran. */
	ran(ui: Ui, seconds: number, observation: Observation): Ui;
};

/** Offers a hint once to somebody who seems stuck. It is never given unasked, and not offered where it counts. */
export function createHintOffer({hints}: Pick<Session, 'hints'>): HintOffer {
	let idle = 0;
	let offered = false;
	return {
		pressed() {
			idle = 0;
		},
		ran(ui, seconds, observation) {
			if (offered || ui.readOnly || ui.stops !== null || !isHot(observation)) return ui;
			idle += seconds;
			if (idle < IDLE_SECONDS || ui.flash !== null || hints().length === 0) return ui;
			offered = true;
			return flash(
				ui,
				'warn',
				withKeys('Stuck? {command}hint says where to look, never what to do.', ui.keymap),
			);
		},
	};
}

function isHot(observation: Observation): boolean {
	return SYSTEMS.some(system => verdictOf(system, observation.metrics) === 'crit');
}
