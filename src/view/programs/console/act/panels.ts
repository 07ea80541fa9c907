import {flash} from '../flash.ts';
import {itemsInFocus, itemUnderCursor} from '../../../screen/focused.ts';
import {withKeys, type IdOf} from '../../../input/keys/index.ts';
import {EMPTY_PALETTE} from '../../../input/palette/index.ts';
import {openPrompt} from '../../../input/prompt.ts';
import {paced, SPEEDS} from '../time/index.ts';
import {systemCalled, type RoomSeen} from '../../../../observe/index.ts';
import {PRESETS, type Context, type Key, type Ui} from '../../../input/ui.types.ts';
import type {Update} from '../../../input/wish.types.ts';
import {focusOn, neighbour, scrolled, scrolledToEnd, zoomedOverview} from './focus.ts';
import {chosen} from './give.ts';
import {stoppedOrNot} from './run.ts';

/** Keys on the console itself: those that open something, and those that leave. */
export function actInPanels(ui: Ui, id: IdOf<'panels'>, context: Context): Update {
	switch (id) {
		case 'quit':
			if (context.observation.ended !== null || ui.readOnly) {
				return [ui, [{type: 'leave', how: 'quit'}]];
			}
			return [{...ui, overlay: 'quit'}, []];
		case 'suspend':
			return [ui, [{type: 'suspend'}]];
		case 'redraw':
			return [ui, [{type: 'redraw'}]];
		case 'next':
			return [ui, [{type: 'do', deed: {do: 'next', decision: false}}]];
		case 'nextDecision':
			return [ui, [{type: 'do', deed: {do: 'next', decision: true}}]];
		case 'open':
			return open(ui, context);
		case 'command':
		case 'hypothesis':
		case 'palette':
		case 'filter':
		case 'inbox':
		case 'help':
		case 'card':
		case 'interrupt':
			return [opened(ui, id, context), []];
		case 'down':
		case 'up':
		case 'pageDown':
		case 'pageUp':
		case 'top':
		case 'bottom':
			return [moved(ui, id, context), []];
		default:
			return context.observation.room === null
				? [adjusted(ui, id), []]
				: adjustedTogether(ui, id, context.observation.room);
	}
}

/** A key of the item under the cursor gives its order, through the card as any other. */
export function actOfItem(ui: Ui, key: Key, context: Context): Update | null {
	const item = itemUnderCursor(ui, itemsInFocus(ui, context));
	const act = item?.acts.find(each => each.key === key);
	return act === undefined ? null : chosen(ui, act.order);
}

/** What can be done about the line under the cursor; where there is nothing to stand on, the command line. */
function open(ui: Ui, context: Context): Update {
	const item = itemUnderCursor(ui, itemsInFocus(ui, context));
	if (item === undefined) return [opened(ui, 'command', context), []];
	// From the overview one goes nearer.
	if (ui.focus === 'overview') {
		const panel = systemCalled(item.id)?.panel ?? 'overview';
		return [{...focusOn(ui, panel), full: false, focusBefore: 'overview'}, []];
	}
	if (item.acts.length > 0) {
		return [{...ui, palette: {...EMPTY_PALETTE, acts: item.acts}, caret: 0, skip: null}, []];
	}
	return [
		flash(ui, 'warn', withKeys('No action for this line; {palette} finds any command.', ui.keymap)),
		[],
	];
}

type OpenId =
	'command' | 'hypothesis' | 'palette' | 'filter' | 'inbox' | 'help' | 'card' | 'interrupt';

function opened(ui: Ui, id: OpenId, context: Context): Ui {
	switch (id) {
		case 'command':
			return {...ui, prompt: openPrompt(ui.prompt, '', context), skip: null};
		case 'hypothesis':
			return {...ui, prompt: openPrompt(ui.prompt, 'suspect ', context), skip: null};
		case 'palette':
			return {...ui, palette: EMPTY_PALETTE, caret: 0, skip: null};
		case 'filter':
			return {...ui, filtering: true, caret: 0, skip: null};
		case 'inbox':
			return {...ui, inbox: {...ui.inbox, at: 0}, skip: null};
		case 'help':
			return {...ui, overlay: 'help', topic: '', scroll: 0};
		case 'card':
			return {...ui, stage: 'card', scroll: 0};
		case 'interrupt':
			return {...ui, overlay: 'interrupt'};
	}
}

type MoveId = 'down' | 'up' | 'pageDown' | 'pageUp' | 'top' | 'bottom';
const STEPS = {down: 1, up: -1} as const;

