import type {Session} from '../../../session/index.ts';
import type {Ui} from '../../input/ui.types.ts';
import {FIRST_STEPS, type Seen, type Step} from './steps.ts';

/** Where somebody is in the first steps. */
export type Lesson = {
	/** The step that is up; undefined once all are through. */
	readonly step: Step | undefined;
	/** Its place among those of this face, from 0, and how many there are. */
	readonly at: number;
	readonly of: number;
	/** Steps that are done, and those that were done ahead, pass. */
	goOn(): void;
	pass(): void;
};

/** The steps of a run, as one face tells them. Who comes back to a run goes on behind the last one that it shows as done. */
export function createLesson(
	session: Pick<Session, 'notes' | 'forkedAt' | 'observation'>,
	ui: () => Ui | null,
	observed: () => Seen['observation'] = () => session.observation,
): Lesson {
	const isPlain = ui() === null;
	const steps = FIRST_STEPS.filter(({plain}) => !isPlain || plain !== null);
	const lasting = (): Seen => ({
		observation: observed(),
		notes: session.notes,
		wentBack: (session.forkedAt ?? null) !== null,
		ui: null,
	});
	const seen = (): Seen => ({...lasting(), ui: ui()});
	let at = 1 + steps.findLastIndex(({done}) => done(lasting()));
	return {
		get step() {
			return steps[at];
		},
		get at() {
			return at;
		},
		of: steps.length,
		goOn() {
			while (steps[at]?.done(seen()) === true) at++;
		},
		pass() {
			at++;
		},
	};
}
