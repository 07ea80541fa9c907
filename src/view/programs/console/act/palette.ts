import {keysOn, type IdOf} from '../../../input/keys/index.ts';
import {choicesOf, filled, nextBlank, objectionTo} from '../../../input/palette/index.ts';
import {written} from '../../../input/text-input.ts';
import type {Context, Key, Palette, Ui} from '../../../input/ui.types.ts';
import type {Update} from '../../../input/wish.types.ts';
import {chosen} from './give.ts';

export const QUERY_MAX = 400;

/** A key of the line that narrows the choices, or fills a blank; erasing nothing goes a step back. */
export function typeInPalette(ui: Ui, key: Key): Ui {
	const {palette, caret, keymap} = ui;
	if (palette === null) return ui;
	const next = written({text: palette.query, after: caret}, key, QUERY_MAX, keymap);
	if (next === null) return ui;
	if (palette.query === '' && next.text === '' && keysOn(keymap, 'eraseBefore').includes(key)) {
		return stepBack(ui, palette);
	}
	return withPalette({...ui, caret: next.after}, {query: next.text, at: 0, problem: ''});
}

/** Keys in the palette that are no characters. */
export function actInPalette(ui: Ui, id: IdOf<'palette'>, context: Context): Update {
	const {palette} = ui;
	if (palette === null) return [ui, []];
	switch (id) {
		case 'choose':
			return choose(ui, palette, context);
		case 'paletteDown':
			return [moved(ui, palette, 1, context), []];
		case 'paletteUp':
			return [moved(ui, palette, -1, context), []];
		case 'closePalette':
			if (palette.query !== '') return [withPalette(ui, {query: '', at: 0, problem: ''}), []];
			return [stepBack(ui, palette), []];
		case 'interruptPalette':
			return [{...ui, overlay: 'interrupt'}, []];
	}
}

function moved(ui: Ui, palette: Palette, step: number, {observation}: Context): Ui {
	const count = choicesOf(palette, ui.focus, observation).length;
	return count === 0 ? ui : withPalette(ui, {at: (palette.at + step + count) % count});
}

/** What is marked is taken; a blank without choices takes what was typed. */
function choose(ui: Ui, palette: Palette, context: Context): Update {
	const choice = choicesOf(palette, ui.focus, context.observation)[palette.at];
	if (palette.acts !== null) {
		return choice === undefined ? [ui, []] : taken(ui, choice.takes);
	}
	if (palette.form === null) {
		if (choice === undefined) return [ui, []];
		return onward(ui, {...palette, form: choice.takes, query: '', at: 0});
	}
	const value = choice?.takes ?? palette.query.trim();
	const problem = objectionTo(palette, value);
	if (problem !== null) return [withPalette(ui, {problem}), []];
	return onward(ui, {...palette, values: [...palette.values, value], query: '', at: 0});
}

/** On to the next blank, or to the card when all are filled. */
function onward(ui: Ui, palette: Palette): Update {
	if (nextBlank(palette) !== null) return [{...ui, palette, caret: 0}, []];
	return taken(ui, filled(palette));
}

/** An order that still has blanks goes on through them; a whole one is given. */
function taken(ui: Ui, text: string): Update {
	return chosen({...ui, palette: null}, text);
}

/** From a blank to the one before it, from the first to the orders, from there out. */
function stepBack(ui: Ui, palette: Palette): Ui {
	if (palette.form === null) return {...ui, palette: null};
	if (palette.values.length === 0) return withPalette(ui, {form: null, problem: ''});
	return withPalette(ui, {values: palette.values.slice(0, -1), problem: ''});
}

function withPalette(ui: Ui, changes: Partial<Palette>): Ui {
	return ui.palette === null ? ui : {...ui, palette: {...ui.palette, ...changes}};
}
