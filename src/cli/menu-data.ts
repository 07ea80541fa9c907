import {
	dayOf,
	dueReviews,
	glanceAtRuns,
	profileOf,
	provenEnds,
	SETTING_NAMES,
	SETTINGS,
	spoken,
	type Glance,
} from '../saves/glance/index.ts';
import type {MenuData} from '../view/programs/menu/index.ts';
import type {Desk} from './desk.ts';
import {levelCards} from './level-cards.ts';
import {ownKeymap} from './own-keymap.ts';
import {packageRoot, versionOf} from './package-root.ts';
import {runCards} from './run-cards.ts';
import {textsToRead} from './texts-to-read.ts';

/** What the menu shows, and the files behind its runs, in the same order. */
export type Shelf = {
	readonly data: MenuData;
	readonly runs: readonly Glance[];
	/** Why the runs cannot be shown, in a sentence, where they cannot. */
	readonly trouble: string | undefined;
};

/** Reads what the menu shows: first and last lines of journals, compiled levels, texts. */
export async function readShelf(desk: Desk): Promise<Shelf> {
	const {runs, trouble} = glanceAtRuns(desk.folder, provenEnds(desk.state));
	const levels = await levelCards(runs);
	const now = new Date();
	const {reviews} = profileOf(desk.state);
	return {
		runs,
		trouble: trouble === undefined ? undefined : `The saves cannot be read: ${trouble}.`,
		data: {
			version: versionOf(packageRoot()),
			today: now.toISOString().slice(0, 10),
			levels,
			runs: await runCards(runs, levels, now),
			settings: SETTING_NAMES.map(name => ({
				...SETTINGS[name],
				name: spoken(name),
				value: desk.settings[name],
			})),
			texts: textsToRead(levels, runs),
			reviews: {kept: reviews.length, due: dueReviews(reviews, dayOf(now)).length},
			graphs: desk.looks.graphs,
			keymap: ownKeymap(desk),
		},
	};
}
