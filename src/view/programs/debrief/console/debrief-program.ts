import {valueAt} from '../../../../session/index.ts';
import {asAscii} from '../../../screen/glyphs.ts';
import type {Program} from '../../program.types.ts';
import type {Screen, Size} from '../../../screen/screen.types.ts';
import type {Ask, Graphs, Key, Keymap} from '../../../input/ui.types.ts';
import {binding, bindingIn, type IdOf} from '../../../input/keys/index.ts';
import {askedEverywhere} from '../../everywhere.ts';
import {pasted, written} from '../../../input/text-input.ts';
import {isFeeling, pageRows, pagesOf, roomFor, rowsOf, type State} from './pages.ts';
import type {Telling} from './telling.types.ts';

export type DebriefSettings = {
	readonly title: string;
	readonly graphs: Graphs;
	readonly keymap: Keymap;
	/** Asked each frame; the same object again while nothing more is known. */
	readonly telling: () => Telling;
	/** Keeps what the player says. */
	readonly keep: (about: 'felt' | 'story' | 'commitment', text: string) => void;
	/** Tells all, after a first loss that was told without its answer. */
	readonly reveal: () => void;
};

const LENGTH_MAX = 500;

/** The debrief on the screen, page by page in its order: the player speaks first. Esc leaves it at any time. */
export function createDebrief(settings: DebriefSettings): Program {
	let state: State = {
		page: 'felt',
		scroll: 0,
		draft: '',
		caret: 0,
		felt: '',
		story: '',
		commitment: '',
	};
	const {keymap} = settings;
	const draw = createDrawing(settings);

	function turn(by: number): void {
		const pages = pagesOf(settings.telling());
		const place = pages.indexOf(state.page) + by;
		const page = valueAt(pages, Math.min(pages.length - 1, Math.max(0, place)));
		if (page !== state.page) state = {...state, page, scroll: 0, draft: '', caret: 0};
	}

	function keep(about: 'felt' | 'story' | 'commitment', text: string): void {
		if (text !== '') settings.keep(about, text);
		state = {...state, [about]: text};
	}

	function write(about: 'story' | 'commitment', key: Key): readonly Ask[] {
		const id = bindingIn(keymap, 'telling', key);
		if (id === 'tellLeave') return [{type: 'leave', how: 'quit'}];
		if (id === 'tellKeep') keep(about, state.draft.trim());
		if (id === 'tellKeep' && about === 'commitment') return [{type: 'leave', how: 'quit'}];
		if (id === null) state = typedOn(state, key, keymap);
		else turn(id === 'tellBefore' ? -1 : 1);
		return [];
	}

	function read(id: IdOf<'debrief'>, size: Size): readonly Ask[] {
		if (id === 'debriefLeave') return [{type: 'leave', how: 'quit'}];
		const telling = settings.telling();
		const {debrief} = telling;
		const last = Math.max(0, rowsOf(state.page, telling, size).length - roomFor(size));
		if (id in SCROLLS) state = scrolledBy(state, id, last);
		else if (id === 'debriefOn') turn(1);
		else if (id === 'debriefBefore') turn(-1);
		else if (id === 'debriefAgain' && debrief?.withheld === true) {
			return [{type: 'choose', choice: 'again'}];
		} else if (id === 'debriefReveal' && debrief?.withheld === true) settings.reveal();
		return [];
	}

	return {
		asks: 'reading',
		press(key, size) {
			const asks = askedEverywhere(keymap, key);
			if (asks !== null) return asks;
			const writes = writesOn(state);
			if (writes !== null) return write(writes, key);
			const id = bindingIn(keymap, 'debrief', key);
			if (id === null) return [];
			if (state.page === 'felt' && isFeeling(id)) keep('felt', binding(id).help);
			if (state.page === 'felt' && (isFeeling(id) || id === 'debriefPageDown')) {
				turn(1);
				return [];
			}
			return read(id, size);
		},
		paste(text) {
			state = pastedOn(state, text);
		},
		frame() {
			// What is new is asked for when it is drawn.
		},
		present: size => draw(state, size),
	};
}

const SCROLLS: Readonly<Partial<Record<IdOf<'debrief'>, number>>> = {
	debriefDown: 1,
	debriefUp: -1,
	debriefPageDown: 10,
	debriefPageUp: -10,
	debriefTop: -1e6,
	debriefBottom: 1e6,
};

/** The page that is written on, if it is one. */
function writesOn({page}: State): 'story' | 'commitment' | null {
	return page === 'story' || page === 'commitment' ? page : null;
}

function typedOn(state: State, key: Key, keymap: Keymap): State {
	const line = written({text: state.draft, after: state.caret}, key, LENGTH_MAX, keymap);
	return line === null ? state : {...state, draft: line.text, caret: line.after};
}

function pastedOn(state: State, text: string): State {
	if (writesOn(state) === null) return state;
	const line = pasted({text: state.draft, after: state.caret}, text, LENGTH_MAX);
	return {...state, draft: line.text, caret: line.after};
}

/** The page as a frame, the same again while nothing that it is made of has changed. */
function createDrawing({title, telling, graphs, keymap}: DebriefSettings) {
	let drawn: {readonly of: readonly unknown[]; readonly screen: Screen} | null = null;
	return (state: State, size: Size): Screen => {
		const told = telling();
		const of = [told, state, size.columns, size.rows];
		if (drawn !== null && of.every((each, index) => each === drawn?.of[index])) {
			return drawn.screen;
		}
		const rows = pageRows({title, keymap}, state, told, size);
		const screen = graphs === 'ascii' ? asAscii({rows}) : {rows};
		drawn = {of, screen};
		return screen;
	};
}

function scrolledBy(state: State, id: IdOf<'debrief'>, last: number): State {
	return {...state, scroll: Math.min(last, Math.max(0, state.scroll + (SCROLLS[id] ?? 0)))};
}
