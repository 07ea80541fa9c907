import {asAscii} from '../../../screen/glyphs.ts';
import type {Program} from '../../program.types.ts';
import type {Screen, Size} from '../../../screen/screen.types.ts';
import type {Ask, Graphs, Key} from '../../../input/ui.types.ts';
import {debriefKeyOf, type DebriefKeyId} from './keys.ts';
import {pasted, written} from '../../../input/text-input.ts';
import {FELT, PAGES, pageRows, roomFor, rowsOf, type State} from './pages.ts';
import type {Telling} from './telling.types.ts';

export type DebriefSettings = {
	readonly title: string;
	readonly graphs: Graphs;
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
	const draw = createDrawing(settings);

	function turn(by: number): void {
		const place = PAGES.indexOf(state.page) + by;
		const page = PAGES[Math.min(PAGES.length - 1, Math.max(0, place))]!;
		if (page !== state.page) state = {...state, page, scroll: 0, draft: '', caret: 0};
	}

	function keep(about: 'felt' | 'story' | 'commitment', text: string): void {
		if (text !== '') settings.keep(about, text);
		state = {...state, [about]: text};
	}

	function write(about: 'story' | 'commitment', key: Key): readonly Ask[] {
		if (key === 'enter') {
			keep(about, state.draft.trim());
			if (about === 'commitment') return [{type: 'leave', how: 'quit'}];
			turn(1);
			return [];
		}
		state = typedOn(state, key);
		return [];
	}

	function read(id: DebriefKeyId, size: Size): readonly Ask[] {
		const {debrief} = settings.telling();
		const last = Math.max(0, rowsOf(state.page, debrief, size).length - roomFor(size));
		if (id in SCROLLS) state = scrolledBy(state, id, last);
		else if (id === 'on') turn(1);
		else if (id === 'before') turn(-1);
		else if (id === 'again' && debrief?.withheld === true) {
			return [{type: 'choose', choice: 'again'}];
		} else if (id === 'reveal' && debrief?.withheld === true) settings.reveal();
		return [];
	}

	return {
		press(key, size) {
			const id = debriefKeyOf(key);
			if (id === 'interrupt') return [{type: 'leave', how: 'interrupted'}];
			if (id === 'suspend' || id === 'redraw') return [{type: id}];
			if (id === 'leave') return [{type: 'leave', how: 'quit'}];
			// Where one writes, left and right are the caret's.
			const writes = writesOn(state);
			if (writes !== null && (key === 'left' || key === 'right')) return write(writes, key);
			if (id === 'forward') turn(1);
			else if (id === 'back') turn(-1);
			else if (writes !== null) return write(writes, key);
			else if (state.page === 'felt') feel(key);
			else if (id !== null) return read(id, size);
			return [];
		},
		paste(text) {
			state = pastedOn(state, text);
		},
		frame() {
			// What is new is asked for when it is drawn.
		},
		present: size => draw(state, size),
	};

	function feel(key: Key): void {
		const felt = FELT.find(each => each.key === key);
		if (felt !== undefined) keep('felt', felt.what);
		if (felt !== undefined || key === 'enter' || key === ' ') turn(1);
	}
}

const SCROLLS: Readonly<Partial<Record<DebriefKeyId, number>>> = {
	down: 1,
	up: -1,
	pageDown: 10,
	pageUp: -10,
	top: -1e6,
	bottom: 1e6,
};

/** The page that is written on, if it is one. */
function writesOn({page}: State): 'story' | 'commitment' | null {
	return page === 'story' || page === 'commitment' ? page : null;
}

function typedOn(state: State, key: Key): State {
	const line = written({text: state.draft, after: state.caret}, key, LENGTH_MAX);
	return line === null ? state : {...state, draft: line.text, caret: line.after};
}

function pastedOn(state: State, text: string): State {
	if (writesOn(state) === null) return state;
	const line = pasted({text: state.draft, after: state.caret}, text, LENGTH_MAX);
	return {...state, draft: line.text, caret: line.after};
}

/** The page as a frame, the same again while nothing that it is made of has changed. */
function createDrawing({title, telling, graphs}: DebriefSettings) {
	let drawn: {readonly of: readonly unknown[]; readonly screen: Screen} | null = null;
	return (state: State, size: Size): Screen => {
		const told = telling();
		const of = [told, state, size.columns, size.rows];
		if (drawn !== null && of.every((each, index) => each === drawn?.of[index])) {
			return drawn.screen;
		}
		const rows = pageRows(title, state, told, size);
		const screen = graphs === 'ascii' ? asAscii({rows}) : {rows};
		drawn = {of, screen};
		return screen;
	};
}

function scrolledBy(state: State, id: DebriefKeyId, last: number): State {
	return {...state, scroll: Math.min(last, Math.max(0, state.scroll + (SCROLLS[id] ?? 0)))};
}
