import type {Program} from '../../program.types.ts';
import type {Screen, Size} from '../../../screen/screen.types.ts';
import type {Ask, Key} from '../../../input/ui.types.ts';
import {binding, bindingIn, type IdOf} from '../../../input/keys/index.ts';
import {askedEverywhere} from '../../everywhere.ts';
import {pasted, written} from '../../../input/text-input.ts';
import {mainSentences} from '../main/sentences.ts';
import {verdictWords} from '../words.ts';
import {findingsIn, stepped} from './main-page.ts';
import {isFeeling} from './own-words.ts';
import {debriefScreen, pageRows, roomFor, toldIn, type Scene, type Setting} from './pages.ts';
import {isOpening, pageAfter, pagesIn, shownPage, type PageId, type State} from './state.ts';
import type {OwnWord, OwnWords, Telling} from './telling.types.ts';

export type DebriefSettings = Setting & {
	/** Asked each frame; the same object again while nothing more is known. */
	readonly telling: () => Telling;
	/** What the player has said of this run before; what is empty is asked for. */
	readonly said: OwnWords;
	/** Keeps what the player says. */
	readonly keep: (about: OwnWord, text: string) => void;
	/** Tells all, after a first loss that was told without its answer. */
	readonly reveal: () => void;
};

const LENGTH_MAX = 500;
/** Before what a finding is about: it is seen coming, and can be done otherwise. */
const LEAD_SECONDS = 60;

/** The choice that shows the run from a second on. */
export const FROM = 'from ';

/** What came of a key. */
type Came = readonly [state: State, asks: readonly Ask[]];

/** The debrief on the screen: the player speaks first, and is then told what mattered, page by page. */
export function createDebrief(settings: DebriefSettings): Program {
	const {keymap, telling, said} = settings;
	let seconds = 0;
	let state: State = {
		page: said.felt === '' ? 'felt' : 'mattered',
		...{scroll: 0, chosen: 0, isWriting: false, draft: '', caret: 0, seconds: 0},
		own: said,
	};
	const draw = createDrawing();
	const ear = createEar();
	const sceneAt = (size: Size): Scene => ({setting: settings, state, telling: telling(), size});
	const keep = (about: OwnWord, text: string): void => {
		if (text === '') return;
		settings.keep(about, text);
		state = {...state, own: {...state.own, [about]: text}};
	};
	return {
		asks: 'reading',
		press(key, size) {
			const everywhere = askedEverywhere(keymap, key);
			if (everywhere !== null) return everywhere;
			const [next, asks] = pressed(key, sceneAt(size), {keep, reveal: settings.reveal});
			// What was kept meanwhile is known already.
			state = {...next, own: state.own};
			return asks;
		},
		paste(text) {
			if (state.page !== 'story' && !state.isWriting) return;
			const line = pasted({text: state.draft, after: state.caret}, text, LENGTH_MAX);
			state = {...state, draft: line.text, caret: line.after};
		},
		frame(passed) {
			seconds += passed;
			if (telling().debrief === null && Math.floor(seconds) !== state.seconds)
				state = {...state, seconds: Math.floor(seconds)};
		},
		present: size => draw(sceneAt(size)),
		heard: () => (isOpening(state.page) ? [] : ear(telling())),
	};
}

type Desk = Pick<DebriefSettings, 'keep' | 'reveal'>;

function pressed(key: Key, scene: Scene, desk: Desk): Came {
	const {state, setting} = scene;
	if (state.page === 'felt') return feeling(key, scene, desk);
	if (state.page === 'story') return writing('story', key, scene, desk);
	if (state.isWriting) return writing('commitment', key, scene, desk);
	const id = bindingIn(setting.keymap, 'debrief', key);
	return id === null ? [state, []] : reading(id, key, scene, desk);
}

function feeling(key: Key, scene: Scene, {keep}: Desk): Came {
	const id = bindingIn(scene.setting.keymap, 'feeling', key);
	if (id === 'feltLeave') return [scene.state, LEAVES];
	if (id !== null && isFeeling(id)) keep('felt', binding(id).help);
	return [id === null ? scene.state : turned(scene, 1), []];
}

