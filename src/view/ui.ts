import type {Observation} from '../observe/index.ts';
import {bindingOf, isIn, modeOf, whyNot, type BindingId, type IdOf} from './keymap.ts';
import {flash} from './flash.ts';
import {isShown} from './layout.ts';
import {PACE_AT_START, SKIP_SECONDS, SPEEDS} from './pace.ts';
import {editPrompt, EMPTY_PROMPT, openPrompt, submitted, typeInto} from './prompt.ts';
import {
	PANEL_KEYS,
	PANELS,
	type Context,
	type Graphs,
	type Key,
	type PanelId,
	type Ui,
	type Wish,
} from './ui.types.ts';

const NOTHING: readonly Wish[] = [];

export type UiSettings = {
	readonly title: string;
	/** The level's briefing, as its author wrote it. */
	readonly briefing: string;
	readonly graphs: Graphs;
	/** For observers: everything can be looked at, and no order given. False unless told. */
	readonly readOnly?: boolean | undefined;
	/** Whether dangerous orders ask before they are given. True unless told. */
	readonly confirm?: boolean | undefined;
};

export function createUi({title, briefing, graphs, readOnly, confirm}: UiSettings): Ui {
	return {
		// Where the shell has shown a card of its own, there is nothing to read first.
		stage: briefing === '' ? 'playing' : 'briefing',
		overlay: 'none',
		paused: false,
		pace: PACE_AT_START,
		slowsOnPage: true,
		skip: null,
		focus: 'log',
		focusBefore: null,
		full: false,
		preset: 'overview',
		cursor: forEachPanel(0),
		filters: forEachPanel(''),
		scroll: 0,
		prompt: EMPTY_PROMPT,
		flash: null,
		graphs,
		readOnly: readOnly ?? false,
		confirm: confirm ?? true,
		title,
		briefing,
		card: [],
	};
}

function forEachPanel<Value>(value: Value): Readonly<Record<PanelId, Value>> {
	return Object.fromEntries(PANELS.map(panel => [panel, value])) as Record<PanelId, Value>;
}

/** One key: the screen's next state, and what it asks of the world. */
export function update(ui: Ui, key: Key, context: Context): readonly [Ui, readonly Wish[]] {
	const calm = ui.flash === null ? ui : {...ui, flash: null};
	const mode = modeOf(ui);
	const id = bindingOf(mode, key);
	if (id === null) {
		if (mode === 'prompt') return [{...calm, prompt: typeInto(calm.prompt, key, context)}, NOTHING];
		if (mode === 'panels' && /^[a-z]$/iu.test(key)) {
			return [
				flash(calm, 'warn', `${key} is no key here. Press : to give an order, ? for the keys.`),
				NOTHING,
			];
		}
		return [ui, NOTHING];
	}
	const reason = whyNot(id, ui, context.observation);
	if (reason !== null) return [flash(calm, 'warn', reason), NOTHING];
	return act(calm, id, key, context);
}

function act(ui: Ui, id: BindingId, key: Key, context: Context): readonly [Ui, readonly Wish[]] {
	if (isIn('panels', id)) return actInPanels(ui, id, key, context);
	if (isIn('prompt', id)) return actInPrompt(ui, id, context);
	if (isIn('help', id)) return [actInHelp(ui, id), NOTHING];
	if (isIn('briefing', id)) return actInBriefing(ui, id);
	return isIn('card', id) ? actOnCard(ui, id) : actOnQuestion(ui, id);
}

function actInBriefing(ui: Ui, id: IdOf<'briefing'>): readonly [Ui, readonly Wish[]] {
	switch (id) {
		case 'begin':
			return [{...ui, stage: 'playing', scroll: 0}, NOTHING];
		case 'briefingDown':
			return [scrolled(ui, 4), NOTHING];
		case 'briefingUp':
			return [scrolled(ui, -4), NOTHING];
		case 'leaveBriefing':
			return [ui, [{type: 'leave', how: 'quit'}]];
		case 'interruptBriefing':
			return [ui, [{type: 'leave', how: 'interrupted'}]];
	}
}

