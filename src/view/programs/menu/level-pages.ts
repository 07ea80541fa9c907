import {difficulty, dialLines, lengthWords} from './difficulty.ts';
import {isRung} from './main-page.ts';
import type {LevelCard, MenuData} from './menu.types.ts';
import type {Deed, Item, ListPage} from './page.types.ts';

const TITLES = {
	levels: 'Levels',
	drills: 'Drills',
	daily: 'Daily',
	seeds: 'Enter a seed for…',
} as const;

/** Levels of the ladder, or those beside it. */
export function levelPage(which: 'levels' | 'drills', {levels}: MenuData): ListPage {
	const shown = levels.filter(level =>
		which === 'levels' ? isRung(level) : level.kind === 'drill' || level.kind === 'sandbox',
	);
	return list(which, shown, level => ({choose: {do: 'play', level: level.id}}));
}

/** Levels that can be played with today's seed, or with one of the player's own. */
export function seedLevels(which: 'daily' | 'seeds', {levels}: MenuData): ListPage {
	const shown = levels.filter(({kind}) => kind !== 'tutorial');
	return list(which, shown, ({id}) =>
		which === 'daily' ? {choose: {do: 'daily', level: id}} : {open: {at: 'seed', level: id}},
	);
}

function list(
	which: keyof typeof TITLES,
	levels: readonly LevelCard[],
	does: (level: LevelCard) => Deed,
): ListPage {
	const items = levels.map(level => itemOf(level, does(level)));
	return {kind: 'list', title: TITLES[which], items, empty: 'There are no levels here.'};
}

function itemOf(level: LevelCard, does: Deed): Item {
	const rung = level.ladder === null ? '' : `L${String(level.ladder)}`.padEnd(5);
	const length = lengthWords(level).replace('about ', '');
	const note = [difficulty(level), length, level.best].filter(word => word !== '');
	return {
		label: `${rung}${level.title}`,
		note: note.join(', '),
		about: [level.summary, ...dialLines(level)].join('\n'),
		does,
	};
}
