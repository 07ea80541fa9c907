import {actInHelp, actInBriefing, actOnCard, actOnQuestion} from './act/pages.ts';
import {actInFilter, typeFilter} from './act/filter.ts';
import {actInInbox} from './act/inbox.ts';
import {actInPalette, typeInPalette} from './act/palette.ts';
import {actInPanels, actOfItem} from './act/panels.ts';
import {actInPrompt} from './act/prompt.ts';
import {
	actOnExpectation,
	actOnOrder,
	actOnTarget,
	typeExpectation,
	typeTarget,
} from './act/order.ts';
import {flash} from './flash.ts';
import {
	bindingOf,
	isIn,
	modeOf,
	panelOf,
	whyNot,
	withKeys,
	type BindingId,
} from '../../input/keys/index.ts';
import {typeInto} from '../../input/prompt.ts';
import {focusOn, zoomedOverview} from './act/focus.ts';
import type {Context, Key, Ui} from '../../input/ui.types.ts';
import type {Update, Wish} from '../../input/wish.types.ts';

const NOTHING: readonly Wish[] = [];

/** One key. */
export function update(ui: Ui, key: Key, context: Context): Update {
	const calm = ui.flash === null ? ui : {...ui, flash: null};
	const id = bindingOf(ui.keymap, modeOf(ui), key);
	if (id === null) return typed(ui, calm, key, context);
	const reason = whyNot(id, ui, context.observation);
	if (reason !== null) return [flash(calm, 'warn', reason), NOTHING];
	return act(calm, id, context);
}

/** A key that has no row of its own: a character of a line, a panel, or an act of what is marked. */
function typed(ui: Ui, calm: Ui, key: Key, context: Context): Update {
	switch (modeOf(ui)) {
		case 'prompt':
			return [{...calm, prompt: typeInto(calm.prompt, key, context, ui.keymap)}, NOTHING];
		case 'filter':
			return [typeFilter(calm, key), NOTHING];
		case 'palette':
			return [typeInPalette(calm, key), NOTHING];
		case 'target':
			return [typeTarget(calm, key), NOTHING];
		case 'expecting':
			return [typeExpectation(calm, key), NOTHING];
		case 'panels':
			return typedInPanels(ui, calm, key, context);
		case 'briefing':
		case 'order':
		case 'help':
		case 'ask':
		case 'card':
		case 'edit':
		case 'inbox':
			return [ui, NOTHING];
	}
}

function typedInPanels(ui: Ui, calm: Ui, key: Key, context: Context): Update {
	const panel = panelOf(key);
	if (panel === 'overview') return [zoomedOverview(calm), NOTHING];
	if (panel !== null)
		return [focusOn({...calm, full: calm.full && calm.focus !== 'overview'}, panel), NOTHING];
	const acted = actOfItem(calm, key, context);
	if (acted !== null) return acted;
	if (!/^[a-z]$/iu.test(key)) return [ui, NOTHING];
	const text = withKeys(
		`No binding for ${key} ({command} types a command, {help} lists the keys).`,
		ui.keymap,
	);
	return [flash(calm, 'warn', text), NOTHING];
}

function act(ui: Ui, id: BindingId, context: Context): Update {
	if (isIn('panels', id)) return actInPanels(ui, id, context);
	if (isIn('inbox', id)) return [actInInbox(ui, id, context), NOTHING];
	if (isIn('prompt', id)) return actInPrompt(ui, id, context);
	if (isIn('filter', id)) return [actInFilter(ui, id), NOTHING];
	if (isIn('palette', id)) return actInPalette(ui, id, context);
	if (isIn('order', id)) return actOnOrder(ui, id);
	if (isIn('target', id)) return [actOnTarget(ui, id), NOTHING];
	if (isIn('expecting', id)) return [actOnExpectation(ui, id, context), NOTHING];
	if (isIn('help', id)) return [actInHelp(ui, id), NOTHING];
	if (isIn('briefing', id)) return actInBriefing(ui, id);
	if (isIn('card', id)) return actOnCard(ui, id);
	// What edits has no mode to itself: `typed` takes it.
	return isIn('ask', id) ? actOnQuestion(ui, id) : [ui, NOTHING];
}
