import {keysIn, withKeys} from '../../input/keys/index.ts';
import type {Keymap} from '../../input/ui.types.ts';
import {levelPage, seedLevels} from './level-pages.ts';
import {mainPage} from './main-page.ts';
import type {MenuData} from './menu.types.ts';
import type {FieldPage, ListPage, Page, PageId} from './page.types.ts';
import {runPage, runsPage} from './run-pages.ts';

/** What stands on a page, made from the data whenever it is asked for. */
export function pageOf(id: PageId, data: MenuData): Page {
	switch (id.at) {
		case 'main':
			return mainPage(data);
		case 'levels':
		case 'drills':
			return levelPage(id.at, data);
		case 'daily':
		case 'seeds':
			return seedLevels(id.at, data);
		case 'seed':
		case 'from':
		case 'commitment':
			return fieldPage(id);
		case 'runs':
			return runsPage(data);
		case 'run':
			return runPage(id.run, data);
		case 'settings':
			return settingsPage(data);
		case 'read':
			return readPage(data);
		case 'text': {
			const found = data.texts.find(text => text.id === id.text);
			return {kind: 'text', title: found?.title ?? '', text: found?.text ?? ''};
		}
		case 'keys':
			return {kind: 'text', title: 'Keys', text: keysText(data.keymap)};
	}
}

const SEED_MAX = 40;
const TIME_MAX = 8;
const COMMITMENT_MAX = 200;

function fieldPage(id: Extract<PageId, {at: 'seed' | 'from' | 'commitment'}>): FieldPage {
	switch (id.at) {
		case 'seed':
			return {
				kind: 'field',
				title: 'Seed',
				label: 'seed',
				text: 'Any word or number. The same seed is the same night for everyone; a seed that does not produce the level moves on to the next one that does.',
				lacks: 'Type a word or a number first.',
				lengthMax: SEED_MAX,
				choice: seed => ({do: 'seed', level: id.level, seed}),
			};
		case 'from':
			return {
				kind: 'field',
				title: 'Retry from',
				label: 'time',
				text: 'A time of day of this run, HH:MM or HH:MM:SS, PDT or with UTC behind it. Up to then it is as you played it; from then on it is yours again, as a new run.',
				lacks: 'Type a time of day first, such as 01:30.',
				lengthMax: TIME_MAX,
				choice: time => ({do: 'from', run: id.run, time}),
			};
		case 'commitment':
			return {
				kind: 'field',
				title: 'Commitment',
				label: 'next time',
				text: 'One thing to do differently. It is shown before your next run begins.',
				lacks: 'Write a few words first.',
				lengthMax: COMMITMENT_MAX,
				choice: text => ({do: 'commit', run: id.run, text}),
			};
	}
}

/** What is chosen takes its next value, so that nothing can be typed wrong. */
function settingsPage({settings, keymap}: MenuData): ListPage {
	const items = settings.map(({name, value, values, what}) => ({
		label: name,
		note: value,
		about: `${what} Values: ${values.join(', ')}. ${withKeys('{menuChoose} picks the next one.', keymap)}`,
		does: {
			choose: {
				do: 'set' as const,
				name,
				value: values[(values.indexOf(value) + 1) % values.length] ?? value,
			},
		},
	}));
	return {kind: 'list', title: 'Settings', items, empty: 'There is nothing to set.'};
}

function readPage({texts, keymap}: MenuData): ListPage {
	const opens = withKeys(
		'{menuChoose} opens it. In the console, {command}read opens the same.',
		keymap,
	);
	const items = texts.map(({id, title, sealed}) => ({
		label: title,
		note: sealed === null ? '' : 'sealed',
		about: sealed ?? opens,
		does: sealed === null ? {open: {at: 'text' as const, text: id}} : {not: sealed},
	}));
	return {kind: 'list', title: 'Docs', items, empty: 'There is nothing to read.'};
}

function keysText(keymap: Keymap): string {
	return [
		'# In the menu',
		...[...keysIn('menu', keymap), ...keysIn('everywhere', keymap)]
			.filter(({shown}) => shown !== '')
			.map(({shown, help}) => `- \`${shown}\` ${help}`),
		'',
		withKeys('In the console, `{help}` shows the keys of the console.', keymap),
	].join('\n');
}
