/** What the site brings of our levels, in one file that the build makes of the folder `levels`. */
export type ShelfFile = {
	readonly levels: readonly LevelFile[];
	readonly runbooks: readonly {readonly id: string; readonly text: string}[];
};

export type LevelFile = {
	readonly id: string;
	/** `level.yaml` as data. */
	readonly file: unknown;
	readonly briefing: string;
	readonly debrief: string;
	/** Orders of its scripted players, by their names. */
	readonly players: Readonly<Record<string, string>>;
	readonly reference: unknown;
};
