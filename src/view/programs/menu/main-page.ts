import type {MenuData} from './menu.types.ts';
import {lengthWords} from './difficulty.ts';
import type {Item, ListPage} from './page.types.ts';
import {reachedWords} from './run-pages.ts';

/** The first page: what one most likely wants stands first, and the cursor on it. */
export function mainPage(data: MenuData): ListPage {
	const items = [goOn(data), tutorial(data), ...places(data), LEAVE];
	return {
		kind: 'list',
		title: 'Menu',
		items: items.filter(item => item !== undefined),
		empty: '',
	};
}

function goOn({runs}: MenuData): Item | undefined {
	const run = runs.findIndex(({outcome, outlived}) => outcome === 'left' && !outlived);
	const left = runs[run];
	if (left === undefined) return undefined;
	return {
		label: 'Resume',
		note: `${left.level}, ${reachedWords(left)}`,
		about: `The run you left: ${left.level}, seed ${left.seed}, ${reachedWords(left)}, last played ${left.played}.`,
		does: {choose: {do: 'go-on', run}},
	};
}

function tutorial({levels}: MenuData): Item | undefined {
	const level = levels.find(({kind}) => kind === 'tutorial');
	if (level === undefined) return undefined;
	return {
		label: 'First steps',
		note: level.best === '' ? `${lengthWords(level)}, begin here` : level.best,
		about: level.summary,
		does: {choose: {do: 'play', level: level.id}},
	};
}

function places({levels, runs, today, settings, texts, reviews}: MenuData): readonly Item[] {
	const ladder = levels.filter(isRung).length;
	const drills = levels.filter(({kind}) => kind === 'drill' || kind === 'sandbox').length;
	const rows: readonly (Item | false)[] = [
		{
			label: 'Levels…',
			note: String(ladder),
			about: 'The ladder, from one panel to the whole of October 20 and its exam.',
			does: {open: {at: 'levels'}},
		},
		drills > 0 && {
			label: 'Drills…',
			note: String(drills),
			about: 'One part of the day by itself, and the sandbox.',
			does: {open: {at: 'drills'}},
		},
		{
			label: 'Daily…',
			note: today,
			about: 'A level with the seed that everyone has today (UTC).',
			does: {open: {at: 'daily'}},
		},
		{
			label: 'Enter a seed…',
			note: '',
			about: 'A level with another seed: another night.',
			does: {open: {at: 'seeds'}},
		},
		{
			label: 'Runs…',
			note: String(runs.length),
			about: 'Every run is on disk as it happens. Resume one, or look at what came of it.',
			does: {open: {at: 'runs'}},
		},
		reviews.kept > 0 && {
			label: 'Review',
			note: `${String(reviews.due)} due`,
			about: 'Your own most costly decisions, a minute each, when they are due.',
			does: {choose: {do: 'review'}},
		},
		settings.length > 0 && {
			label: 'Settings…',
			note: '',
			about: 'Colours, graphs, length, and what else the screen does.',
			does: {open: {at: 'settings'}},
		},
		texts.length > 0 && {
			label: 'Docs…',
			note: '',
			about: 'The runbooks as they were that night, and what happened then.',
			does: {open: {at: 'read'}},
		},
	];
	return rows.filter(row => row !== false);
}

const LEAVE: Item = {label: 'Quit', note: '', about: 'Everything is saved.', does: {leave: true}};

/** Levels of the ladder, and the exam at its end. */
export function isRung({kind}: {readonly kind: MenuData['levels'][number]['kind']}): boolean {
	return kind === 'ladder' || kind === 'exam';
}
