/** Letters by which the answers of a question go. */
export const PROBE_LETTERS = ['a', 'b', 'c', 'd'] as const;
/** What is answered by whoever does not know. */
export const UNSURE = '-';
export const PROBE_QUESTIONS = 3;

/** Questions about the situation that wait for answers, while time stands and panels are blank. */
export type ProbeSeen = {
	readonly at: number;
	readonly questions: readonly {readonly ask: string; readonly options: readonly string[]}[];
};
