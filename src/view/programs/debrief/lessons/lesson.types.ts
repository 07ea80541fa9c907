/** What a run can teach beside its decisions. Each has a page of its name to read: `read swiss-cheese`. */
export const LESSON_IDS = [
	'swiss-cheese',
	'root-cause',
	'control-loops',
	'metastability',
	'always-degraded',
	'hindsight',
	'layer-zero',
	'coordination',
	'formal-methods',
] as const;
export type LessonId = (typeof LESSON_IDS)[number];

export type Lesson = {
	readonly id: LessonId;
	readonly title: string;
	/** What it says of every run. */
	readonly idea: string;
	/** What it says of this one: sentences, worked out from the run. */
	readonly here: readonly string[];
	/** For whoever leads a debrief. */
	readonly ask: string;
};