function writing(about: 'story' | 'commitment', key: Key, scene: Scene, {keep}: Desk): Came {
	const {state, setting} = scene;
	const id = bindingIn(setting.keymap, 'telling', key);
	if (id === null) {
		const before = {text: state.draft, after: state.caret};
		const line = written(before, key, LENGTH_MAX, setting.keymap);
		return [line === null ? state : {...state, draft: line.text, caret: line.after}, []];
	}
	if (id === 'tellLeave' && about === 'story') return [state, LEAVES];
	if (id === 'tellKeep') keep(about, state.draft.trim());
	if (about === 'commitment') return [{...state, isWriting: false, draft: '', caret: 0}, []];
	return [turned(scene, id === 'tellBefore' ? -1 : 1), []];
}

function reading(id: IdOf<'debrief'>, key: Key, scene: Scene, {reveal}: Desk): Came {
	const {state, telling, size} = scene;
	const isWithheld = telling.debrief?.withheld === true;
	switch (id) {
		case 'debriefLeave':
			return [state, LEAVES];
		case 'debriefOn':
		case 'debriefBefore':
			return [turned(scene, id === 'debriefOn' ? 1 : -1), []];
		case 'debriefPage':
			return [turnedTo(state, pagesIn(telling, size)[Number(key) - 1] ?? state.page), []];
		case 'debriefWrite':
			return [{...turnedTo(state, 'words'), isWriting: true, draft: state.own.commitment}, []];
		case 'debriefReplay':
		case 'debriefTakeOver':
			return [state, goTo(scene, id)];
		case 'debriefAgain':
			return [state, isWithheld ? [{type: 'choose', choice: 'again'}] : []];
		case 'debriefReveal':
			if (isWithheld) reveal();
			return [state, []];
		default:
			return [moved(scene, STEPS[id]), []];
	}
}

function turned({state, telling, size}: Scene, by: number): State {
	return turnedTo(state, pageAfter(state, by, telling, size));
}

function turnedTo(state: State, page: PageId): State {
	if (page === state.page) return state;
	return {...state, page, scroll: 0, chosen: 0, isWriting: false, draft: '', caret: 0};
}

const LEAVES: readonly Ask[] = [{type: 'leave', how: 'quit'}];

const STEPS = {
	debriefDown: 1,
	debriefUp: -1,
	debriefPageDown: 10,
	debriefPageUp: -10,
	debriefTop: -1e6,
	debriefBottom: 1e6,
} as const;

/** Shows or takes over the run a little before what the cursor stands on. */
function goTo(scene: Scene, id: 'debriefReplay' | 'debriefTakeOver'): readonly Ask[] {
	const {state, telling, size} = scene;
	const debrief = toldIn(scene);
	if (debrief === null || shownPage(state, telling, size) !== 'mattered') return [];
	const at = findingsIn(debrief, state, size).places[state.chosen]?.told.at;
	if (at === null || at === undefined) return [];
	const from = Math.max(debrief.from, at - LEAD_SECONDS);
	return id === 'debriefTakeOver'
		? [{type: 'fork', at: from}]
		: [{type: 'choose', choice: FROM + String(from)}];
}

/** On the first page from finding to finding, on all others line by line. */
function moved(scene: Scene, by: number): State {
	const {state, telling, size} = scene;
	const room = roomFor(size);
	const debrief = toldIn(scene);
	const page = shownPage(state, telling, size);
	if (page === 'mattered' && debrief !== null)
		return {...state, ...stepped(debrief, state, by, {size, room})};
	const last = Math.max(0, pageRows(page, debrief, scene).length - room);
	return {...state, scroll: Math.max(0, Math.min(last, state.scroll + by))};
}

/** The page as a frame, the same again while nothing that it is made of has changed. */
function createDrawing(): (scene: Scene) => Screen {
	let drawn: {readonly of: readonly unknown[]; readonly screen: Screen} | null = null;
	return scene => {
		const {setting, state, telling, size} = scene;
		const scored = state.page === 'score' ? setting.scored() : null;
		const of = [telling, state, size.columns, size.rows, scored];
		if (drawn?.of.every((each, index) => each === of[index]) !== true)
			drawn = {of, screen: debriefScreen(scene)};
		return drawn.screen;
	};
}

/** The main page is read out once what was tried is known; before, what the run came to. */
function createEar(): (telling: Telling) => readonly string[] {
	let heard: 'nothing' | 'verdict' | 'all' = 'nothing';
	return ({debrief}) => {
		if (debrief === null || heard === 'all') return [];
		const isWhole = debrief.runs.complete;
		if (!isWhole && heard === 'verdict') return [];
		heard = isWhole ? 'all' : 'verdict';
		return isWhole ? mainSentences(debrief) : [verdictWords(debrief)];
	};
}