/** Of a screen, so many rows are header, bottom, the map above and a panel's own frame. */
const ROWS_BESIDE_LINES = 18;
const PAGE_LINES = {least: 4, most: 10} as const;

/** A page is less than what is seen of a panel, so that no line is passed unseen. */
function stepOf(id: Exclude<MoveId, 'top' | 'bottom'>, {size}: Context): number {
	if (id === 'down' || id === 'up') return STEPS[id];
	const lines = Math.max(
		PAGE_LINES.least,
		Math.min(PAGE_LINES.most, size.rows - ROWS_BESIDE_LINES),
	);
	return id === 'pageDown' ? lines : -lines;
}

/** The cursor moves where there is something to stand on; elsewhere the panel scrolls. */
function moved(ui: Ui, id: MoveId, context: Context): Ui {
	const items = itemsInFocus(ui, context);
	if (items.length === 0) {
		if (id === 'top') return {...ui, scroll: 0};
		return id === 'bottom' ? scrolledToEnd(ui) : scrolled(ui, stepOf(id, context));
	}
	const last = items.length - 1;
	const at = Math.min(ui.cursor[ui.focus], last);
	const standing = (to: number, scroll: number): Ui => ({
		...ui,
		cursor: {...ui.cursor, [ui.focus]: to},
		scroll,
	});
	switch (id) {
		case 'top':
			return standing(0, 0);
		case 'bottom':
			return scrolledToEnd(standing(last, 0));
		case 'down':
			// Below the last thing to stand on there may be more to read.
			return at < last ? standing(at + 1, 0) : scrolled(ui, 1);
		case 'up':
			return ui.scroll > 0 ? scrolled(ui, -1) : standing(Math.max(0, at - 1), 0);
		case 'pageDown':
		case 'pageUp':
			return scrolled(ui, stepOf(id, context));
	}
}

type AdjustId = Exclude<
	IdOf<'panels'>,
	OpenId | MoveId | 'quit' | 'suspend' | 'redraw' | 'open' | 'next' | 'nextDecision'
>;

/** In a room time is everybody's: whoever stops it holds it, and how fast it goes is asked of the host. */
function adjustedTogether(ui: Ui, id: AdjustId, {holds, seat, pace}: RoomSeen): Update {
	const say = (text: string): Update => [ui, [{type: 'do', deed: {do: 'talk', text}}]];
	switch (id) {
		case 'pause':
			return say(holds.some(({by}) => by === seat) ? 'release-hold' : 'hold');
		case 'faster':
			return say(`pace ${String(SPEEDS.find(speed => speed > pace) ?? pace)}`);
		case 'slower':
			return say(`pace ${String(SPEEDS.findLast(speed => speed < pace) ?? pace)}`);
		default:
			return [adjusted(ui, id), []];
	}
}

/** Keys that change how the world is looked at, and how fast it goes. */
function adjusted(ui: Ui, id: AdjustId): Ui {
	switch (id) {
		case 'pause':
			return stoppedOrNot(ui);
		case 'faster':
			return paced(ui, 1);
		case 'slower':
			return paced(ui, -1);
		case 'full':
			return {...ui, full: !ui.full, scroll: 0};
		case 'preset': {
			const preset = PRESETS[(PRESETS.indexOf(ui.preset) + 1) % PRESETS.length] ?? ui.preset;
			return flash({...ui, preset, full: false}, 'good', `Panels: ${preset}.`);
		}
		case 'nextPanel':
			return focusOn(ui, neighbour(ui, 1));
		case 'previousPanel':
			return focusOn(ui, neighbour(ui, -1));
		case 'slows': {
			const slows = !ui.slows;
			const text = slows
				? 'Time slows automatically when something happens.'
				: 'Time runs as fast as you set it, whatever happens.';
			return flash({...ui, slows, heat: null, cap: null}, 'good', text);
		}
		case 'back':
			return stepBack(ui);
	}
}

/** One step back: from a run, the whole screen, an order's result, a scrolled or filtered list. Never out. */
function stepBack(ui: Ui): Ui {
	if (ui.skip !== null) return {...ui, skip: null};
	if (ui.full && ui.focus === 'overview') return zoomedOverview(ui);
	if (ui.full) return {...ui, full: false, scroll: 0};
	if (ui.scroll > 0) return {...ui, scroll: 0};
	if (ui.filters[ui.focus] !== '') return {...ui, filters: {...ui.filters, [ui.focus]: ''}};
	if (ui.focusBefore !== null) return {...ui, focus: ui.focusBefore, focusBefore: null};
	return ui;
}