function actInPanels(
	ui: Ui,
	id: IdOf<'panels'>,
	key: Key,
	context: Context,
): readonly [Ui, readonly Wish[]] {
	switch (id) {
		case 'quit':
			if (context.observation.ended !== null) return [ui, [{type: 'leave', how: 'quit'}]];
			return [{...ui, overlay: 'quit'}, NOTHING];
		case 'suspend':
			return [ui, [{type: 'suspend'}]];
		case 'redraw':
			return [ui, [{type: 'redraw'}]];
		case 'command':
			return [{...ui, prompt: openPrompt(ui.prompt, context), skip: null}, NOTHING];
		case 'back':
			return [stepBack(ui), NOTHING];
		case 'panel':
			return [focusOn(ui, PANELS.find(panel => PANEL_KEYS[panel] === key) ?? ui.focus), NOTHING];
		case 'nextPanel':
			return [focusOn(ui, neighbour(ui.focus, 1)), NOTHING];
		case 'previousPanel':
			return [focusOn(ui, neighbour(ui.focus, -1)), NOTHING];
		case 'pause':
		case 'faster':
		case 'slower':
		case 'next':
		case 'full':
		case 'down':
		case 'up':
		case 'pageDown':
		case 'pageUp':
		case 'slowOnPage':
		case 'card':
		case 'help':
		case 'interrupt':
			return [adjust(ui, id, context.observation), NOTHING];
	}
}

type AdjustId = Exclude<
	IdOf<'panels'>,
	'quit' | 'suspend' | 'redraw' | 'command' | 'back' | 'panel' | 'nextPanel' | 'previousPanel'
>;

/** Keys that change how the world is looked at, and how fast it goes. */
function adjust(ui: Ui, id: AdjustId, observation: Observation): Ui {
	switch (id) {
		case 'pause':
			return {...ui, paused: ui.skip === null && !ui.paused, skip: null};
		case 'faster':
			return {...ui, pace: Math.min(SPEEDS.length - 1, ui.pace + 1), paused: false, skip: null};
		case 'slower':
			return {...ui, pace: Math.max(0, ui.pace - 1), skip: null};
		case 'next':
			return {
				...ui,
				paused: false,
				skip: {news: observation.news, until: observation.now + SKIP_SECONDS},
			};
		case 'full':
			return {...ui, full: !ui.full, scroll: 0};
		case 'down':
			return scrolled(ui, 1);
		case 'up':
			return scrolled(ui, -1);
		case 'pageDown':
			return scrolled(ui, 10);
		case 'pageUp':
			return scrolled(ui, -10);
		case 'slowOnPage': {
			const slowsOnPage = !ui.slowsOnPage;
			const text = slowsOnPage
				? 'A page after a quiet spell now slows time to 10x.'
				: 'Pages no longer slow time.';
			return flash({...ui, slowsOnPage}, 'good', text);
		}
		case 'card':
			return {...ui, stage: 'card', scroll: 0};
		case 'help':
			return {...ui, overlay: 'help', scroll: 0};
		case 'interrupt':
			return {...ui, overlay: 'interrupt'};
	}
}

/** One step back: from the whole screen, from an order's result, from a scrolled list. Never out. */
function stepBack(ui: Ui): Ui {
	if (ui.skip !== null) return {...ui, skip: null};
	if (ui.full) return {...ui, full: false, scroll: 0};
	if (ui.scroll > 0) return {...ui, scroll: 0};
	if (ui.focusBefore !== null) return {...ui, focus: ui.focusBefore, focusBefore: null};
	return ui;
}

function focusOn(ui: Ui, focus: PanelId): Ui {
	return {...ui, focus, focusBefore: null, scroll: 0};
}

function neighbour(panel: PanelId, step: number): PanelId {
	const at = PANELS.indexOf(panel) + step + PANELS.length;
	return PANELS[at % PANELS.length]!;
}

