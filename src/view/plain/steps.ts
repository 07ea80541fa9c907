import type {Session} from '../../session/index.ts';
import {createLesson, LAST_WORDS} from '../programs/tutorial/index.ts';

/** Tells the step that is up, once for each; nothing where none is new. */
export type Steps = () => readonly string[];

/** The first steps of a run that is read out. */
export function tellSteps(session: Session): Steps {
	const lesson = createLesson(session, () => null);
	let told = -1;
	return () => {
		lesson.goOn();
		const {step, at, of} = lesson;
		if (at === told) return [];
		told = at;
		return step === undefined
			? [`STEPS done. ${LAST_WORDS.plain}`]
			: [`STEP ${String(at + 1)} of ${String(of)}: ${step.plain ?? step.screen}`];
	};
}
