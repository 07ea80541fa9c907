import {asAscii} from '../../screen/glyphs.ts';
import type {Program} from '../program.types.ts';
import {openText, pasteOn, readOn} from '../reader/index.ts';
import {bindingIn, withKeys, type IdOf} from '../../input/keys/index.ts';
import {askedEverywhere} from '../everywhere.ts';
import type {Size} from '../../screen/screen.types.ts';
import {pasted, written} from '../../input/text-input.ts';
import type {Ask, Key, Keymap} from '../../input/ui.types.ts';
import {choiceWords} from './choice.ts';
import type {MenuData} from './menu.types.ts';
import {menuScreen} from './menu-screen.ts';
import {placeOf, shownItems, withPlace, type MenuState, type Place} from './menu-state.ts';
import type {Deed, FieldPage, Item, ListPage, PageId} from './page.types.ts';
import {pageOf} from './page.ts';

/** The menu: shown again with newer data, it stands where it stood. */
export type Menu = Program & {
	/** Takes newer data, and what there is to say about it. */
	renew(data: MenuData, said?: string): void;
	/** Goes to what can be done with a run, and stands on the likely next step. */
	showRun(run: number): void;
	/** Stands on a level, on the page where it is or else on the one that lists it. */
	showLevel(level: string): void;
};

const FILTER_MAX = 40;
const NOTHING: readonly Ask[] = [];

export function createMenu(data: MenuData, said = ''): Menu {
	let state: MenuState = {
		trail: [placeAt({at: 'main'}, data)],
		filtering: false,
		draft: '',
		caret: 0,
		said,
	};
	return {
		asks: 'reading',
		renew(newer, sentence = '') {
			data = newer;
			state = {...state, said: sentence, filtering: false};
		},
		showRun(run) {
			const main = placeAt({at: 'main'}, data);
			const id: PageId = {at: 'run', run};
			state = {...state, trail: [main, placeAt(id, data)]};
		},
		showLevel(level) {
			state = standingOn(level, state, data);
		},
		press(key, size) {
			const [next, asks] = pressed(state, key, size, data);
			state = next;
			return asks;
		},
		paste(text) {
			state = pastedInto(state, text, data);
		},
		frame() {
			// Nothing here moves by itself.
		},
		present(size) {
			const screen = menuScreen(state, data, size);
			return data.graphs === 'ascii' ? asAscii(screen) : screen;
		},
	};
}

function placeAt(id: PageId, data: MenuData): Place {
	const page = pageOf(id, data);
	const reading = page.kind === 'text' ? openText(page.title, page.text) : null;
	return {id, cursor: 0, filter: '', reading};
}

const LISTS = ['main', 'levels', 'drills'] as const;

/** Where somebody comes back to from a level: what they do next is with that one. */
function standingOn(level: string, state: MenuState, data: MenuData): MenuState {
	const here = placeOf(state);
	const {id} = here;
	if (id.at === 'run' && data.runs[id.run]?.levelId === level) return state;
	const found = onLevel(here, level, data);
	if (found !== null) return withPlace(state, found);
	const main = placeAt({at: 'main'}, data);
	for (const at of LISTS) {
		const place = onLevel(placeAt({at}, data), level, data);
		if (place !== null) return {...state, trail: at === 'main' ? [place] : [main, place]};
	}
	return state;
}

/** A place with the cursor on a level; null where it has none of it. */
function onLevel(place: Place, level: string, data: MenuData): Place | null {
	const page = pageOf(place.id, data);
	if (page.kind !== 'list') return null;
	const cursor = shownItems(page, place.filter).findIndex(({does}) => levelOf(does) === level);
	return cursor < 0 ? null : {...place, cursor};
}

function levelOf(does: Deed): string | null {
	if ('choose' in does && 'level' in does.choose) return does.choose.level;
	return 'open' in does && does.open.at === 'seed' ? does.open.level : null;
}

type Reaction = readonly [MenuState, readonly Ask[]];

/** One key: where one is then, and what it asks of the shell. */
function pressed(before: MenuState, key: Key, size: Size, data: MenuData): Reaction {
	const state = {...before, said: ''};
	const place = placeOf(state);
	const {keymap} = data;
	const asks = askedEverywhere(keymap, key);
	if (asks !== null) return [state, asks];
	if (state.filtering) return [filtered(state, key, keymap), NOTHING];
	if (place.reading !== null) {
		const reading = readOn(place.reading, key, textRoom(size), keymap);
		return [reading === null ? stepBack(state, keymap) : withPlace(state, {reading}), NOTHING];
	}
	const page = pageOf(place.id, data);
	if (page.kind === 'field') return typed(state, key, page, keymap);
	const id = bindingIn(keymap, 'menu', key);
	if (page.kind === 'text' || id === null) return [state, NOTHING];
	return act(state, id, page, data);
}

