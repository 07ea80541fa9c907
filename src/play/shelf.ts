import type {MenuData} from '../view/programs/menu/index.ts';
import type {Desk, House} from './house.types.ts';
import {dayOf, dueReviews, SETTING_NAMES, SETTINGS, spoken, type Glance} from './kept/index.ts';
import {ownKeymap} from './own-keymap.ts';
import {runCards} from './run-cards.ts';

/** What the menu shows, and the journals behind its runs, in the same order. */
export type Shelf = {
	readonly data: MenuData;
	readonly runs: readonly Glance[];
	/** Why the runs cannot be shown, in a sentence, where they cannot. */
	readonly trouble: string | undefined;
};

/** Reads what the menu shows: first and last lines of journals, compiled levels, texts. */
export async function readShelf(house: House, desk: Desk): Promise<Shelf> {
	const {runs, trouble} = await house.glances();
	const levels = await house.levelCards(runs);
	const now = new Date();
	const {reviews, commitment} = await house.profile();
	return {
		runs,
		trouble: trouble === undefined ? undefined : `The saves cannot be read: ${trouble}.`,
		data: {
			version: house.versions.game,
			today: now.toISOString().slice(0, 10),
			levels,
			runs: await runCards(runs, levels, now),
			settings: SETTING_NAMES.map(name => ({
				...SETTINGS[name],
				name: spoken(name),
				value: desk.settings[name],
			})),
			texts: house.texts(levels, runs),
			reviews: {kept: reviews.length, due: dueReviews(reviews, dayOf(now)).length},
			commitment,
			inPage: desk.place === 'page',
			graphs: desk.looks.graphs,
			keymap: ownKeymap(desk),
		},
	};
}
