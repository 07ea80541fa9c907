import {asAscii} from '../../screen/glyphs.ts';
import type {Program} from '../program.types.ts';
import {openText, pasteOn, readOn} from '../reader/index.ts';
import type {Size} from '../../screen/screen.types.ts';
import {pasted, written} from '../../input/text-input.ts';
import type {Ask, Key} from '../../input/ui.types.ts';
import {choiceWords} from './choice.ts';
import {menuKeyOf, type MenuKeyId} from './keys.ts';
import type {MenuData} from './menu.types.ts';
import {menuScreen} from './menu-screen.ts';
import {placeOf, shownItems, withPlace, type MenuState, type Place} from './menu-state.ts';
import type {FieldPage, Item, ListPage, PageId} from './page.types.ts';
import {pageOf} from './page.ts';

/** The menu: shown again with newer data, it stands where it stood. */
export type Menu = Program & {
	/** Takes newer data, and what there is to say about it. */
	renew(data: MenuData, said?: string): void;
	/** Goes to what can be done with a run, and stands on the first thing that can. */
	showRun(run: number): void;
};

const DRAFT_MAX = 40;
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
		renew(newer, sentence = '') {
			data = newer;
			state = {...state, said: sentence, filtering: false};
		},
		showRun(run) {
			const main = placeAt({at: 'main'}, data);
			const id: PageId = {at: 'run', run};
			const page = pageOf(id, data);
			const first = page.kind === 'list' ? page.items.findIndex(({does}) => !('not' in does)) : 0;
			const place = {...placeAt(id, data), cursor: Math.max(0, first)};
			state = {...state, trail: [main, place]};
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

type Reaction = readonly [MenuState, readonly Ask[]];

/** One key: where one is then, and what it asks of the shell. */
function pressed(before: MenuState, key: Key, size: Size, data: MenuData): Reaction {
	const state = {...before, said: ''};
	const place = placeOf(state);
	const id = menuKeyOf(key);
	if (id === 'interrupt') return [state, [{type: 'leave', how: 'interrupted'}]];
	if (id === 'suspend' || id === 'redraw') return [state, [{type: id}]];
	if (state.filtering) return [filtered(state, key), NOTHING];
	if (place.reading !== null) {
		const reading = readOn(place.reading, key, textRoom(size));
		return [reading === null ? stepBack(state) : withPlace(state, {reading}), NOTHING];
	}
	const page = pageOf(place.id, data);
	if (page.kind === 'field') return typed(state, key, page);
	if (page.kind === 'text' || id === null) return [state, NOTHING];
	return act(state, id, page, data);
}

function act(state: MenuState, id: MenuKeyId, page: ListPage, data: MenuData): Reaction {
	const items = shownItems(page, placeOf(state).filter);
	const cursor = Math.min(placeOf(state).cursor, items.length - 1);
	const to = (index: number): Reaction => [
		withPlace(state, {cursor: Math.max(0, Math.min(items.length - 1, index))}),
		NOTHING,
	];
	switch (id) {
		case 'choose':
			return choose(state, items[cursor], data);
		case 'down':
			return to(cursor + 1);
		case 'up':
			return to(cursor - 1);
		case 'pageDown':
			return to(cursor + 10);
		case 'pageUp':
			return to(cursor - 10);
		case 'first':
			return to(0);
		case 'last':
			return to(items.length - 1);
		case 'filter':
			return [{...withPlace(state, {filter: '', cursor: 0}), filtering: true, caret: 0}, NOTHING];
		case 'back':
			return [stepBack(state), NOTHING];
		case 'keys':
			return [opened(state, {at: 'keys'}, data), NOTHING];
		case 'quit':
			return [state, [{type: 'leave', how: 'quit'}]];
		case 'interrupt':
		case 'suspend':
		case 'redraw':
			return [state, NOTHING]; // Taken before, on every page alike.
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
function stepBack(state: MenuState): MenuState {
	if (placeOf(state).filter !== '') return withPlace(state, {filter: '', cursor: 0});
	if (state.trail.length > 1) return {...state, trail: state.trail.slice(0, -1)};
	return {...state, said: 'This is the first page; q quits.'};
}

function filtered(state: MenuState, key: Key): MenuState {
	const {filter} = placeOf(state);
	if (key === 'enter' || key === 'down' || key === 'up') return {...state, filtering: false};
	if (key === 'escape') return {...withPlace(state, {filter: ''}), filtering: false};
	const line = written({text: filter, after: state.caret}, key, DRAFT_MAX);
	if (line === null) return state;
	return {...withPlace(state, {filter: line.text, cursor: 0}), caret: line.after};
}

function typed(state: MenuState, key: Key, {level}: FieldPage): Reaction {
	if (key === 'escape') return [stepBack(state), NOTHING];
	if (key !== 'enter') {
		const line = written({text: state.draft, after: state.caret}, key, DRAFT_MAX);
		return [line === null ? state : {...state, draft: line.text, caret: line.after}, NOTHING];
	}
	const seed = state.draft.trim();
	if (seed === '') return [{...state, said: 'Type a word or a number first.'}, NOTHING];
	return [state, [{type: 'choose', choice: choiceWords({do: 'seed', level, seed})}]];
}

/** A paste goes into the field or the filter that is open, and nowhere else. */
function pastedInto(state: MenuState, text: string, data: MenuData): MenuState {
	const place = placeOf(state);
	if (place.reading !== null) return withPlace(state, {reading: pasteOn(place.reading, text)});
	if (state.filtering) {
		const line = pasted({text: place.filter, after: state.caret}, text, DRAFT_MAX);
		return {...withPlace(state, {filter: line.text, cursor: 0}), caret: line.after};
	}
	if (pageOf(place.id, data).kind !== 'field') return state;
	const line = pasted({text: state.draft, after: state.caret}, text, DRAFT_MAX);
	return {...state, draft: line.text, caret: line.after};
}

/** Texts leave the title row and the footer to the menu. */
function textRoom({columns, rows}: Size): Size {
	return {columns, rows: Math.max(1, rows - 2)};
}
