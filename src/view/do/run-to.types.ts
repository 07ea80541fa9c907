/** What stops a run before its second comes: nothing, whatever is news, or what asks for a decision. */
export type RunTo = 'second' | 'news' | 'decision';
