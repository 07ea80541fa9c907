import type {Observation} from '../observe/index.ts';
import {bindingOf, isIn, modeOf, whyNot, type BindingId, type IdOf} from './keymap.ts';
import {isShown} from './layout.ts';
import {PACE_AT_START, PACE_ON_PAGE, QUIET_SECONDS, SKIP_SECONDS, SPEEDS} from './pace.ts';
import {summaryOf} from './panels/orders.ts';
import {editPrompt, EMPTY_PROMPT, openPrompt, submitted, typeInto} from './prompt.ts';
import {
	PANEL_KEYS,
	PANELS,
	type Ask,
	type Context,
	type Flash,
	type Key,
	type PanelId,
	type Ui,
} from './ui.types.ts';

const FLASH_FRAMES = 50;
const NOTHING: readonly Ask[] = [];

export function createUi(title: string, briefing: string, unicode: boolean): Ui {
	return {
		stage: 'briefing',
		overlay: 'none',
		paused: false,
		pace: PACE_AT_START,
		slowsOnPage: true,
		skip: null,
		focus: 'log',
		focusBefore: null,
		full: false,
		scroll: 0,
		prompt: EMPTY_PROMPT,
		flash: null,
		unicode,
		title,
		briefing,
		card: [],
	};
}

/** One key: the screen's next state, and what it asks of the world. */
export function update(ui: Ui, key: Key, context: Context): readonly [Ui, readonly Ask[]] {
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

function act(ui: Ui, id: BindingId, key: Key, context: Context): readonly [Ui, readonly Ask[]] {
	if (isIn('panels', id)) return actInPanels(ui, id, key, context);
	if (isIn('prompt', id)) return actInPrompt(ui, id, context);
	if (isIn('help', id)) return [actInHelp(ui, id), NOTHING];
	if (isIn('briefing', id)) return actInBriefing(ui, id);
	return isIn('card', id) ? actOnCard(ui, id) : actOnQuestion(ui, id);
}

function actInBriefing(ui: Ui, id: IdOf<'briefing'>): readonly [Ui, readonly Ask[]] {
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
): readonly [Ui, readonly Ask[]] {
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

function actInPrompt(ui: Ui, id: IdOf<'prompt'>, context: Context): readonly [Ui, readonly Ask[]] {
	switch (id) {
		case 'submit':
			return submit(ui, context);
		case 'closePrompt':
			return [{...ui, prompt: {...ui.prompt, open: false, offers: [], picked: null}}, NOTHING];
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

function submit(ui: Ui, context: Context): readonly [Ui, readonly Ask[]] {
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

function actOnQuestion(ui: Ui, id: IdOf<'ask'>): readonly [Ui, readonly Ask[]] {
	const how = ui.overlay === 'interrupt' || id === 'yesAgain' ? 'interrupted' : 'quit';
	if (id === 'no') return [{...ui, overlay: 'none'}, NOTHING];
	return [ui, [{type: 'leave', how}]];
}

function actOnCard(ui: Ui, id: IdOf<'card'>): readonly [Ui, readonly Ask[]] {
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

export function flash(ui: Ui, tone: Flash['tone'], text: string): Ui {
	return {...ui, flash: {text, tone, framesLeft: FLASH_FRAMES}};
}

/** The session did not understand an order: say so, and give the text back for mending. */
export function misunderstood(
	ui: Ui,
	text: string,
	problem: {readonly message: string; readonly suggestions: readonly string[]},
	context: Context,
): Ui {
	const near = problem.suggestions.slice(0, 3).join(', ');
	const said = `Not given: ${near === '' ? 'Tab shows what fits.' : `did you mean ${near}?`}`;
	const focus = ui.focusBefore ?? ui.focus;
	const prompt = openPrompt({...ui.prompt, draft: text, cursor: text.length}, context);
	const told = {...ui, prompt: {...prompt, problem: problem.message}, focus, focusBefore: null};
	return flash(told, 'bad', said);
}

/** The session took an order. It is tried in the next second, and while time stands still there is none. */
export function given(ui: Ui, text: string): Ui {
	return ui.paused ? flash(ui, 'warn', `${text}: given. Time is stopped; space lets it run.`) : ui;
}

/** What a new observation does to the screen: orders and pages speak up, pages slow time, the end brings the card. */
export function observed(
	ui: Ui,
	before: Observation,
	after: Observation,
	card: readonly string[],
): Ui {
	let next = reported(faded(ui), before, after);
	if (pagesAfterQuiet(before, after)) next = paged(next, before, after);
	if (next.skip !== null) next = skipping(next, before, after);
	if (after.ended === null || before.ended !== null) return next;
	return {
		...next,
		stage: 'card',
		overlay: 'none',
		card,
		scroll: 0,
		skip: null,
		paused: true,
		prompt: EMPTY_PROMPT,
		flash: null,
	};
}

/** The order that finished last says what it did, or why not. */
function reported(ui: Ui, before: Observation, after: Observation): Ui {
	const last = after.orders.findLast(
		(order, index) => order.state !== 'running' && before.orders[index]?.state !== order.state,
	);
	if (last === undefined) return ui;
	const word = last.state === 'done' ? '' : `${last.state}. `;
	const tone = last.state === 'done' ? 'good' : 'bad';
	return flash(ui, tone, `${last.text}: ${word}${summaryOf(last, after.now)}`);
}

/** The first page after a quiet spell is read out, and brings a fast run down. */
function paged(ui: Ui, before: Observation, after: Observation): Ui {
	const said = newAlert(before, after);
	const slows = ui.slowsOnPage && ui.pace > PACE_ON_PAGE;
	const slowed = slows ? {...ui, pace: PACE_ON_PAGE} : ui;
	return flash(slowed, 'bad', `PAGE: ${said}${slows ? ' (10x now, + is faster)' : ''}`);
}

/** Stops at the news with time at hand to read it. */
function skipping(ui: Ui, before: Observation, after: Observation): Ui {
	const {skip} = ui;
	if (skip === null || (after.news <= skip.news && after.now < skip.until)) return ui;
	const stopped = {...ui, skip: null, pace: Math.min(ui.pace, PACE_ON_PAGE)};
	if (after.news <= skip.news) {
		return flash(stopped, 'warn', 'Nothing new for half an hour; n looks further.');
	}
	if (ui.flash !== null) return stopped;
	const post = after.dashboard.posts.length > before.dashboard.posts.length;
	const said = post
		? `posted: ${after.dashboard.posts.at(-1)?.text ?? ''}`
		: newAlert(before, after);
	return said === '' ? stopped : flash(stopped, 'warn', said);
}

/** The heaviest alert that was not there before. */
function newAlert(before: Observation, after: Observation): string {
	const known = new Set(before.alerts.map(alert => `${alert.id} ${String(alert.raisedAt)}`));
	const fresh = after.alerts.filter(
		alert => alert.clearedAt === null && !known.has(`${alert.id} ${String(alert.raisedAt)}`),
	);
	return (fresh.find(({severity}) => severity === 'page') ?? fresh[0])?.title ?? '';
}

function faded(ui: Ui): Ui {
	if (ui.flash === null) return ui;
	const framesLeft = ui.flash.framesLeft - 1;
	return {...ui, flash: framesLeft <= 0 ? null : {...ui.flash, framesLeft}};
}

/** A page came, and none had for a while: in a flood, every page after the first is no news. */
function pagesAfterQuiet(before: Observation, after: Observation): boolean {
	const lastOf = (observation: Observation) =>
		observation.alerts.reduce(
			(last, alert) => (alert.severity === 'page' ? Math.max(last, alert.raisedAt) : last),
			-QUIET_SECONDS - 1,
		);
	const last = lastOf(after);
	const earlier = lastOf(before);
	return last > earlier && last - earlier > QUIET_SECONDS;
}
