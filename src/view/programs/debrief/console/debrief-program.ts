import {asAscii} from '../../../screen/glyphs.ts';
import type {Program} from '../../program.types.ts';
import type {Screen, Size} from '../../../screen/screen.types.ts';
import type {Ask, Graphs, Key} from '../../../input/ui.types.ts';
import {debriefKeyOf, type DebriefKeyId} from './keys.ts';
import {typed} from './line-input.ts';
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

/** The debrief on the screen, page by page in its order: the player speaks first. Esc leaves it at any time. */
export function createDebrief(settings: DebriefSettings): Program {
	let state: State = {page: 'felt', scroll: 0, draft: '', felt: '', story: '', commitment: ''};
	let drawn: {readonly of: readonly unknown[]; readonly screen: Screen} | null = null;

	function turn(by: number): void {
		const place = PAGES.indexOf(state.page) + by;
		const page = PAGES[Math.min(PAGES.length - 1, Math.max(0, place))]!;
		if (page !== state.page) state = {...state, page, scroll: 0, draft: ''};
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
		state = {...state, draft: typed(state.draft, key)};
		return [];
	}

	function read(id: DebriefKeyId, size: Size): readonly Ask[] {
		const {debrief} = settings.telling();
		const last = Math.max(0, rowsOf(state.page, debrief, size).length - roomFor(size));
		const scrolled = SCROLLS[id];
		if (scrolled !== undefined) {
			state = {...state, scroll: Math.min(last, Math.max(0, state.scroll + scrolled))};
		} else if (id === 'on') turn(1);
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
			if (id === 'forward') turn(1);
			else if (id === 'back') turn(-1);
			else if (state.page === 'story' || state.page === 'commitment') return write(state.page, key);
			else if (state.page === 'felt') feel(key);
			else if (id !== null) return read(id, size);
			return [];
		},
		frame() {
			// What is new is asked for when it is drawn.
		},
		present(size) {
			const telling = settings.telling();
			const of = [telling, state, size.columns, size.rows];
			if (drawn !== null && of.every((each, index) => each === drawn?.of[index])) {
				return drawn.screen;
			}
			const rows = pageRows(settings.title, state, telling, size);
			const screen = settings.graphs === 'ascii' ? asAscii({rows}) : {rows};
			drawn = {of, screen};
			return screen;
		},
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
