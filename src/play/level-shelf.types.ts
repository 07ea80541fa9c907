import type {Level} from '../level/index.ts';

/** Our levels and prose as one value: what a page, which has no folders, is brought of them. */
export type LevelShelf = {
	readonly levels: readonly LevelFile[];
	/** `roles.yaml` as data: how people share any level. */
	readonly roles: unknown;
	readonly runbooks: readonly {readonly id: string; readonly text: string}[];
	readonly lessons: readonly {readonly id: string; readonly text: string}[];
};

export type LevelFile = {
	readonly id: string;
	readonly level: Level;
	readonly briefing: string;
	readonly debrief: string;
	/** Orders of its scripted players, by their names. */
	readonly players: Readonly<Record<string, string>>;
	readonly reference: unknown;
};
