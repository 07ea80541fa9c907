import type {Debrief} from '../../../../session/index.ts';
import {coordination, formalMethods, rootCause, swissCheese} from './cause-lessons.ts';
import type {Lesson, LessonId} from './lesson.types.ts';
import {
	alwaysDegraded,
	controlLoops,
	hindsight,
	layerZero,
	metastability,
} from './state-lessons.ts';

const LESSONS: Readonly<Record<LessonId, (debrief: Debrief) => Lesson | null>> = {
	'swiss-cheese': swissCheese,
	'root-cause': rootCause,
	'control-loops': controlLoops,
	metastability,
	'always-degraded': alwaysDegraded,
	hindsight,
	'layer-zero': layerZero,
	coordination,
	'formal-methods': formalMethods,
};

/** What this run can teach beside its decisions; nothing while its answers are kept back. */
export function lessonsOf(debrief: Debrief): readonly Lesson[] {
	if (debrief.withheld) return [];
	return Object.values(LESSONS).flatMap(lesson => lesson(debrief) ?? []);
}

export {craftWords, judgedValue} from './alarm-craft.ts';
export {feedbackWords, loopsToTell, quietLoops} from './loops.ts';
export type {Lesson, LessonId} from './lesson.types.ts';
export {PROBED, probeSum, probeWords} from './probes.ts';
export {servicesWords} from './systems-hit.ts';