function actInPrompt(ui: Ui, id: IdOf<'prompt'>, context: Context): readonly [Ui, readonly Wish[]] {
	switch (id) {
		case 'submit':
			return submit(ui, context);
		case 'closePrompt':
			return [
				{
					...ui,
					prompt: {
						...ui.prompt,
						open: false,
						draft: '',
						cursor: 0,
						offers: [],
						picked: null,
						problem: '',
					},
				},
				NOTHING,
			];
		case 'interruptPrompt':
			return [{...ui, overlay: 'interrupt'}, NOTHING];
		case 'suspendPrompt':
			return [ui, [{type: 'suspend'}]];
		case 'offer':
		case 'offerBack':
		case 'older':
		case 'newer':
		case 'eraseBefore':
		case 'eraseAfter':
		case 'eraseWord':
		case 'eraseLine':
		case 'cursorLeft':
		case 'cursorRight':
		case 'lineStart':
		case 'lineEnd':
			return [{...ui, prompt: editPrompt(ui.prompt, id, context)}, NOTHING];
	}
}

/** Words that speak to the console and not to the Region. */
const CONSOLE_WORDS: Readonly<Record<string, 'help' | 'quit'>> = {
	help: 'help',
	'?': 'help',
	q: 'quit',
	quit: 'quit',
	exit: 'quit',
};

function submit(ui: Ui, context: Context): readonly [Ui, readonly Wish[]] {
	const text = ui.prompt.draft.trim();
	const prompt = submitted(ui.prompt);
	if (text === '') return [{...ui, prompt: {...ui.prompt, open: false}}, NOTHING];
	const overlay = CONSOLE_WORDS[text.toLowerCase()];
	if (overlay !== undefined) return [{...ui, prompt, overlay, scroll: 0}, NOTHING];
	const seen = isShown('orders', ui, context.size);
	const focusBefore = seen ? ui.focusBefore : (ui.focusBefore ?? ui.focus);
	return [
		{...ui, prompt, focusBefore, focus: seen ? ui.focus : 'orders', scroll: seen ? ui.scroll : 0},
		[{type: 'attempt', text}],
	];
}

function actInHelp(ui: Ui, id: IdOf<'help'>): Ui {
	switch (id) {
		case 'closeHelp':
			return {...ui, overlay: 'none', scroll: 0};
		case 'helpDown':
			return scrolled(ui, 1);
		case 'helpUp':
			return scrolled(ui, -1);
		case 'helpPageDown':
			return scrolled(ui, 10);
		case 'helpPageUp':
			return scrolled(ui, -10);
		case 'interruptHelp':
			return {...ui, overlay: 'interrupt'};
	}
}

function actOnQuestion(ui: Ui, id: IdOf<'ask'>): readonly [Ui, readonly Wish[]] {
	const how = ui.overlay === 'interrupt' || id === 'yesAgain' ? 'interrupted' : 'quit';
	if (id === 'no') return [{...ui, overlay: 'none'}, NOTHING];
	return [ui, [{type: 'leave', how}]];
}

function actOnCard(ui: Ui, id: IdOf<'card'>): readonly [Ui, readonly Wish[]] {
	switch (id) {
		case 'leaveCard':
			return [ui, [{type: 'leave', how: 'quit'}]];
		case 'lookBack':
			return [{...ui, stage: 'playing', scroll: 0}, NOTHING];
		case 'cardDown':
			return [scrolled(ui, 4), NOTHING];
		case 'cardUp':
			return [scrolled(ui, -4), NOTHING];
		case 'interruptCard':
			return [ui, [{type: 'leave', how: 'interrupted'}]];
	}
}

const SCROLL_MAX = 5_000;

function scrolled(ui: Ui, lines: number): Ui {
	return {...ui, scroll: Math.max(0, Math.min(SCROLL_MAX, ui.scroll + lines))};
}