function act(state: MenuState, id: IdOf<'menu'>, page: ListPage, data: MenuData): Reaction {
	const items = shownItems(page, placeOf(state).filter);
	const cursor = Math.min(placeOf(state).cursor, items.length - 1);
	const to = (index: number): Reaction => [
		withPlace(state, {cursor: Math.max(0, Math.min(items.length - 1, index))}),
		NOTHING,
	];
	switch (id) {
		case 'menuChoose':
			return choose(state, items[cursor], data);
		case 'menuDown':
			return to(cursor + 1);
		case 'menuUp':
			return to(cursor - 1);
		case 'menuPageDown':
			return to(cursor + 10);
		case 'menuPageUp':
			return to(cursor - 10);
		case 'menuFirst':
			return to(0);
		case 'menuLast':
			return to(items.length - 1);
		case 'menuFilter':
			return [{...withPlace(state, {filter: '', cursor: 0}), filtering: true, caret: 0}, NOTHING];
		case 'menuBack':
			return [stepBack(state, data.keymap), NOTHING];
		case 'menuWrite':
			return page.beside === undefined
				? [state, NOTHING]
				: [opened(state, {at: 'commitment', run: page.beside.run}, data), NOTHING];
		case 'menuKeys':
			return [opened(state, {at: 'keys'}, data), NOTHING];
		case 'menuQuit':
			return [state, [{type: 'leave', how: 'quit'}]];
	}
}

function choose(state: MenuState, item: Item | undefined, data: MenuData): Reaction {
	if (item === undefined) return [state, NOTHING];
	const {does} = item;
	if ('open' in does) return [opened(state, does.open, data), NOTHING];
	if ('not' in does) return [{...state, said: does.not}, NOTHING];
	if ('leave' in does) return [state, [{type: 'leave', how: 'quit'}]];
	return [state, [{type: 'choose', choice: choiceWords(does.choose)}]];
}

function opened(state: MenuState, id: PageId, data: MenuData): MenuState {
	return {...state, draft: '', caret: 0, trail: [...state.trail, placeAt(id, data)]};
}

/** From a filter, then from a page; the first page stays. */
function stepBack(state: MenuState, keymap: Keymap): MenuState {
	if (placeOf(state).filter !== '') return withPlace(state, {filter: '', cursor: 0});
	const [main, ...more] = state.trail;
	if (more.length > 0) return {...state, trail: [main, ...more.slice(0, -1)]};
	return {...state, said: withKeys('This is the first page; {menuQuit} quits.', keymap)};
}

function filtered(state: MenuState, key: Key, keymap: Keymap): MenuState {
	const {filter} = placeOf(state);
	const id = bindingIn(keymap, 'field', key);
	if (id === 'takeField') return {...state, filtering: false};
	if (id === 'leaveField') return {...withPlace(state, {filter: ''}), filtering: false};
	const line = written({text: filter, after: state.caret}, key, FILTER_MAX, keymap);
	if (line === null && isMove(keymap, key)) return {...state, filtering: false};
	if (line === null) return state;
	return {...withPlace(state, {filter: line.text, cursor: 0}), caret: line.after};
}

/** Whether a key moves the cursor in the list below the filter. */
function isMove(keymap: Keymap, key: Key): boolean {
	const id = bindingIn(keymap, 'menu', key);
	return id === 'menuDown' || id === 'menuUp';
}

function typed(state: MenuState, key: Key, page: FieldPage, keymap: Keymap): Reaction {
	const id = bindingIn(keymap, 'field', key);
	if (id === 'leaveField') return [stepBack(state, keymap), NOTHING];
	if (id === null) {
		const line = written({text: state.draft, after: state.caret}, key, page.lengthMax, keymap);
		return [line === null ? state : {...state, draft: line.text, caret: line.after}, NOTHING];
	}
	const text = state.draft.trim();
	if (text === '') return [{...state, said: page.lacks}, NOTHING];
	return [state, [{type: 'choose', choice: choiceWords(page.choice(text))}]];
}

/** A paste goes into the field or the filter that is open, and nowhere else. */
function pastedInto(state: MenuState, text: string, data: MenuData): MenuState {
	const place = placeOf(state);
	if (place.reading !== null) return withPlace(state, {reading: pasteOn(place.reading, text)});
	if (state.filtering) {
		const line = pasted({text: place.filter, after: state.caret}, text, FILTER_MAX);
		return {...withPlace(state, {filter: line.text, cursor: 0}), caret: line.after};
	}
	const page = pageOf(place.id, data);
	if (page.kind !== 'field') return state;
	const line = pasted({text: state.draft, after: state.caret}, text, page.lengthMax);
	return {...state, draft: line.text, caret: line.after};
}

/** Texts leave the title row and the footer to the menu. */
function textRoom({columns, rows}: Size): Size {
	return {columns, rows: Math.max(1, rows - 2)};
}
