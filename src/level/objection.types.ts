/** What is wrong in a level that its schema cannot say, and where it stands. */
export type Objection = {
	readonly path: readonly (string | number)[];
	readonly message: string;
	readonly suggestions: readonly string[];
};
